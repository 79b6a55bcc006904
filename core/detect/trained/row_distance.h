// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace telltale::detect {

/// Shapes: row-major, at least one row.
[[nodiscard]] inline std::vector<double> columnMeans(std::span<const double> values, std::size_t columns)
{
    std::vector<double> means(columns);
    for (std::size_t i = 0; i < values.size(); ++i)
        means[i % columns] += values[i];
    for (double &mean : means)
        mean /= static_cast<double>(values.size() / columns);
    return means;
}

/// Squared Euclidean distance. Shapes: equally long.
[[nodiscard]] inline double squaredDistance(std::span<const double> a, std::span<const double> b)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return sum;
}

/// Each channel's part in the squared distance of `row` from what was expected.
inline void distanceShares(std::span<const double> row, std::span<const double> expected, std::span<double> share)
{
    for (std::size_t i = 0; i < row.size(); ++i)
        share[i] = (row[i] - expected[i]) * (row[i] - expected[i]);
}

} // namespace telltale::detect
