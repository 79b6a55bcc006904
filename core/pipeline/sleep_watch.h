// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <chrono>
#include <optional>

namespace telltale::pipeline {

/// Notices that the computer slept, or that its clock was set on: the time of day has run ahead of the steady clock, which stands still
/// meanwhile. Units: UTC against the steady clock. Thread: one. Cost: O(1).
class SleepWatch {
public:
    /// True once for every time that 2 s or more are missing since the last look.
    [[nodiscard]] bool slept(UtcTime now, SteadyTime steady)
    {
        const Duration ahead = now.time_since_epoch() - std::chrono::duration_cast<Duration>(steady.time_since_epoch());
        const bool missing = m_ahead && ahead - *m_ahead >= kLeast;
        m_ahead = ahead;
        return missing;
    }

private:
    static constexpr Duration kLeast = std::chrono::seconds{2};
    std::optional<Duration> m_ahead;
};

} // namespace telltale::pipeline
