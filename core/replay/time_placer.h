// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <algorithm>

namespace telltale::replay {

/// Where in event time something happened that was numbered in the order of our clock: at the event time of the reading behind it, or as
/// long after the newest that has one as on our clock, so that a simulated clock's alarms are answered in their own time. Never falls.
/// Thread: one.
class TimePlacer {
public:
    UtcTime place(UtcTime at, UtcTime sourceTime)
    {
        if (sourceTime != kNoTime && at != kNoTime)
            m_shift = sourceTime - at;
        const UtcTime own = sourceTime != kNoTime ? sourceTime : at + m_shift;
        m_newest = m_newest == kNoTime ? own : std::max(m_newest, own);
        return m_newest;
    }

private:
    Duration m_shift{0};
    UtcTime m_newest = kNoTime;
};

} // namespace telltale::replay
