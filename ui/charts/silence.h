// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "ui/charts/trend_samples.h"

#include <optional>
#include <utility>

namespace telltale::ui {

/// The longest time between two samples in sight that a line may cross: three times the usual interval of the sensor (`period`, or what
/// its samples have on average where that is more), two seconds at least, as for "stale". Anything longer and nothing was recorded: the
/// program stood still, or the sensor was silent. Nothing while the interval is unknown.
[[nodiscard]] std::optional<Duration> longestStep(const TrendSamples &samples, TimeInterval interval, Duration period);

/// Goes from sample to sample and says where nothing was recorded in between.
class SilenceWatch {
public:
    explicit SilenceWatch(std::optional<Duration> longest) : m_longest(longest) {}

    [[nodiscard]] bool before(std::int64_t time)
    {
        const std::int64_t newest = std::exchange(m_newest, time).value_or(time);
        return m_longest && time - newest > m_longest->count();
    }
    /// Jumps on to `time` without looking.
    void skipTo(std::int64_t time) { m_newest = time; }

private:
    std::optional<Duration> m_longest;
    std::optional<std::int64_t> m_newest;
};

} // namespace telltale::ui
