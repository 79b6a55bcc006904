// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"

#include <compare>
#include <vector>

namespace telltale::ui {

/// One time that an alarm asks for attention. A later raise of it and a rise of its priority are others: they are heard and noticed again.
struct Sounding {
    OccurrenceId alarm = 0;
    Priority priority = Priority::Diagnostic;
    std::uint32_t raise = 0;   ///< how often it had been raised
    EventSeq priorityRose = 0; ///< newest event that raised its priority

    friend auto operator<=>(const Sounding &, const Sounding &) = default;
};

[[nodiscard]] inline Sounding soundingOf(const Occurrence &alarm)
{
    return {alarm.id, alarm.priority, alarm.raiseCount, alarm.priorityRoseSeq};
}

/// Those that sound now, sorted. Cost: O(n log n), n = open alarms.
[[nodiscard]] std::vector<Sounding> soundingsOf(const std::vector<Occurrence> &alarms);

} // namespace telltale::ui
