// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ui_builders.h"
#include "tests/ui/charts/pixels.h"
#include "ui/charts/elided_label.h"
#include "ui/charts/fast_chart_view.h"
#include "ui/charts/trend_view.h"

#include <QLabel>
#include <QMouseEvent>
#include <QTimer>
#include <QWheelEvent>
#include <QtTest>
#include <cmath>

namespace telltale::test {

using namespace telltale::ui;
using namespace std::chrono_literals;
using Reading = SnapshotBuilder::Reading;

inline constexpr UtcTime kStart = SnapshotBuilder::kStart;

inline Reading wave(std::size_t i)
{
    const double value = 22.0 + std::sin(double(i) / 30.0);
    return {.value = value, .score = 0.3, .lower = value - 2.0, .upper = value + 2.0};
}

/// Steep between any two readings: a level line may fall between two rows of pixels.
inline double zigzag(std::size_t i)
{
    return i % 2 == 0 ? 21.8 : 22.2;
}

inline Reading flat(std::size_t i)
{
    return {.value = zigzag(i)};
}

/// A shown trend of one sensor; `now` is the newest sample's time.
struct Desk {
    SnapshotBuilder builder;
    SensorId id = builder.addSensor("line-a/pump1", "temperature", "°C");
    TrendView view;

    explicit Desk(const std::function<Reading(std::size_t)> &reading = wave, std::size_t count = 600)
    {
        view.resize(800, 300);
        view.setFocusPolicy(Qt::NoFocus); // a window gets the focus some time after it is shown, and then its frame
        view.show();
        view.showSensor(builder.spec(id));
        if (count > 0)
            builder.addSamples(id, kStart, 1s, count, reading);
        apply();
    }
    /// Hands over a snapshot and waits until it is drawn, which may be later when the frame before was expensive.
    void apply()
    {
        view.applySnapshot(builder.build());
        const auto *later = view.findChild<QTimer *>("trendLater");
        QVERIFY(QTest::qWaitFor([later] { return !later->isActive(); }));
    }

    FastChartView &chart() { return *view.findChild<FastChartView *>("trendChart"); }
    /// Of the chart alone, without the status line.
    QImage picture() { return chart().grab().toImage(); }
    QRect plot() { return chart().plot().toAlignedRect(); }
    /// The part of the plot between two shares of its width, without its edges.
    QRect plotPart(double from, double to)
    {
        const QRectF plot = chart().plot();
        return QRectF(plot.left() + from * plot.width() + 2, plot.top() + 2, (to - from) * plot.width() - 4, plot.height() - 4).toRect();
    }
    int tracePixels(double from, double to) { return countPixels(picture(), plotPart(from, to), Theme::light().traces[0], 50); }
    QString label(const char *name)
    {
        if (auto *elided = view.findChild<ElidedLabel *>(name))
            return elided->text();
        return view.findChild<QLabel *>(name)->text();
    }
    void moveMouse(QPointF at, Qt::MouseButtons buttons = Qt::NoButton)
    {
        QWidget *target = chart().viewport();
        QMouseEvent event(QEvent::MouseMove, at, target->mapToGlobal(at), Qt::NoButton, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(target, &event);
    }
    void turnWheel(double share, int angle)
    {
        QWidget *target = chart().viewport();
        const QPointF at(chart().plot().left() + share * chart().plot().width(), chart().plot().center().y());
        QWheelEvent event(at, target->mapToGlobal(at), {}, QPoint(0, angle), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(target, &event);
    }
};

} // namespace telltale::test
