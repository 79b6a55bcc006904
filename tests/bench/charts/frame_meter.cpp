// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/charts/frame_meter.h"

#include "tests/bench/process_meter.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>
#include <QWidget>
#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace telltale::bench {

namespace {

constexpr int kWarmUp = 3;

/// Counts what a window and its children paint.
class PaintWatch final : public QObject {
public:
    explicit PaintWatch(QWidget &window)
    {
        window.installEventFilter(this);
        for (QWidget *child : window.findChildren<QWidget *>())
            child->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_paints += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
    [[nodiscard]] int paints() const { return m_paints; }

private:
    int m_paints = 0;
};

void warmUp(ChartSubject &subject)
{
    for (int i = 0; i < kWarmUp; ++i) {
        const PaintWatch watch(subject.window());
        subject.step(static_cast<std::size_t>(i) + 1);
        settle();
        if (watch.paints() > 0)
            continue;
        std::printf("a frame of %s painted nothing: not a measurement\n", subject.window().metaObject()->className());
        std::exit(1);
    }
}

/// Shown for as long as it lives.
class Shown {
public:
    explicit Shown(QWidget &window) : m_window(window)
    {
        window.show();
        settle();
    }
    Shown(const Shown &) = delete;
    Shown &operator=(const Shown &) = delete;
    ~Shown() { m_window.hide(); }

private:
    QWidget &m_window;
};

} // namespace

void settle()
{
    for (int i = 0; i < 3; ++i)
        QApplication::processEvents();
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double frameMs(ChartSubject &subject, int frames)
{
    const Shown shown(subject.window());
    warmUp(subject);
    std::vector<double> costs;
    for (int i = 0; i < frames; ++i) {
        const double start = processCpuSeconds();
        subject.step(static_cast<std::size_t>(i + kWarmUp + 1));
        settle();
        costs.push_back((processCpuSeconds() - start) * 1e3);
    }
    return median(std::move(costs));
}

double liveShare(ChartSubject &subject, int perSecond, double seconds)
{
    const Shown shown(subject.window());
    warmUp(subject);
    std::size_t frame = kWarmUp;
    QEventLoop loop;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] { subject.step(++frame); });
    timer.start(1000 / perSecond);
    QTimer::singleShot(static_cast<int>(seconds * 1e3), &loop, &QEventLoop::quit);
    QElapsedTimer wall;
    wall.start();
    const double start = threadCpuSeconds();
    loop.exec();
    return (threadCpuSeconds() - start) / (static_cast<double>(wall.nsecsElapsed()) * 1e-9);
}

} // namespace telltale::bench
