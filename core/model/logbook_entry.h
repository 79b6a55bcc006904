// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace telltale {

/// What people write down that is no transition of one alarm.
enum class LogbookKind : std::uint8_t {
    RangeNote, ///< about the times `from` … `to` of `source` (asset and sensor empty = everything)
    IncidentOpened,
    IncidentAlarmAdded,
    IncidentAlarmRemoved,
    IncidentOwner, ///< `text` is the new owner; empty = nobody
    IncidentNote,
    IncidentClosed, ///< `text` is the cause
    IncidentReopened,
    HandoverSigned, ///< by who goes; `content` is what was handed over (JSON), `from` … `to` the shift
    HandoverTaken,  ///< by who comes
    SignedIn,
    SignedOut,
};

[[nodiscard]] std::string_view toText(LogbookKind kind); ///< "RANGE_NOTE", …
[[nodiscard]] constexpr bool isOfIncident(LogbookKind kind)
{
    return kind >= LogbookKind::IncidentOpened && kind <= LogbookKind::IncidentReopened;
}

/// One appended fact. Shares the numbers of the alarms' transitions, so that all of them have one order and are durable together.
struct LogbookEntry {
    EventSeq seq = 0;
    LogbookKind kind = LogbookKind::RangeNote;
    std::uint64_t subject = 0;   ///< number of the incident or handover; 0 = neither
    OccurrenceId occurrence = 0; ///< of IncidentAlarmAdded and -Removed
    SensorKey source;
    UtcTime from = kNoTime; ///< event time
    UtcTime to = kNoTime;
    UtcTime at = kNoTime; ///< our clock
    Actor actor;
    std::string text;
    std::string content;

    friend bool operator==(const LogbookEntry &, const LogbookEntry &) = default;
};

} // namespace telltale
