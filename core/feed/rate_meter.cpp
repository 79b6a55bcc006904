// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/rate_meter.h"

#include <algorithm>

namespace telltale::feed {

void RateMeter::count(std::uint64_t events, SteadyTime now)
{
    const std::int64_t quarter = quarterOf(now);
    if (m_first < 0)
        m_first = quarter;
    Bucket &bucket = m_buckets[static_cast<std::size_t>(quarter) % m_buckets.size()];
    if (bucket.quarter != quarter)
        bucket = {quarter, 0};
    bucket.events += events;
}

double RateMeter::perSecond(SteadyTime now) const
{
    const std::int64_t quarter = quarterOf(now);
    const std::int64_t age = std::min(quarter - m_first, kQuarters);
    if (m_first < 0 || age <= 0)
        return 0.0;
    std::uint64_t events = 0;
    for (const Bucket &bucket : m_buckets)
        events += bucket.quarter >= quarter - age && bucket.quarter < quarter ? bucket.events : 0;
    return static_cast<double>(events) / (static_cast<double>(age) * toSeconds(kQuarter));
}

} // namespace telltale::feed
