// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alarm_counts.h"

#include "ui/models/held_alarms.h"

#include <algorithm>

namespace telltale::ui {

int AlarmCounts::worstUnacked() const
{
    const auto worst = std::find_if(unacked.begin(), unacked.end(), [](int count) { return count > 0; });
    return worst == unacked.end() ? 0 : int(worst - unacked.begin()) + 1;
}

AlarmCounts countAlarms(const std::vector<Occurrence> &alarms)
{
    AlarmCounts counts;
    for (const Occurrence &alarm : shownAlarms(alarms)) {
        const std::size_t priority = std::size_t(alarm.priority) - 1;
        ++counts.open[priority];
        counts.unacked[priority] += isUnacknowledged(alarm.state) ? 1 : 0;
        counts.latched += alarm.state == AlarmState::L1 || alarm.state == AlarmState::L2 ? 1 : 0;
        counts.doubtful += alarm.unverifiedSinceRestart || alarm.quality != Quality::Good ? 1 : 0;
        counts.sounding += alarm.audible == Audible::Sounding ? 1 : 0;
        if (alarm.audible == Audible::Silenced) {
            counts.silencedUntil = std::max(counts.silencedUntil, alarm.silencedUntil);
        }
    }
    return counts;
}

} // namespace telltale::ui
