// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/silence.h"

#include <algorithm>

namespace telltale::ui {

std::optional<Duration> longestStep(const TrendSamples &samples, TimeInterval interval, Duration period)
{
    constexpr std::uint32_t kTelling = 8; ///< fewer samples say little about an interval
    constexpr Duration kLeast = std::chrono::seconds{2};
    std::int64_t usual = period.count();
    for (std::size_t n = samples.chunkAt(interval.from); n < samples.chunks().size() && samples.summaries()[n].begin < interval.to; ++n) {
        const envelope::Summary &chunk = samples.summaries()[n];
        const std::uint32_t count = samples.digests()[n].samples;
        if (count >= kTelling)
            usual = std::max(usual, (chunk.end - chunk.begin) / std::int64_t(count - 1));
    }
    return usual > 0 ? std::optional(std::max(kLeast, 3 * Duration{usual})) : std::nullopt;
}

} // namespace telltale::ui
