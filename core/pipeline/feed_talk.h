// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <algorithm>

namespace telltale::pipeline {

/// What a feed says of the silence of one of its sensors: it counts only while the feed is there. A feed that stands still, and then
/// brings what was held up, says nothing against anyone.
/// Units: our clock. Missing: no silence before the first reading. Thread: one. Cost: O(1). Source: ours.
class FeedTalk {
public:
    void heard(UtcTime at)
    {
        if (m_newest == kNoTime || at - m_newest > kPause)
            m_since = at;
        m_newest = std::max(m_newest, at);
    }
    /// Whether it is live.
    void tell(bool live, UtcTime now)
    {
        if (live && !m_live)
            m_liveSince = now;
        m_live = live;
    }
    [[nodiscard]] bool isLive() const { return m_live; }
    /// Since when a sensor might have been heard that was heard last at `sensorHeard`.
    [[nodiscard]] UtcTime couldBeHeardSince(UtcTime sensorHeard) const { return std::max(sensorHeard, m_liveSince); }
    /// How long the feed has gone on since it delivered that sensor for the last time.
    [[nodiscard]] Duration wentOnSince(UtcTime sensorHeard) const
    {
        return m_newest == kNoTime ? Duration::zero() : std::max(Duration::zero(), m_newest - std::max(sensorHeard, m_since));
    }
    /// Our clock was set back to `now`.
    void forgetTheFuture(UtcTime now)
    {
        m_newest = std::min(m_newest, now);
        m_since = std::min(m_since, now);
        m_liveSince = std::min(m_liveSince, now);
    }

private:
    /// Longer than this is no talking: below it, no sensor is stale yet.
    static constexpr Duration kPause = std::chrono::seconds{2};

    UtcTime m_newest = kNoTime;
    UtcTime m_since = kNoTime;
    bool m_live = false;
    UtcTime m_liveSince = kNoTime;
};

} // namespace telltale::pipeline
