// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/feed_health.h"

#include <optional>

namespace telltale::feed {

/// Decides whether a publisher's clock is a live one, which is judged against ours, or a simulated one, which never is.
/// A `describe` that names the clock decides. Without one: simulated when the first time is more than an hour from ours, else live; but a
/// publisher that has sent heartbeats and no `describe` for longer than these are repeated is live, whatever its times say.
/// Thread: one. Cost: O(1).
class ClockJudge {
public:
    void described(ClockKind clock, double speed);
    void heartbeat(SteadyTime now);
    /// The publisher started anew: what it never said is guessed again.
    void restarted();
    /// Looks at the newest time of a batch; the first one makes the guess.
    void sample(UtcTime newest, UtcTime received);

    [[nodiscard]] ClockKind kind(SteadyTime now) const;
    [[nodiscard]] double speed() const { return m_speed; }
    /// False for a live clock more than a day ahead of ours.
    [[nodiscard]] bool accepts(UtcTime newest, UtcTime received, SteadyTime now) const;
    /// Seconds that a live clock's newest row is behind ours; zero for others.
    [[nodiscard]] double lagSec(SteadyTime now) const;
    [[nodiscard]] bool skewed(SteadyTime now) const;

private:
    ClockKind m_declared = ClockKind::Unknown;
    ClockKind m_guess = ClockKind::Unknown;
    double m_speed = 1.0;
    std::optional<SteadyTime> m_firstHeartbeat;
    Duration m_lag{0};
};

} // namespace telltale::feed
