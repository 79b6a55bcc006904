// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace telltale::detect {

/// Support vectors as the loop wants them. Shapes: `count` a multiple of kRadialBlock; columns are `count` apart.
struct RadialTerms {
    const float *vectors = nullptr;
    const float *alpha = nullptr;
    std::size_t count = 0;
};

inline constexpr std::size_t kRadialBlock = 64;

/// Σ alpha · 2^(−|row − vector|²). Exact to about 1e-7 of Σ alpha; the same bits on every processor.
[[nodiscard]] double radialSum(const RadialTerms &terms, std::span<const float> row);

} // namespace telltale::detect
