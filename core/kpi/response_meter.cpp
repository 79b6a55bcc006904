// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kpi/response_meter.h"

#include "core/kpi/alarm_facts.h"

#include <algorithm>

namespace telltale::kpi {

namespace {

double nearestRankSec(const std::vector<Duration> &sorted, std::size_t percent)
{
    return sorted.empty() ? kMissing : toSeconds(sorted[(sorted.size() * percent + 99) / 100 - 1]);
}

} // namespace

std::size_t ResponseMeter::acknowledged(Priority priority, Duration waited, bool afterClear)
{
    m_samples.push_back({priority, waited, afterClear});
    return m_samples.size() - 1;
}

ResponseTimes ResponseMeter::of(std::optional<Priority> priority) const
{
    ResponseTimes times;
    std::vector<Duration> waited;
    for (const Sample &each : m_samples) {
        if (!each.counts || (priority && each.priority != *priority))
            continue;
        waited.push_back(each.waited);
        times.afterClear += each.afterClear ? 1 : 0;
    }
    std::sort(waited.begin(), waited.end());
    times.acknowledged = waited.size();
    times.p50Sec = nearestRankSec(waited, 50);
    times.p95Sec = nearestRankSec(waited, 95);
    times.afterClearPercent = percentOf(times.afterClear, times.acknowledged);
    times.waiting = static_cast<std::uint64_t>(
        std::count_if(m_waiting.begin(), m_waiting.end(), [&](Priority each) { return !priority || each == *priority; }));
    return times;
}

void ResponseMeter::finish(Kpis &kpis) const
{
    kpis.response = of(std::nullopt);
    kpis.responseBy = {of(Priority::P1), of(Priority::P2), of(Priority::P3)};
}

} // namespace telltale::kpi
