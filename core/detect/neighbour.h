// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <span>

namespace telltale::detect {

/// One of the nearest of many. Infinity = nobody yet.
struct Neighbour {
    double squaredDistance = std::numeric_limits<double>::infinity();
    std::size_t index = 0;
};

/// Keeps `nearest` sorted, smallest first, and drops its last; `squared` is known to be smaller than that.
inline void insertNeighbour(std::span<Neighbour> nearest, double squared, std::size_t index)
{
    std::size_t place = nearest.size() - 1;
    for (; place > 0 && nearest[place - 1].squaredDistance > squared; --place)
        nearest[place] = nearest[place - 1];
    nearest[place] = {squared, index};
}

} // namespace telltale::detect
