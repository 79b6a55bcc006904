// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/detect/rows.h"

#include <cmath>
#include <random>
#include <vector>

namespace telltale::test {

inline double secondOfDay(std::size_t row)
{
    return static_cast<double>((toNanos(timeOfRow(row)) / 1'000'000'000) % 86400);
}

/// A daily wave with noise, one row every five minutes.
inline std::vector<double> dailyWave(std::size_t rows, std::uint64_t seed = 1)
{
    std::mt19937_64 random(seed);
    std::normal_distribution<double> noise(0.0, 0.3);
    std::vector<double> values;
    for (std::size_t row = 0; row < rows; ++row)
        values.push_back(20.0 + 5.0 * std::sin(secondOfDay(row) / 86400.0 * 6.283185307179586) + noise(random));
    return values;
}

} // namespace telltale::test
