// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace telltale::evaluate {

/// The middle and the limits of a control chart: mean ± 3 standard deviations (of all values, divided by n).
struct ControlLimits {
    double mean = 0.0;
    double sd = 0.0;
    double lower = 0.0;
    double upper = 0.0;
};

/// Shapes: needs at least one value; of one value all limits are that value. Units: those of the values.
[[nodiscard]] ControlLimits controlLimits(std::span<const double> values);

/// Why a point of a control chart is out of control.
enum class ControlSignal {
    None,
    BeyondLimits, ///< outside mean ± 3 sd
    LongRun,      ///< the last of 9 or more in a row on one side of the mean
    Trend,        ///< the last of 6 or more in a row that rise, or fall
};

[[nodiscard]] std::string_view toText(ControlSignal signal);

/// One signal per value, judged in order against the given limits; the first rule that holds counts.
/// A value equal to the mean ends a run, an equal neighbour ends a trend.   Source: Nelson 1984, rules 1 to 3.
[[nodiscard]] std::vector<ControlSignal> controlSignals(std::span<const double> values, const ControlLimits &limits);

} // namespace telltale::evaluate
