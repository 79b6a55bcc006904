// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kpi/actor_table.h"

#include <algorithm>
#include <numeric>

namespace telltale::kpi {

namespace {

std::vector<GroupShare> sharesOf(const std::map<std::string, std::uint64_t> &counts, std::uint64_t all)
{
    std::vector<GroupShare> shares;
    for (const auto &[name, raises] : counts)
        shares.push_back({name, raises, percentOf(raises, all)});
    std::stable_sort(shares.begin(), shares.end(), [](const auto &a, const auto &b) { return a.raises > b.raises; });
    return shares;
}

} // namespace

bool ActorTable::chatters(const Entry &entry) const
{
    return entry.recent.size() >= m_question.limits.chatterRaises
           && entry.recent.back() - entry.recent.front() < m_question.limits.chatterWithin;
}

void ActorTable::raised(const AlarmEvent &event, const AlarmFacts &facts)
{
    Entry &entry = m_entries[Key{facts.source, facts.what}];
    entry.recent.push_back(event.at);
    while (entry.recent.size() > m_question.limits.chatterRaises)
        entry.recent.pop_front();
    if (!m_question.contains(event.at))
        return;
    BadActor &actor = entry.actor;
    actor.chattering = actor.chattering || chatters(entry);
    actor.source = facts.source;
    actor.what = facts.what;
    actor.detector = facts.detector;
    actor.priority = event.priority;
    actor.newest = event.occurrence;
    ++actor.raises;
    ++m_assets[facts.source.asset];
    ++m_detectors[facts.detector];
}

void ActorTable::fleeting(const AlarmFacts &facts)
{
    ++m_entries[Key{facts.source, facts.what}].actor.fleeting;
}

std::vector<BadActor> ActorTable::worstFirst(std::uint64_t all) const
{
    std::vector<BadActor> actors;
    for (const auto &[key, entry] : m_entries) {
        if (entry.actor.raises == 0)
            continue;
        actors.push_back(entry.actor);
        actors.back().percent = percentOf(entry.actor.raises, all);
    }
    std::stable_sort(actors.begin(), actors.end(), [](const auto &a, const auto &b) { return a.raises > b.raises; });
    return actors;
}

void ActorTable::finish(Kpis &kpis) const
{
    const std::uint64_t all = kpis.load.raises;
    std::vector<BadActor> actors = worstFirst(all);
    kpis.definitions = actors.size();
    kpis.chattering = static_cast<std::uint64_t>(std::count_if(actors.begin(), actors.end(), [](const auto &a) { return a.chattering; }));
    actors.resize(std::min(actors.size(), m_question.limits.badActors));
    const auto top =
        std::accumulate(actors.begin(), actors.end(), std::uint64_t{0}, [](auto sum, const auto &a) { return sum + a.raises; });
    kpis.topPercent = percentOf(top, all);
    kpis.badActors = std::move(actors);
    kpis.byAsset = sharesOf(m_assets, all);
    kpis.byDetector = sharesOf(m_detectors, all);
}

} // namespace telltale::kpi
