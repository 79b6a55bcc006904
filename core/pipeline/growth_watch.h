// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <algorithm>
#include <cstdint>

namespace telltale::pipeline {

/// Whether a counter has grown lately: turns "n frames were refused" into a condition that begins and ends. Thread: one.
class GrowthWatch {
public:
    /// True until `memory` after the last growth.
    bool grewLately(std::uint64_t count, UtcTime now, Duration memory)
    {
        if (count > m_count)
            m_grewAt = now;
        m_count = count;
        return m_grewAt != kNoTime && now - m_grewAt <= memory;
    }
    /// Our clock was set back to `now`.
    void forgetTheFuture(UtcTime now) { m_grewAt = std::min(m_grewAt, now); }

private:
    std::uint64_t m_count = 0;
    UtcTime m_grewAt = kNoTime;
};

} // namespace telltale::pipeline
