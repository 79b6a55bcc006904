// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/data_quality.h"

#include <algorithm>
#include <map>

namespace telltale::report {

namespace {

using Kind = Interruption::Kind;

std::uint64_t rejectedOf(const FeedHealth &health)
{
    std::uint64_t frames = 0;
    for (const auto &[reason, count] : health.rejects)
        frames += count;
    return frames;
}

/// The first entry only says where the counter stood.
void advance(Counted &counted, std::uint64_t now, bool first)
{
    if (!first)
        counted.inWindow += now >= counted.inAll ? now - counted.inAll : now;
    counted.inAll = now;
}

void take(FeedQuality &quality, const FeedHealth &health, bool first)
{
    advance(quality.samples, health.samples, first);
    advance(quality.gaps, health.gaps, first);
    advance(quality.lost, health.lostMessages, first);
    advance(quality.rejected, rejectedOf(health), first);
    advance(quality.late, health.lateRows, first);
    advance(quality.restarts, health.publisherRestarts, first);
    advance(quality.reconnects, health.reconnects, first);
    quality.worstLagSec = std::max(quality.worstLagSec, health.lagSec);
    quality.skewed = quality.skewed || health.clockSkewed;
    quality.last = health;
}

/// Opens a span where something begins to hold and closes it where it ends; the end of a run of entries closes nothing.
class Spans {
public:
    Spans(Kind kind, std::vector<Interruption> &found) : m_kind(kind), m_found(found) {}

    void at(const std::string &where, UtcTime time, bool holds)
    {
        const auto open = m_open.find(where);
        if (holds && open == m_open.end()) {
            m_open[where] = m_found.size();
            m_found.push_back({time, kNoTime, m_kind, where});
        } else if (!holds && open != m_open.end()) {
            m_found[open->second].to = time;
            m_open.erase(open);
        }
    }

private:
    Kind m_kind;
    std::vector<Interruption> &m_found;
    std::map<std::string, std::size_t> m_open;
};

void addFeeds(const IncidentReport &report, std::vector<Interruption> &found)
{
    Spans down(Kind::FeedDown, found);
    Spans skewed(Kind::ClockSkew, found);
    for (const auto &[at, health] : report.feedHealth) {
        down.at(health.address, at, isDown(health.state));
        skewed.at(health.address, at, health.clockSkewed);
    }
}

void addSamples(const Evidence &evidence, std::vector<Interruption> &found)
{
    Spans bad(Kind::BadQuality, found);
    const std::string where = evidence.sensor.text();
    UtcTime before = kNoTime;
    for (const ChunkPtr &chunk : evidence.samples) {
        for (std::size_t i = 0; i < chunk->size(); ++i) {
            const UtcTime at = fromNanos(chunk->t[i]);
            if ((chunk->flags[i] & Chunk::kGapBefore) != 0 && before != kNoTime)
                found.push_back({before, at, Kind::Gap, where});
            bad.at(where, at, chunk->quality(i) == Quality::Bad);
            before = at;
        }
    }
}

void addFrozenAlarms(const ReportedAlarm &alarm, std::vector<Interruption> &found)
{
    Spans stale(Kind::Stale, found);
    for (const AlarmEvent &event : alarm.events) {
        if (event.kind == AlarmEventKind::QualityBad || event.kind == AlarmEventKind::QualityGood)
            stale.at(event.source.text(), event.at, event.kind == AlarmEventKind::QualityBad);
    }
}

} // namespace

std::vector<FeedQuality> feedQuality(const IncidentReport &report)
{
    std::map<std::string, FeedQuality> feeds;
    for (const auto &[at, health] : report.feedHealth) {
        const auto [place, first] = feeds.try_emplace(health.address);
        take(place->second, health, first);
    }
    std::vector<FeedQuality> list;
    for (auto &[address, quality] : feeds)
        list.push_back(std::move(quality));
    return list;
}

std::vector<Interruption> interruptions(const IncidentReport &report)
{
    std::vector<Interruption> found;
    addFeeds(report, found);
    for (const ReportedAlarm &alarm : report.alarms) {
        addFrozenAlarms(alarm, found);
        for (const Evidence &evidence : alarm.evidence)
            addSamples(evidence, found);
    }
    std::ranges::sort(found);
    // Two alarms of one sensor share samples.
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace telltale::report
