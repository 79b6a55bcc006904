// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kpi/watch_meter.h"

#include "core/kpi/alarm_facts.h"
#include "core/kpi/feed_meter.h"

#include <algorithm>

namespace telltale::kpi {

WatchMeter::WatchMeter(const KpiQuestion &question) : m_question(question), m_bins(binsOf(question)) {}

void WatchMeter::add(UtcTime at)
{
    count(at);
    m_last = std::max(m_last, at);
}

void WatchMeter::count(UtcTime next)
{
    if (m_last == kNoTime)
        return;
    const UtcTime from = std::max(m_last, m_question.from);
    const UtcTime to = std::min({next, m_last + FeedMeter::kHold, m_question.to});
    if (from >= to)
        return;
    m_watched.known = true;
    m_watched.time += to - from;
    const auto first = (from - m_question.from) / kBin;
    const auto last = (to - Duration{1} - m_question.from) / kBin;
    std::fill(m_bins.begin() + first, m_bins.begin() + last + 1, true);
}

WatchedTime WatchMeter::finish()
{
    count(m_question.to);
    m_watched.bins = static_cast<std::size_t>(std::ranges::count(m_bins, true));
    return m_watched;
}

} // namespace telltale::kpi
