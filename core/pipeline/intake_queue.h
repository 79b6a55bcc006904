// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bounded_queue.h"
#include "core/feed/feed_source.h"
#include "core/model/ids.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace telltale::pipeline {

/// One delivery of one feed, on its way to detection.
struct IntakeItem {
    FeedId feed{};
    feed::Delivery what;
};

/// Queue A. It may drop, oldest batch first, because a monitor that falls behind must show the present; but it says so: what was
/// thrown away is handed out as gaps *before* anything younger, so that detectors see "missing" and never "flat". Deliveries that
/// are no samples (descriptions, gaps, health) are kept even then.
/// Thread: `put` from any number of feed threads, `take` from the alarm thread.
class IntakeQueue {
public:
    explicit IntakeQueue(std::size_t capacity) : m_items(capacity) {}

    void put(IntakeItem item);
    /// Waits up to `timeout` for something, then takes up to `limit` items in order, those that replace dropped ones first.
    std::vector<IntakeItem> take(std::size_t limit, std::chrono::milliseconds timeout);
    void close() { m_items.close(); }
    [[nodiscard]] bool drained() const { return m_items.drained(); }

    [[nodiscard]] std::size_t size() const { return m_items.size(); }
    [[nodiscard]] std::size_t capacity() const { return m_items.capacity(); }
    [[nodiscard]] std::uint64_t droppedBatches() const;
    [[nodiscard]] std::uint64_t droppedSamples() const;

private:
    void remember(IntakeItem dropped);
    std::vector<IntakeItem> replacements();

    BoundedQueue<IntakeItem> m_items;
    mutable std::mutex m_mutex;
    std::vector<IntakeItem> m_rescued;
    std::map<std::pair<FeedId, std::string>, std::uint64_t> m_lost; ///< by feed and asset, since the last `take`
    std::uint64_t m_droppedBatches = 0;
    std::uint64_t m_droppedSamples = 0;
};

} // namespace telltale::pipeline
