// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"

#include <span>

namespace telltale::alarm {

/// Adds one recorded event to its occurrence: the current row is nothing but the sum of its events.
/// Not in the events, and so left alone: `definition` (of the raise), `why`, `firstViolation`, `firstOut` (needs the whole group),
/// and what is never stored: `audible`, `silencedUntil`, `chattering`.
void fold(Occurrence &row, const AlarmEvent &event);

/// Rebuilds an occurrence from all of its events, oldest first. `definition` is the one in force at its newest raise.
[[nodiscard]] Occurrence replay(const AlarmDefinition &definition, std::span<const AlarmEvent> events);

/// Does this event begin a new occurrence, or count one more raise of it?
[[nodiscard]] bool isRaise(const AlarmEvent &event);

} // namespace telltale::alarm
