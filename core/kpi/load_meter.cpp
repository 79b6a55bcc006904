// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kpi/load_meter.h"

#include "core/kpi/alarm_facts.h"

#include <algorithm>

namespace telltale::kpi {

LoadMeter::LoadMeter(const KpiQuestion &question) : m_question(question)
{
    m_load.bins.resize(binsOf(question));
}

void LoadMeter::raised(UtcTime at)
{
    if (m_question.contains(at)) {
        ++m_load.raises;
        ++m_load.bins[static_cast<std::size_t>((at - m_question.from) / kBin)];
    }
    const UtcTime now = m_recent.empty() ? at : std::max(at, m_recent.back()); // our clock may have been set back
    endFloodBefore(now);
    m_recent.push_back(now);
    while (m_recent.front() <= now - kBin)
        m_recent.pop_front();
    const auto count = static_cast<std::uint32_t>(m_recent.size());
    if (!m_flood && count > m_question.limits.floodAbove) {
        m_flood = true;
        m_load.floods.push_back({now, kNoTime, count});
    }
    if (m_flood)
        m_load.floods.back().peak = std::max(m_load.floods.back().peak, count);
}

void LoadMeter::endFloodBefore(UtcTime now)
{
    const std::size_t keeps = m_question.limits.floodBelow;
    if (!m_flood || keeps == 0 || m_recent.size() < keeps)
        return;
    const UtcTime end = m_recent[m_recent.size() - keeps] + kBin;
    if (end > now)
        return;
    m_load.floods.back().to = end;
    m_flood = false;
}

AlarmLoad LoadMeter::finish(const WatchedTime &watched)
{
    m_load.watched = watched;
    endFloodBefore(m_question.to);
    std::erase_if(m_load.floods, [&](const FloodEpisode &each) { return each.to != kNoTime && each.to <= m_question.from; });
    for (const FloodEpisode &each : m_load.floods)
        m_load.inFlood += overlap(m_question, each.from, each.to == kNoTime ? m_question.to : each.to);
    for (const std::uint32_t count : m_load.bins) {
        m_load.mostInBin = std::max(m_load.mostInBin, count);
        m_load.crowdedBins += count > m_question.limits.floodAbove ? 1 : 0;
    }
    // An alarm that the journal has was watched, whatever the rows say.
    const std::size_t least = m_load.crowdedBins;
    m_load.crowdedPercent = percentOf(m_load.crowdedBins, watched.known ? std::max(watched.bins, least) : m_load.bins.size());
    if (const double seconds = toSeconds(watched.known ? watched.time : m_question.length()); seconds > 0) {
        m_load.perHour = double(m_load.raises) * 3600.0 / seconds;
        m_load.meanPerBin = double(m_load.raises) * toSeconds(kBin) / seconds;
    }
    return std::move(m_load);
}

} // namespace telltale::kpi
