// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

namespace telltale::detect {

/// Linear between the two nearest ranks, rank p·(n−1). Shapes: `sorted` smallest first, at least one value; p in [0, 1].
template <typename T>
[[nodiscard]] double quantileOf(std::span<const T> sorted, double p)
{
    const double rank = p * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(rank);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    const auto below = static_cast<double>(sorted[low]);
    return below + (static_cast<double>(sorted[high]) - below) * (rank - std::floor(rank));
}

} // namespace telltale::detect
