// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

namespace telltale::feed {

/// Notices a message that never ends. libzmq collects all parts of a message before it delivers any, and neither a high-water mark nor a
/// largest size bounds that, so the only trace is that the process grows while nothing is delivered.
/// The level that growth is measured from is taken at connect and again after every frame that was delivered: whatever the process uses
/// while frames come in is its own business. Growth of the rest of the program while a feed is silent can be mistaken for an attack; that
/// costs one new socket on a feed that delivers nothing, after which the new size is the level. The level never creeps up by itself: a
/// slow drip is found as surely as a flood.
/// Thread: one. Cost: O(1).
class MemoryWatch {
public:
    explicit MemoryWatch(std::size_t limitBytes) : m_limit(limitBytes) {}

    /// A new socket, or a frame of the present one: growth counts from the next look.
    void restart() { m_level.reset(); }
    /// `resident` as read now. True when the process has grown by more than the limit while nothing was delivered.
    [[nodiscard]] bool tooMuch(std::size_t resident);

private:
    std::size_t m_limit;
    std::optional<std::size_t> m_level;
};

/// Resident memory of this process; empty where the system does not tell.
[[nodiscard]] std::optional<std::size_t> residentBytes();

/// Gives freed memory back to the system. After a socket with a huge message is closed the allocator would keep most of it.
void releaseFreedMemory();

} // namespace telltale::feed
