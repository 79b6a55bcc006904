// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/chunk.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace telltale::envelope {

/// One pixel column of a chart. `min > max` = nothing to draw here. `gap` = do not join with the column before.
struct Column {
    float min = 1.0F;
    float max = 0.0F;
    float first = 0.0F; ///< first and last finite value: joins columns the way the samples themselves would
    float last = 0.0F;
    bool gap = false;

    [[nodiscard]] bool empty() const { return min > max; }
};

inline constexpr std::size_t kCellsOfLevel = 16; ///< that a cell of the next one summarises

/// Fills `Chunk::levels` (factor 16, from `value`). Called once, when a chunk is sealed. Cost: about 10 ns a sample.
void buildLevels(Chunk &chunk);

/// What a reduction needs of a chunk that falls into one column as a whole. Kept side by side they are read at a stroke, where a walk
/// through the chunks themselves waits for memory ten times each.
struct Summary {
    std::int64_t begin = 0; ///< times of the first and the last sample
    std::int64_t end = 0;
    Column whole;             ///< its `gap`: a value is missing, or marked kGapBefore, up to the first finite one
    bool brokenAfter = false; ///< a value is missing after the last finite one
};

/// Needs a chunk that is not empty. Cost: as buildLevels where it has no levels, else a few reads.
[[nodiscard]] Summary summaryOf(const Chunk &chunk);

inline constexpr std::uint64_t kAnyStep = std::numeric_limits<std::uint64_t>::max();

/// Reduces the samples of [from, to) nanoseconds to `columns` pixel columns, half-open each; equal to a scan of all samples.
/// Shapes: chunks in time order, not overlapping (one may start at the time at which the one before ended), samples of a chunk in
/// time order, equal times allowed; only the open tail, which comes last, may be empty. Result has exactly `columns` entries, fewer
/// than 2^32; column i covers [from + i·(to−from)/columns, from + (i+1)·(to−from)/columns), rounded down.
/// Units: nanoseconds since 1970; any range that fits 64 bits. Values beyond float are drawn at the edge of float.
/// Missing: a NaN or infinite value is no value. `gap` is set where, between the last finite sample before and the first finite one
/// of this column, there was a missing value or a sample marked kGapBefore (the first itself included). Columns without a value
/// carry no mark: "the column before" is the last one that has a value. Late and duplicate samples (kNotScored) are drawn.
/// `longestStep`: nanoseconds; where two samples lie farther apart nothing was recorded, which is a gap too.
/// Cost: O(columns + chunks touched), a coarse level of a chunk is used where a whole cell falls into one column.
[[nodiscard]] std::vector<Column> reduce(std::span<const ChunkPtr> chunks, std::int64_t from, std::int64_t to, std::size_t columns,
                                         std::uint64_t longestStep = kAnyStep);

/// The same with the summaries of all these chunks at hand, none of which may be null or empty.
[[nodiscard]] std::vector<Column> reduce(std::span<const ChunkPtr> chunks, std::span<const Summary> summaries, std::int64_t from,
                                         std::int64_t to, std::size_t columns, std::uint64_t longestStep = kAnyStep);

} // namespace telltale::envelope
