// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"

#include <cstdint>
#include <string>

namespace telltale {

/// One reason why an alarm is kept from people: since when, until when, by whom, why.
struct Hold {
    UtcTime since = kNoTime; ///< our clock; kNoTime = it does not hold
    UtcTime until =
        kNoTime; ///< a shelf's end, absolute; the day on which an alarm out of service is to be looked at again; none for a rule
    Actor by;
    std::string reason; ///< a rule's: its name and what it says
    bool oneShot = false;

    [[nodiscard]] bool holds() const { return since != kNoTime; }
    friend bool operator==(const Hold &, const Hold &) = default;
};

/// A definition that is shelved, suppressed by design or out of service, whether or not anything is wrong with it just now.
/// Stored as it stands, so that all of it comes back after a restart.
struct SuppressedAlarm {
    SensorKey source;
    std::string what; ///< AlarmDefinition::what
    Priority priority = Priority::P2;
    Suppression suppression = Suppression::None; ///< the strongest of the three
    Hold shelf;
    Hold rule;
    Hold outOfService;
    OccurrenceId occurrence = 0; ///< the open one; 0 = there is none
    Condition condition = Condition::Inactive;
    std::uint32_t raises = 0; ///< while it was kept from people

    friend bool operator==(const SuppressedAlarm &, const SuppressedAlarm &) = default;
};

} // namespace telltale
