// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstdint>

namespace telltale::ui {

/// Keeps drawing to 40 % of the time: after a frame that took long, data-driven frames wait, and those left out are counted. What a person
/// does is always drawn at once. Pure: the caller brings the time.
class DrawBudget {
public:
    static constexpr double kShare = 0.4;

    void drawn(SteadyTime start, Duration cost)
    {
        m_next = start + std::chrono::duration_cast<SteadyTime::duration>(Duration{std::int64_t(double(cost.count()) / kShare)});
    }
    /// How long the next data-driven frame has to wait; zero = draw now. Counts the frame as left out when it has to wait.
    [[nodiscard]] Duration wait(SteadyTime now)
    {
        if (now >= m_next)
            return Duration::zero();
        m_skipped += 1;
        return m_next - now;
    }
    [[nodiscard]] std::uint64_t skipped() const { return m_skipped; }

private:
    SteadyTime m_next{};
    std::uint64_t m_skipped = 0;
};

} // namespace telltale::ui
