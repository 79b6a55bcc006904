// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"
#include "core/model/logbook_entry.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace telltale::logbook {

/// One line of a story that is told by transitions and by what people wrote.
struct TimelineItem {
    EventSeq seq = 0;
    UtcTime at = kNoTime;        ///< our clock
    std::string what;            ///< word of the kind: "RAISE", "INCIDENT_NOTE"
    OccurrenceId occurrence = 0; ///< 0 = about no single alarm
    SensorKey source;
    Actor actor;
    std::string text;

    friend bool operator==(const TimelineItem &, const TimelineItem &) = default;
};

/// Both in the order of their numbers, each number once. Neither needs to be sorted.
[[nodiscard]] std::vector<TimelineItem> timelineOf(std::span<const LogbookEntry> entries, std::span<const AlarmEvent> events);

} // namespace telltale::logbook
