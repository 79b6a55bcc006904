// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/time_intervals.h"

#include <algorithm>

namespace telltale::ui {

void TimeIntervals::add(TimeInterval interval)
{
    if (interval.empty())
        return;
    std::vector<TimeInterval> merged;
    for (const TimeInterval &known : m_intervals) {
        if (known.to < interval.from || known.from > interval.to)
            merged.push_back(known);
        else
            interval = {std::min(known.from, interval.from), std::max(known.to, interval.to)};
    }
    const auto place =
        std::lower_bound(merged.begin(), merged.end(), interval, [](const auto &a, const auto &b) { return a.from < b.from; });
    merged.insert(place, interval);
    m_intervals = std::move(merged);
}

void TimeIntervals::cutFrom(std::int64_t at)
{
    for (TimeInterval &interval : m_intervals)
        interval.to = std::min(interval.to, at);
    std::erase_if(m_intervals, [](const TimeInterval &interval) { return interval.empty(); });
}

void TimeIntervals::cutBefore(std::int64_t at)
{
    for (TimeInterval &interval : m_intervals)
        interval.from = std::max(interval.from, at);
    std::erase_if(m_intervals, [](const TimeInterval &interval) { return interval.empty(); });
}

std::optional<TimeInterval> TimeIntervals::newestMissing(TimeInterval wanted) const
{
    for (auto known = m_intervals.rbegin(); known != m_intervals.rend() && !wanted.empty(); ++known) {
        if (known->to < wanted.to)
            return TimeInterval{std::max(wanted.from, known->to), wanted.to};
        wanted.to = std::min(wanted.to, known->from);
    }
    return wanted.empty() ? std::nullopt : std::optional(wanted);
}

} // namespace telltale::ui
