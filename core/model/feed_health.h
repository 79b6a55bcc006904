// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/ids.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace telltale {

/// What is known about a feed right now.
enum class FeedState : std::uint8_t {
    Connecting,    ///< never had a valid frame
    Live,          ///< valid frames are coming in
    NoValidFrames, ///< connected, but nothing that can be read
    Lost,          ///< was live; silent for longer than it may be
    Ended,         ///< all that it had to say is said: a file that was played, or a feed that was taken away
};

/// Readings are missing that should come.
[[nodiscard]] constexpr bool isDown(FeedState state)
{
    return state != FeedState::Live && state != FeedState::Ended;
}

[[nodiscard]] std::string_view toText(FeedState state); ///< for people: "live", "lost", …

enum class ClockKind : std::uint8_t { Unknown, Live, Simulated };

/// Counters only grow during a run. Units as named.
struct FeedHealth {
    FeedId feed{};
    std::string address;
    FeedState state = FeedState::Connecting;
    std::string detail; ///< one line for people: why it is not live, what is being tried
    ClockKind clock = ClockKind::Unknown;
    double speed = 1.0;     ///< of a simulated clock
    bool sequenced = false; ///< false: gaps cannot be seen, and that is shown
    std::uint64_t epoch = 0;
    std::uint64_t frames = 0; ///< received, good or bad
    std::uint64_t bytes = 0;
    std::uint64_t samples = 0; ///< values taken over
    std::uint64_t heartbeats = 0;
    std::map<std::string, std::uint64_t> rejects; ///< reason -> frames
    std::uint64_t gaps = 0;                       ///< holes in the sequence
    std::uint64_t lostMessages = 0;               ///< messages inside those holes
    std::uint64_t publisherRestarts = 0;          ///< changes of epoch
    std::uint64_t reconnects = 0;                 ///< sockets we had to build anew
    std::uint64_t disconnects = 0;                ///< connections that ended
    std::uint64_t lateRows = 0;                   ///< out of order or a time already seen: stored, not scored
    std::uint64_t refusedNames = 0;               ///< sensors beyond the cap
    double framesPerSecond = 0.0;
    double samplesPerSecond = 0.0;
    double lagSec = 0.0;         ///< receive time minus event time of the newest row; live clocks only
    bool clockSkewed = false;    ///< live clock more than 2 s from ours
    UtcTime lastFrame = kNoTime; ///< our clock
    UtcTime lastEvent = kNoTime; ///< newest event time
    UtcTime lostSince = kNoTime;
};

} // namespace telltale
