// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <functional>
#include <limits>

namespace telltale::bench {

/// Processor time of `work` in microseconds per unit, the best of `rounds`: the one that was disturbed least.
inline double microsPer(std::size_t units, const std::function<void()> &work, int rounds = 5)
{
    double best = std::numeric_limits<double>::infinity();
    for (int round = 0; round < rounds; ++round) {
        const std::clock_t start = std::clock();
        work();
        const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        best = std::min(best, seconds * 1e6 / static_cast<double>(units));
    }
    return best;
}

} // namespace telltale::bench
