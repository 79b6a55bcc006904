// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/neighbour.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace telltale::detect {

/// Time of day on a circle, in 1/32767: two bytes a coordinate, and the same second of the day is always at distance 0.
struct DayPosition {
    std::int16_t cosine = 0;
    std::int16_t sine = 0;
};

/// Consecutive shingles in a series that is stored once. Shingle i consists of newest[i], newest[i−1], …, newest[i−width+1].
/// The widest width − 1 values before newest[0] must be readable: shingles of several widths are summed together.
struct ShingleRun {
    const double *newest = nullptr;
    const std::int16_t *cosine = nullptr; ///< of the time of shingle i
    const std::int16_t *sine = nullptr;
    std::size_t count = 0;
};

/// The newest values, to be compared with the run: query[0], query[−1], …
struct ShingleQuery {
    const double *newest = nullptr;
    DayPosition day;
};

/// One search in the run: the shingles of one width among run[from, to).
struct ShingleSearch {
    std::size_t width = 0;
    double dayWeight = 0.0; ///< multiplies the squared distance of the day positions; 0 = the time of day does not count
    std::size_t from = 0;
    std::size_t to = 0;
    std::span<Neighbour> nearest; ///< filled smallest first; entries beyond to − from stay as they were
};

/// Finds the nearest shingles by squared Euclidean distance; of equally near ones the first. Several searches share one pass: a wide
/// shingle's sum goes on from the narrow one's.
/// Shapes: searches in ascending order of width; `nearest` as the caller fills it (infinity). Exact, no allocation.
/// Cost: about that of the widest search alone; 4000 shingles of width 10: see bench_detect.
void findNearest(const ShingleRun &run, const ShingleQuery &query, std::span<const ShingleSearch> searches);

} // namespace telltale::detect
