// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/kpi_question.h"
#include "core/model/alarm_event.h"

#include <compare>
#include <string>

namespace telltale::kpi {

/// What the figures need to know of a definition.
struct AlarmFacts {
    SensorKey source;
    std::string what;
    std::string detector;
    bool annunciate = true;
    Duration onDelay{0}; ///< 0 where another rule decides

    friend auto operator<=>(const AlarmFacts &, const AlarmFacts &) = default;
};

[[nodiscard]] AlarmFacts factsOf(const AlarmDefinition &definition);
[[nodiscard]] bool matches(const KpiFilter &filter, const AlarmFacts &facts, Priority priority);

/// Does the operator get this one? See AlarmLoad.
[[nodiscard]] bool annunciates(const AlarmEvent &event, const AlarmFacts &facts);

[[nodiscard]] constexpr bool isHidden(AlarmState state)
{
    return state == AlarmState::E || state == AlarmState::F || state == AlarmState::G;
}

/// The part of [from, to) that lies in the window.
[[nodiscard]] Duration overlap(const KpiQuestion &window, UtcTime from, UtcTime to);

/// NaN for a share of nothing.
[[nodiscard]] double percentOf(std::uint64_t part, std::uint64_t whole);

} // namespace telltale::kpi
