// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/default_span.h"

#include "ui/charts/axis_ticks.h"

#include <algorithm>
#include <vector>

namespace telltale::ui {

std::optional<Duration> defaultSpan(bool simulatedClock, Duration period)
{
    constexpr Duration kLive = std::chrono::minutes{10};
    constexpr int kPeriods = 600;
    if (!simulatedClock)
        return kLive;
    return period > Duration::zero() ? std::optional(nearestSpan(period * kPeriods)) : std::nullopt;
}

Duration youngSpan(Duration whole, Duration age)
{
    const Duration least = std::max(age, whole / 10);
    Duration span = nearestSpan(least);
    while (span < least && span < whole)
        span = nextSpan(span, true);
    return std::min(span, whole);
}

Duration typicalStep(std::span<const ChunkPtr> chunks)
{
    constexpr std::ptrdiff_t kLooked = 64;
    // The newest chunk may hold only a sample or two: then the one before tells.
    for (auto chunk = chunks.rbegin(); chunk != chunks.rend(); ++chunk) {
        const std::vector<std::int64_t> &t = (*chunk)->t;
        if (t.size() < 3)
            continue;
        std::vector<std::int64_t> steps;
        for (auto at = t.end() - std::min(kLooked, std::ptrdiff_t(t.size()) - 1); at != t.end(); ++at)
            steps.push_back(*at - *std::prev(at));
        const auto middle = steps.begin() + std::ptrdiff_t(steps.size() / 2);
        std::nth_element(steps.begin(), middle, steps.end());
        return Duration{*middle};
    }
    return Duration::zero();
}

} // namespace telltale::ui
