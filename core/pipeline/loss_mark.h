// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <string>

namespace telltale::pipeline {

/// Messages that are known to be missing before readings of late: an alarm that rests on such a stretch is marked, because what is missing
/// might have prevented it, or shown it earlier. Units: event time. Pure but for its own state.
class LossMark {
public:
    static constexpr Duration kRemembered = std::chrono::minutes{1};

    /// So many are missing just before the reading of that time.
    void note(UtcTime t, std::uint64_t messages)
    {
        if (messages == 0)
            return;
        const bool goesOn = m_last != kNoTime && t - m_last <= kRemembered;
        m_messages = messages + (goesOn ? m_messages : 0);
        m_last = t;
    }

    /// For an alarm whose evidence begins then; empty = nothing was lost in the minute before, or since.
    [[nodiscard]] std::string textFor(UtcTime firstViolation) const
    {
        if (m_last == kNoTime || firstViolation - m_last > kRemembered)
            return {};
        return "degraded: " + std::to_string(m_messages) + " messages were lost shortly before or meanwhile";
    }

private:
    std::uint64_t m_messages = 0;
    UtcTime m_last = kNoTime; ///< of the newest reading that something was missing before
};

} // namespace telltale::pipeline
