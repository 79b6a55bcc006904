// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kpi/feed_meter.h"

#include "core/kpi/alarm_facts.h"

#include <algorithm>

namespace telltale::kpi {

namespace {

/// A counter begins anew with every run of the program.
std::uint64_t grown(std::uint64_t before, std::uint64_t now)
{
    return now >= before ? now - before : now;
}

} // namespace

void FeedMeter::add(UtcTime at, const FeedHealth &health)
{
    Track &track = m_tracks[health.address];
    const Row row{at, health.state == FeedState::Live, health.gaps, health.lostMessages};
    if (track.last)
        count(track, at);
    if (health.state == FeedState::Ended) { // nothing was to come any more
        track.last.reset();
        return;
    }
    if (m_question.contains(at)) {
        FeedUptime &uptime = track.uptime;
        uptime.outages += track.last && track.last->live && !row.live ? 1 : 0;
        uptime.gaps += grown(track.last ? track.last->gaps : 0, row.gaps);
        uptime.lostMessages += grown(track.last ? track.last->lostMessages : 0, row.lostMessages);
    }
    track.last = row;
}

void FeedMeter::count(Track &track, UtcTime next) const
{
    const Duration known = overlap(m_question, track.last->at, std::min(next, track.last->at + kHold));
    if (track.last->live) {
        track.uptime.live += known;
        track.outage = Duration::zero();
        return;
    }
    track.uptime.down += known;
    track.outage += known;
    track.uptime.longestOutage = std::max(track.uptime.longestOutage, track.outage);
}

std::vector<FeedUptime> FeedMeter::finish()
{
    std::vector<FeedUptime> feeds;
    for (auto &[address, track] : m_tracks) {
        if (track.last)
            count(track, m_question.to);
        track.uptime.address = address;
        const Duration watched = track.uptime.live + track.uptime.down;
        if (watched > Duration::zero())
            track.uptime.uptimePercent = 100.0 * toSeconds(track.uptime.live) / toSeconds(watched);
        feeds.push_back(track.uptime);
    }
    return feeds;
}

} // namespace telltale::kpi
