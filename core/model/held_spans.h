// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"

#include <span>
#include <vector>

namespace telltale {

/// A time in which an alarm was kept from people.
struct HeldSpan {
    AlarmState how = AlarmState::E; ///< E shelved, F suppressed by rule, G out of service
    UtcTime from = kNoTime;
    UtcTime until = kNoTime; ///< kNoTime: goes on
    EventSeq began = 0;      ///< number of the event
};

/// When one alarm was kept from people, in event time (`AlarmEvent::sourceTime`, our own where there is none). `events` are those of one
/// alarm by number; what was hidden before the first of them begins with it.
[[nodiscard]] std::vector<HeldSpan> heldSpans(std::span<const AlarmEvent> events);

} // namespace telltale
