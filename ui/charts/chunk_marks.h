// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/chunk.h"

#include <cstdint>
#include <vector>

namespace telltale::ui {

/// What in a chunk needs a mark of its own, found once so that a frame need not look at every sample.
struct ChunkMarks {
    enum class Kind : std::uint8_t { BadQuality, NoDecision };
    /// Samples [from, to) in a row of one kind.
    struct Run {
        std::uint32_t from = 0;
        std::uint32_t to = 0;
        Kind kind = Kind::BadQuality;

        friend bool operator==(const Run &, const Run &) = default;
    };
    /// The expected band of the whole chunk.
    struct Band {
        float lower = 0.0F;
        float upper = 0.0F;
        bool known = false;       ///< somewhere in it
        bool brokenBefore = true; ///< its first sample has none, or must not be joined with what is before
        bool brokenAfter = true;  ///< its last sample has none
    };
    std::vector<std::uint32_t> anomalous; ///< indexes of samples, ascending
    std::vector<Run> runs;                ///< in order; a sample of bad quality is never also "no decision"
    Band band;
};

/// Whether the i-th sample has an expected band.
[[nodiscard]] bool bandKnown(const Chunk &chunk, std::size_t i);
/// Cost: one pass over flags and band.
[[nodiscard]] ChunkMarks marksOf(const Chunk &chunk);

} // namespace telltale::ui
