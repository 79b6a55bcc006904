// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

namespace telltale::detect {

/// Time of day on a circle, in 1/32767: two bytes a coordinate, and the same second of the day is always at distance 0.
struct DayPosition {
    std::int16_t cosine = 0;
    std::int16_t sine = 0;
};

/// Consecutive shingles in a series that is stored once. Shingle i consists of newest[i], newest[i−1], …, newest[i−width+1].
struct ShingleRun {
    const double *newest = nullptr;
    const std::int16_t *cosine = nullptr; ///< of the time of shingle i
    const std::int16_t *sine = nullptr;
    std::size_t count = 0;
};

/// The shingle to compare with: query[0], query[−1], …, query[−width+1].
struct ShingleQuery {
    const double *newest = nullptr;
    std::size_t width = 0;
    DayPosition day;
    double dayWeight = 0.0; ///< multiplies the squared distance of the day positions; 0 = the time of day does not count
};

struct Neighbour {
    double squaredDistance = std::numeric_limits<double>::infinity();
    std::size_t index = 0;
};

/// Finds the nearest shingles of the run, by squared Euclidean distance; of equally near ones the first.
/// Shapes: `nearest` is filled smallest first; entries beyond `count` stay at infinity.
/// Cost: 4000 shingles of width 10: see bench_detect. Exact, no allocation.
void findNearest(const ShingleRun &run, const ShingleQuery &query, std::span<Neighbour> nearest);

} // namespace telltale::detect
