// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstddef>

namespace telltale::detect {

/// Position in the day (UTC), in radians, 0 at midnight.
[[nodiscard]] double dayAngle(UtcTime time);
/// Hour of the day (UTC), 0 to 23.
[[nodiscard]] std::size_t hourOfDay(UtcTime time);
/// For ShingleQuestion: the day coordinates are to differ by 0.2·sd·sqrt(width) times their distance on the unit circle.
[[nodiscard]] double dayWeightOf(double variance, std::size_t width);

} // namespace telltale::detect
