// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/period_meter.h"

#include <algorithm>

namespace telltale::pipeline {

void PeriodMeter::add(Duration interval)
{
    m_intervals[m_count % m_intervals.size()] = interval;
    ++m_count;
    if (m_count < 3 || (m_count > 16 && m_count % 8 != 0))
        return;
    auto sorted = m_intervals;
    const auto used = static_cast<std::ptrdiff_t>(std::min(m_count, sorted.size()));
    std::nth_element(sorted.begin(), sorted.begin() + used / 2, sorted.begin() + used);
    m_period = sorted[static_cast<std::size_t>(used / 2)];
}

} // namespace telltale::pipeline
