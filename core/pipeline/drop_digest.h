// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/intake_item.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace telltale::pipeline {

/// What had to go from a full queue, in as little as can be said of it: a gap an asset with the number of messages lost, the newest
/// description of each asset, and of each feed's health what changed its state. Bounded by the assets, and by how often feeds come and go.
/// Thread: one at a time.
class DropDigest {
public:
    void add(IntakeItem dropped);
    /// Descriptions, gaps, health, in that order; forgotten then. The counters below go on.
    [[nodiscard]] std::vector<IntakeItem> take();
    [[nodiscard]] bool empty() const { return m_described.empty() && m_gaps.empty() && m_health.empty(); }

    [[nodiscard]] std::uint64_t batches() const { return m_batches; }
    [[nodiscard]] std::uint64_t samples() const { return m_samples; }

private:
    using Place = std::pair<FeedId, std::string>; ///< feed and asset

    void keep(FeedId feed, SampleBatch &&batch);
    void keep(FeedId feed, wire::Describe &&describe);
    void keep(FeedId feed, feed::Gap &&gap);
    void keep(FeedId feed, FeedHealth &&health);

    std::map<Place, wire::Describe> m_described;
    std::map<Place, feed::Gap> m_gaps;
    std::vector<IntakeItem> m_health;
    std::uint64_t m_batches = 0;
    std::uint64_t m_samples = 0;
};

} // namespace telltale::pipeline
