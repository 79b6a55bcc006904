// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <array>
#include <cstddef>

namespace telltale::pipeline {

/// Learns how often a sensor reports: the median of its last 31 intervals, so that a pause or a burst does not move it.
/// Missing: zero until three intervals were seen. Cost: 250 bytes a sensor, O(1) a sample, the median is sorted out every 8th.
class PeriodMeter {
public:
    void add(Duration interval);
    [[nodiscard]] Duration period() const { return m_period; }

private:
    std::array<Duration, 31> m_intervals{};
    std::size_t m_count = 0;
    Duration m_period{0};
};

} // namespace telltale::pipeline
