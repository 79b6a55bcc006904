// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/alarm_event.h"
#include "core/model/feed_health.h"
#include "core/model/incident.h"
#include "core/model/logbook_entry.h"
#include "core/model/suppressed_alarm.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace telltale::logbook {

struct HandoverAlarm {
    OccurrenceId id = 0;
    SensorKey source;
    std::string what;
    Priority priority = Priority::P2;
    AlarmState state = AlarmState::B;
    UtcTime raised = kNoTime; ///< our clock
    UtcTime acked = kNoTime;
    std::string ackedBy;
    std::string owner;
};
/// An alarm that is kept from people.
struct HandoverHold {
    SensorKey source;
    std::string what;
    Priority priority = Priority::P2;
    UtcTime since = kNoTime;
    UtcTime until = kNoTime; ///< a shelf's end, or when to look at it again
    std::string by;
    std::string reason;
    bool due = false; ///< a shelf: it ends in the shift that comes; out of service: it was to be looked at before this shift's end
};
struct HandoverIncident {
    std::uint64_t number = 0;
    std::string title;
    std::string owner;
    UtcTime opened = kNoTime;
    std::uint64_t alarms = 0;
};
struct HandoverFeed {
    std::string address;
    std::string state; ///< "lost", …; "live" when only something was lost on the way
    std::string detail;
    UtcTime since = kNoTime;
    std::uint64_t gaps = 0; ///< since the program started
};
struct HandoverNote {
    UtcTime at = kNoTime;
    std::string by;
    std::string kind; ///< "RANGE_NOTE", "INCIDENT_NOTE", "COMMENT"
    SensorKey source;
    UtcTime from = kNoTime; ///< of a note on a range
    UtcTime to = kNoTime;
    std::string text;
};
/// A key figure of the shift, by its name in files.
struct HandoverFigure {
    std::string id;
    std::string unit;
    double value = kMissing;
};

/// What one shift leaves to the next: a value that is signed as it stands, and never worked out again afterwards.
struct Handover {
    UtcTime from = kNoTime; ///< the shift, half-open
    UtcTime to = kNoTime;
    UtcTime nextTo = kNoTime;  ///< end of the shift that comes
    UtcTime written = kNoTime; ///< when it was as it says
    std::string station;
    std::string outgoing;                      ///< who hands over
    std::vector<HandoverAlarm> unacknowledged; ///< in the order of the alarm list
    std::vector<HandoverAlarm> acknowledged;
    std::vector<HandoverHold> shelved; ///< by end
    std::vector<HandoverHold> byDesign;
    std::vector<HandoverHold> outOfService; ///< by review date
    std::vector<HandoverIncident> incidents;
    std::vector<HandoverFeed> feeds; ///< only those with a fault
    std::vector<HandoverNote> notes; ///< of the shift, by time
    std::vector<HandoverFigure> figures;
    std::string text; ///< of who hands over, free
};

/// What a handover is made of.
struct HandoverFacts {
    UtcTime from = kNoTime;
    UtcTime to = kNoTime;
    UtcTime nextTo = kNoTime;
    UtcTime now = kNoTime;
    Actor outgoing;
    std::span<const Occurrence> alarms;
    std::span<const SuppressedAlarm> suppressed;
    std::span<const Incident> incidents; ///< open ones
    std::span<const FeedHealth> feeds;
    std::span<const LogbookEntry> entries; ///< of the shift at least; others do no harm
    std::span<const AlarmEvent> events;    ///< comments of the shift at least; others do no harm
    std::vector<HandoverFigure> figures;
    std::string text;
};

/// Pure. Notes are those that were made in [from, to) by people.
[[nodiscard]] Handover handoverOf(const HandoverFacts &facts);

/// The same handover always gives the same bytes; their SHA-256 is what both sides sign.
[[nodiscard]] std::string toJson(const Handover &handover);
/// Errors: BadFormat, Unsupported for a version of the future.
[[nodiscard]] Result<Handover> handoverFromJson(std::string_view text);

} // namespace telltale::logbook
