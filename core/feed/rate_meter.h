// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <array>
#include <cstdint>

namespace telltale::feed {

/// Events per second over the last three seconds, in quarters of a second; the quarter that is still running is not counted.
/// Thread: one. Cost: O(1) to count, 12 additions to ask.
class RateMeter {
public:
    void count(std::uint64_t events, SteadyTime now);
    [[nodiscard]] double perSecond(SteadyTime now) const;

private:
    static constexpr std::chrono::milliseconds kQuarter{250};
    static constexpr std::int64_t kQuarters = 12;

    static std::int64_t quarterOf(SteadyTime now) { return now.time_since_epoch() / kQuarter; }

    struct Bucket {
        std::int64_t quarter = -1;
        std::uint64_t events = 0;
    };
    /// One more than is summed up: the running quarter.
    std::array<Bucket, kQuarters + 1> m_buckets;
    std::int64_t m_first = -1; ///< quarter of the first event; a young feed is averaged over its age
};

} // namespace telltale::feed
