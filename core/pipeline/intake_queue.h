// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/drop_digest.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <vector>

namespace telltale::pipeline {

/// Queue A. It may drop, oldest first, because a monitor that falls behind must show the present; but it says so: what was thrown away is
/// handed out as gaps *before* anything younger and *after* anything older, so that detectors see "missing" and never "flat". Of deliveries
/// that are no samples (descriptions, gaps, health) the newest are kept even then. So all that is put comes out, or is counted.
/// Bounds: `capacity` deliveries, of about `mostBytes` altogether (one always has room), and a digest of what had to go.
/// Thread: `put` from any number of feed threads, `take` from the alarm thread. One mutex: what is dropped while somebody takes is either
/// older than all that he gets, or younger.
class IntakeQueue {
public:
    static constexpr std::size_t kMostBytes = 256u * 1024 * 1024;

    explicit IntakeQueue(std::size_t capacity, std::size_t mostBytes = kMostBytes) : m_capacity(capacity), m_mostBytes(mostBytes) {}

    /// Nothing happens once it is closed.
    void put(IntakeItem item);
    /// Waits up to `timeout` for something, then takes up to `limit` items in order, those that replace dropped ones first.
    std::vector<IntakeItem> take(std::size_t limit, std::chrono::milliseconds timeout);
    void close();
    /// Closed, and everything was taken.
    [[nodiscard]] bool drained() const;

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] std::size_t capacity() const { return m_capacity; }
    [[nodiscard]] std::uint64_t droppedBatches() const;
    [[nodiscard]] std::uint64_t droppedSamples() const;

private:
    struct Waiting {
        IntakeItem item;
        std::size_t bytes = 0;
    };

    [[nodiscard]] bool isTooFull() const;
    [[nodiscard]] IntakeItem popOldest();

    const std::size_t m_capacity;
    const std::size_t m_mostBytes;
    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    std::deque<Waiting> m_items;
    std::size_t m_bytes = 0; ///< of all in m_items
    DropDigest m_dropped;    ///< older than all of m_items, younger than all that was taken
    bool m_closed = false;
};

} // namespace telltale::pipeline
