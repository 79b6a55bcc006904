// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QEvent>
#include <QThread>
#include <QtTest>
#include <algorithm>
#include <chrono>
#include <vector>

namespace telltale::test {

/// An application that knows how long its events took: what is longer than a blink, a person notices as a window that stands still.
/// Thread: UI.
class WatchedApplication final : public QApplication {
public:
    using QApplication::QApplication;
    static WatchedApplication &self() { return *static_cast<WatchedApplication *>(qApp); }

    /// Starts measuring anew.
    void watch() { m_longest = 0.0, m_frames.clear(); }
    /// The longest single event of any kind. Unit: ms.
    [[nodiscard]] double longestMs() const { return m_longest; }
    /// Of the frames painted. Unit: ms; 0 = none.
    [[nodiscard]] double frameMs(double share)
    {
        if (m_frames.empty()) {
            return 0.0;
        }
        const auto place = m_frames.begin() + std::ptrdiff_t(share * double(m_frames.size() - 1));
        std::nth_element(m_frames.begin(), place, m_frames.end());
        return *place;
    }
    [[nodiscard]] std::size_t frames() const { return m_frames.size(); }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread()) {
            return QApplication::notify(receiver, event);
        }
        const bool frame = event->type() == QEvent::UpdateRequest; // paints all that is dirty in one window
        const auto before = std::chrono::steady_clock::now();
        ++m_depth;
        const bool taken = QApplication::notify(receiver, event);
        --m_depth;
        const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - before).count();
        if (frame) {
            m_frames.push_back(ms);
        }
        if (m_depth == 0) {
            m_longest = std::max(m_longest, ms);
        }
        return taken;
    }

private:
    std::vector<double> m_frames;
    double m_longest = 0.0;
    int m_depth = 0;
};

} // namespace telltale::test

/// As QTEST_MAIN, in a watched application.
#define STORY_MAIN(Test)                                                                                                                   \
    int main(int argc, char **argv)                                                                                                        \
    {                                                                                                                                      \
        telltale::test::WatchedApplication application(argc, argv);                                                                        \
        Test test;                                                                                                                         \
        return QTest::qExec(&test, argc, argv);                                                                                            \
    }
