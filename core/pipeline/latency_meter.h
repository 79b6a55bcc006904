// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace telltale::pipeline {

/// Median and 99th percentile of the last 1000 durations. Units: milliseconds. Missing: zeros before the first.
class LatencyMeter {
public:
    void add(Duration latency);
    /// p50, p99. Cost: sorts a copy; ask a few times a second.
    [[nodiscard]] std::pair<double, double> percentiles() const;

private:
    static constexpr std::size_t kWindow = 1000;
    std::vector<float> m_millis;
    std::size_t m_next = 0;
};

} // namespace telltale::pipeline
