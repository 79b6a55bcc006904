// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/feed_judge.h"

#include <algorithm>

namespace telltale::feed {

using namespace std::chrono_literals;

namespace {

constexpr Duration kHeartbeatDeadline = 2500ms; ///< two heartbeats missed, with room for jitter
constexpr Duration kFirstFramePatience = 3s;    ///< connected, and not even a heartbeat
constexpr Duration kNoiseMemory = 15s;          ///< longer than from one attempt to the next, so that the state does not flicker

} // namespace

void FeedJudge::data(SteadyTime now)
{
    if (m_lastData)
        m_intervals[m_intervalCount++ % kIntervals] = now - *m_lastData;
    m_lastData = m_lastValid = now;
}

void FeedJudge::heartbeat(SteadyTime now)
{
    m_lastHeartbeat = m_lastValid = now;
}

void FeedJudge::connected(bool ready, SteadyTime now)
{
    if (ready != m_connected)
        m_connectedSince = now;
    m_connected = ready;
}

bool FeedJudge::failedLately(SteadyTime now) const
{
    return m_lastFailure && now - *m_lastFailure <= kNoiseMemory;
}

FeedState FeedJudge::state(SteadyTime now) const
{
    if (!m_lastValid)
        return stateBeforeFirst(now);
    const Duration limit = deadline();
    const bool silent = now - *m_lastValid > limit;
    const bool cutOff = !m_connected && now - m_connectedSince > m_lostAfter;
    if (!silent && !cutOff)
        return FeedState::Live;
    const bool noise = m_connected && m_lastReject && now - *m_lastReject <= limit;
    return noise ? FeedState::NoValidFrames : FeedState::Lost;
}

FeedState FeedJudge::stateBeforeFirst(SteadyTime now) const
{
    const bool noise = m_lastReject && now - *m_lastReject <= kNoiseMemory;
    const bool mute = m_connected && now - m_connectedSince > kFirstFramePatience;
    return noise || mute || failedLately(now) ? FeedState::NoValidFrames : FeedState::Connecting;
}

Duration FeedJudge::deadline() const
{
    if (beating())
        return std::min(kHeartbeatDeadline, m_lostAfter);
    return std::max(m_lostAfter, 3 * medianInterval());
}

bool FeedJudge::beating() const
{
    return m_lastHeartbeat && *m_lastValid - *m_lastHeartbeat <= kHeartbeatDeadline;
}

Duration FeedJudge::medianInterval() const
{
    const std::size_t count = std::min(m_intervalCount, kIntervals);
    if (count == 0)
        return Duration::zero();
    std::array<Duration, kIntervals> sorted = m_intervals;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(count / 2);
    std::nth_element(sorted.begin(), middle, sorted.begin() + static_cast<std::ptrdiff_t>(count));
    return *middle;
}

} // namespace telltale::feed
