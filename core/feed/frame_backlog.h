// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace telltale::feed {

/// The moment a frame came in, on both clocks.
struct Arrival {
    UtcTime utc = kNoTime;
    SteadyTime steady{};
};

/// Frames that were received and not yet read. Bounded by number and bytes: when there is no room the oldest go, because a monitor that
/// falls behind must show the present; what went is given back to be counted, and the numbers of the messages show it as a gap. Thread:
/// one, but for `unread`. Cost: no allocation once its strings have grown to the size of the frames.
class FrameBacklog {
public:
    static constexpr std::size_t kMostFrames = 4000;
    static constexpr std::size_t kMostBytes = 32u * 1024 * 1024;

    struct Frame {
        std::string bytes;
        bool more = false; ///< a part of a longer message
        Arrival arrival;
    };

    struct Dropped {
        std::uint64_t frames = 0;
        std::uint64_t bytes = 0;
    };

    [[nodiscard]] bool empty() const { return m_frames.empty(); }
    [[nodiscard]] std::size_t size() const { return m_frames.size(); }
    /// An empty frame to be filled, with the room of one that is done with.
    [[nodiscard]] Frame blank();
    /// What had to go for it.
    [[nodiscard]] Dropped put(Frame frame);
    [[nodiscard]] std::optional<Frame> take();
    /// All that would go with it now. Any thread.
    [[nodiscard]] Dropped unread() const { return {m_count, m_bytes}; }
    /// The frame was read: its room can be used again.
    void recycle(Frame frame);
    /// Nobody will read what is there; how much that was.
    [[nodiscard]] Dropped clear();

private:
    std::deque<Frame> m_frames;
    std::atomic<std::size_t> m_count = 0; ///< of m_frames
    std::atomic<std::size_t> m_bytes = 0; ///< of all in m_frames
    std::vector<Frame> m_spare;
};

} // namespace telltale::feed
