// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/envelope/envelope.h"
#include "core/model/rollup_cell.h"
#include "core/model/snapshot.h"
#include "ui/charts/chunk_marks.h"
#include "ui/charts/time_intervals.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace telltale::ui {

/// One sample, wherever it is kept.
struct SampleRef {
    const Chunk *chunk = nullptr;
    std::size_t index = 0;

    [[nodiscard]] std::int64_t time() const { return chunk->t[index]; }
    [[nodiscard]] double value() const { return chunk->value[index]; }
};

/// What a picture needs of a chunk when it does not look inside.
struct ChunkDigest {
    std::shared_ptr<const ChunkMarks> marks;
    ChunkMarks::Band band;
    std::uint32_t samples = 0;
    bool anomalous = false; ///< somewhere in it
    bool runs = false;
};

/// All samples of one sensor that a trend can draw: what the newest snapshot carries, and before it what was read from the store or fell
/// out of earlier snapshots. Chunks are shared, in order of time and without overlap; where both know a time, the snapshot wins. Thread:
/// UI. Cost: a snapshot costs O(its chunks); stored chunks are cut and indexed once.
class TrendSamples {
public:
    /// More than this is not kept: about 120 MB.
    static constexpr std::size_t kMostHistory = 4'000'000;

    void clear();
    /// What comes from the store from now on is of this level (nothing: samples), and what came so far is given up.
    void startLevel(std::optional<RollupLevel> level);
    [[nodiscard]] std::optional<RollupLevel> level() const { return m_level; }
    void setTrace(const SensorTrace &trace);
    /// The store's answer for `asked`, cut to it; may be empty (then there is nothing to find there).
    void addHistory(TimeInterval asked, std::span<const ChunkPtr> stored);
    /// Gives up stored samples more than four times `view` away from it; once there are too many, more than once.
    void keepAround(TimeInterval view);

    /// The newest part of `wanted` that nobody has asked the store for and that no snapshot carries. Nothing while the cap is reached.
    [[nodiscard]] std::optional<TimeInterval> missing(TimeInterval wanted) const;
    [[nodiscard]] bool atCapacity() const { return m_historySize >= kMostHistory; }

    [[nodiscard]] std::span<const ChunkPtr> chunks() const { return m_chunks; }
    /// Of each chunk, in the same order.
    [[nodiscard]] std::span<const envelope::Summary> summaries() const { return m_summaries; }
    [[nodiscard]] std::span<const ChunkDigest> digests() const { return m_digests; }
    [[nodiscard]] const ChunkMarks &marks(std::size_t chunk) const { return *m_digests[chunk].marks; }
    [[nodiscard]] std::optional<std::int64_t> traceBegin() const { return m_traceBegin; }

    /// The first chunk that has a sample at or after `time`; `chunks().size()` when there is none.
    [[nodiscard]] std::size_t chunkAt(std::int64_t time) const;
    [[nodiscard]] std::size_t countIn(TimeInterval interval) const;
    /// [from, to).
    struct IndexRange {
        std::size_t from = 0;
        std::size_t to = 0;
    };
    /// The chunks that may have samples inside the interval; all but the first and the last lie in it as a whole.
    [[nodiscard]] IndexRange chunksIn(TimeInterval interval) const;
    /// The samples of a chunk that lie inside the interval. Cost: nothing for a chunk that lies in it as a whole.
    [[nodiscard]] IndexRange indexesIn(std::size_t chunk, TimeInterval interval) const;
    [[nodiscard]] std::optional<SampleRef> nearest(std::int64_t time) const;
    [[nodiscard]] std::optional<std::int64_t> newest() const;

private:
    void keepDropped(std::int64_t newBegin);
    void cutHistoryAt(std::int64_t traceBegin);
    void insertHistory(const ChunkPtr &chunk);
    void eraseHistory(std::size_t from, std::size_t to);

    // Stored chunks first ([0, m_historyCount)), then the trace's. What is known of each stands in vectors of its own that run in parallel:
    // a picture of thousands of chunks reads those from end to end and touches few of the chunks themselves.
    std::vector<ChunkPtr> m_chunks;
    std::vector<envelope::Summary> m_summaries;
    std::vector<ChunkDigest> m_digests;
    std::size_t m_historyCount = 0;
    std::size_t m_historySize = 0; ///< samples
    std::optional<std::int64_t> m_traceBegin;
    std::optional<RollupLevel> m_level;
    TimeIntervals m_asked;
};

} // namespace telltale::ui
