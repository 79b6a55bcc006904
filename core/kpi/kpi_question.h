// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/alarm_definition.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace telltale::kpi {

/// Ten minutes: the unit in which the load on an operator is counted.
inline constexpr Duration kBin = std::chrono::minutes{10};

/// What the figures are held against. Source of the defaults: operators.md §4.6 and §5.5 (EEMUA's grid; ISA-18.2's spread of priorities).
struct KpiLimits {
    double manageablePerBin = 1.0;                     ///< about so many alarms in ten minutes can be handled
    std::uint32_t floodAbove = 10;                     ///< more than this in ten minutes: a flood begins, a bin is crowded
    std::uint32_t floodBelow = 5;                      ///< fewer than this in ten minutes: the flood is over
    std::array<double, 3> spread{5, 15, 80};           ///< per cent of P1, P2, P3
    std::uint32_t chatterRaises = 3;                   ///< so many raises of one definition …
    Duration chatterWithin = std::chrono::seconds{60}; ///< … in less than this
    double fleetingOnDelays = 2.0;                     ///< active for less than so many on-delays …
    Duration fleetingLeast = std::chrono::seconds{10}; ///< … or less than this, whichever is longer
    Duration standingAfter = std::chrono::hours{24};
    std::size_t badActors = 10; ///< how many definitions the top share is about

    friend bool operator==(const KpiLimits &, const KpiLimits &) = default;
};

/// Which alarms; what is not given is no condition. Feeds and the horn are always those of the whole plant.
struct KpiFilter {
    std::string asset;                   ///< path: this asset and all below it; empty = all
    std::optional<Priority> priority;    ///< at the raise; for acknowledgements, at the acknowledgement
    std::optional<std::string> detector; ///< kind; empty text = alarms of the system, which no detector is behind

    friend bool operator==(const KpiFilter &, const KpiFilter &) = default;
};

/// Shapes: the window is half-open, [from, to), in our clock (`AlarmEvent::at`). A window that is not over ends now.
struct KpiQuestion {
    UtcTime from = kNoTime;
    UtcTime to = kNoTime;
    KpiFilter filter = {};
    KpiLimits limits = {};

    [[nodiscard]] bool contains(UtcTime t) const { return t >= from && t < to; }
    [[nodiscard]] Duration length() const { return to > from ? to - from : Duration::zero(); }
};

/// How many bins the window has; the last one may be shorter.
[[nodiscard]] inline std::size_t binsOf(const KpiQuestion &question)
{
    return static_cast<std::size_t>((question.length() + kBin - Duration{1}) / kBin);
}

} // namespace telltale::kpi
