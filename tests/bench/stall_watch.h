// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QTimer>
#include <chrono>
#include <vector>

namespace telltale::bench {

/// How long the event loop keeps a timer of 5 ms waiting. Thread: UI.
class StallWatch {
public:
    StallWatch()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { note(); });
        m_timer.start(kTick);
    }
    [[nodiscard]] const std::vector<Duration> &stalls() const { return m_stalls; }

private:
    static constexpr std::chrono::milliseconds kTick{5};

    void note()
    {
        const SteadyTime now = std::chrono::steady_clock::now();
        m_stalls.push_back(now - m_last - kTick);
        m_last = now;
    }

    QTimer m_timer;
    SteadyTime m_last = std::chrono::steady_clock::now();
    std::vector<Duration> m_stalls;
};

} // namespace telltale::bench
