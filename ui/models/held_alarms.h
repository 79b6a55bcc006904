// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <algorithm>
#include <span>
#include <vector>

namespace telltale::ui {

/// Shelved, suppressed by design or out of service: not among what waits for people, but on a page of its own.
[[nodiscard]] constexpr bool isHeld(AlarmState state)
{
    return state == AlarmState::E || state == AlarmState::F || state == AlarmState::G;
}

/// Those that people are meant to look at. Shapes: `alarms` in list order, in which the held ones come last.
[[nodiscard]] inline std::span<const Occurrence> shownAlarms(const std::vector<Occurrence> &alarms)
{
    const auto end = std::find_if(alarms.begin(), alarms.end(), [](const Occurrence &alarm) { return isHeld(alarm.state); });
    return {alarms.begin(), end};
}

/// Why an alarm is kept from people; null where it is not.
[[nodiscard]] inline const SuppressedAlarm *heldFor(const Snapshot &snapshot, const AlarmKey &alarm)
{
    if (!snapshot.suppressed) {
        return nullptr;
    }
    const auto found = std::find_if(snapshot.suppressed->begin(), snapshot.suppressed->end(),
                                    [&](const SuppressedAlarm &held) { return held.source == alarm.source && held.what == alarm.what; });
    return found == snapshot.suppressed->end() ? nullptr : &*found;
}

} // namespace telltale::ui
