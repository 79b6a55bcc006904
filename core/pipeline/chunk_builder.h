// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/chunk.h"
#include "core/model/sample_batch.h"
#include "core/model/score.h"
#include "core/model/snapshot.h"

#include <cstdint>
#include <limits>

namespace telltale::pipeline {

/// One sample as it goes into history and onto the screen.
struct TracedSample {
    std::int64_t t = 0;
    double value = kMissing;
    Quality quality = Quality::Good;
    Score score;
    bool gapBefore = false;
    bool scored = true;
};

/// Collects a sensor's samples: an open tail, and the newest sealed chunks. Samples that come late are put where their time belongs
/// as long as that is inside the tail; older ones are collected apart and leave with `takeLate`.
/// Where no sealed chunk may be kept, the newest still stays until the tail has kHandOver samples, by when the store has it.
/// Cost: 29 bytes a sample, 30 kB for a whole chunk and for a tail of more than kHandOver samples.
/// Thread: the alarm thread; what it hands out is immutable.
class ChunkBuilder {
public:
    static constexpr std::size_t kHandOver = 64;

    ChunkBuilder(SensorId sensor, std::size_t keptChunks);

    /// The chunk that this sample filled, null for most.
    ChunkPtr add(const TracedSample &sample);
    /// Everything drawable. Cost: copies the tail when it changed since the last call.
    [[nodiscard]] SensorTrace trace();
    /// A copy of the tail when it changed since the last call of this function, else null.
    [[nodiscard]] ChunkPtr changedTail();
    /// Late samples older than the tail, as a chunk of their own; null when there are none.
    [[nodiscard]] ChunkPtr takeLate();
    void keepChunks(std::size_t count);

private:
    ChunkPtr seal();
    void insert(Chunk &chunk, const TracedSample &sample);
    void forgetOldest();

    Chunk m_tail;
    Chunk m_late;
    std::vector<ChunkPtr> m_sealed;
    std::int64_t m_newestSealed = std::numeric_limits<std::int64_t>::min(); ///< its last sample
    std::size_t m_keptChunks;
    std::uint64_t m_revision = 0;
    std::uint64_t m_tracedRevision = 0;
    std::uint64_t m_storedRevision = 0;
    ChunkPtr m_tracedTail;
};

} // namespace telltale::pipeline
