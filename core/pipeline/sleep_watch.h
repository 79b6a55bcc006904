// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <chrono>
#include <optional>

namespace telltale::pipeline {

/// Notices that the time of day and the steady clock have parted since the last look: the computer slept, while the steady clock stood
/// still, or somebody set its clock. Thread: one. Cost: O(1).
class SleepWatch {
public:
    /// By how much the time of day ran ahead (the computer slept, or its clock was set on) or, negative, was set back; zero for less than
    /// 2 s on or 1 s back.
    [[nodiscard]] Duration step(UtcTime now, SteadyTime steady)
    {
        const Duration ahead = now.time_since_epoch() - std::chrono::duration_cast<Duration>(steady.time_since_epoch());
        const Duration by = ahead - m_ahead.value_or(ahead);
        m_ahead = ahead;
        return by >= kLeastOn || by <= -kLeastBack ? by : Duration{0};
    }

private:
    static constexpr Duration kLeastOn = std::chrono::seconds{2};
    static constexpr Duration kLeastBack = std::chrono::seconds{1};
    std::optional<Duration> m_ahead;
};

} // namespace telltale::pipeline
