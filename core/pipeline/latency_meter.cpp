// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/latency_meter.h"

#include <algorithm>

namespace telltale::pipeline {

void LatencyMeter::add(Duration latency)
{
    const auto millis = static_cast<float>(toSeconds(latency) * 1e3);
    if (m_millis.size() < kWindow) {
        m_millis.push_back(millis);
        return;
    }
    m_millis[m_next] = millis;
    m_next = (m_next + 1) % kWindow;
}

std::pair<double, double> LatencyMeter::percentiles() const
{
    if (m_millis.empty())
        return {0.0, 0.0};
    auto sorted = m_millis;
    std::sort(sorted.begin(), sorted.end());
    return {sorted[sorted.size() / 2], sorted[(sorted.size() - 1) * 99 / 100]};
}

} // namespace telltale::pipeline
