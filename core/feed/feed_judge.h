// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/feed_health.h"

#include <array>
#include <cstdint>
#include <optional>

namespace telltale::feed {

/// Decides what state a feed is in, from what came in and when. A dead feed must never look like a quiet one.
/// Lost: silent for longer than `deadline()`, or without a connection for longer than the setting.
/// Units: steady clock only. Thread: one. Cost: O(1) to note, 64 numbers partly sorted to ask.
class FeedJudge {
public:
    explicit FeedJudge(Duration lostAfter) : m_lostAfter(lostAfter) {}

    void data(SteadyTime now);
    void heartbeat(SteadyTime now);
    void otherValid(SteadyTime now) { m_lastValid = now; }
    void rejected(SteadyTime now) { m_lastReject = now; }
    /// Hands shaken: frames can come. False: the connection ended.
    void connected(bool ready, SteadyTime now);
    /// Somebody is there who does not speak ZeroMQ, or does not speak at all.
    void handshakeFailed(SteadyTime now) { m_lastFailure = now; }

    [[nodiscard]] FeedState state(SteadyTime now) const;
    /// How long the feed may be silent: 2.5 s (or the setting, if that is shorter) when it sends heartbeats every second; else the
    /// setting or three median intervals, whichever is longer.
    [[nodiscard]] Duration deadline() const;
    [[nodiscard]] bool connected() const { return m_connected; }
    [[nodiscard]] bool failedLately(SteadyTime now) const;

private:
    static constexpr std::size_t kIntervals = 64;

    [[nodiscard]] bool beating() const;
    [[nodiscard]] Duration medianInterval() const;
    [[nodiscard]] FeedState stateBeforeFirst(SteadyTime now) const;

    Duration m_lostAfter;
    std::optional<SteadyTime> m_lastValid;
    std::optional<SteadyTime> m_lastData;
    std::optional<SteadyTime> m_lastHeartbeat;
    std::optional<SteadyTime> m_lastReject;
    std::optional<SteadyTime> m_lastFailure;
    bool m_connected = false;
    SteadyTime m_connectedSince{}; ///< or not connected since
    std::array<Duration, kIntervals> m_intervals{};
    std::size_t m_intervalCount = 0; ///< ever seen
};

} // namespace telltale::feed
