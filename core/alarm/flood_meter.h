// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <deque>

namespace telltale::alarm {

/// How many annunciated raises the operator had in the last 10 min, and whether that is a flood: from more than 10 until fewer than 5.
/// Time is ours (when it was decided), because a flood is a load on people. Cost: O(1) amortised, 8 bytes a raise.
class FloodMeter {
public:
    void add(UtcTime at);
    /// Shapes: raises in (now - 10 min, now].
    std::uint32_t count(UtcTime now);
    [[nodiscard]] bool flood() const { return m_flood; }

private:
    std::deque<UtcTime> m_raises;
    bool m_flood = false;
};

} // namespace telltale::alarm
