// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace telltale::bench {

/// The duration that `share` (0 to 1) of all are not above, in ms; 0 when there are none.
inline double percentileMs(std::vector<Duration> durations, double share)
{
    if (durations.empty())
        return 0.0;
    const auto at = static_cast<std::size_t>(share * static_cast<double>(durations.size() - 1) + 0.5);
    std::nth_element(durations.begin(), durations.begin() + static_cast<std::ptrdiff_t>(at), durations.end());
    return toSeconds(durations[at]) * 1e3;
}

inline void printPercentiles(const char *what, const std::vector<Duration> &durations)
{
    std::printf("%-46s p50 %8.2f ms   p99 %8.2f ms   most %8.2f ms   (%zu)\n", what, percentileMs(durations, 0.5),
                percentileMs(durations, 0.99), percentileMs(durations, 1.0), durations.size());
}

} // namespace telltale::bench
