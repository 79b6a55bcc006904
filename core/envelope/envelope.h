// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/chunk.h"

#include <cstdint>
#include <functional>
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

/// Fills `Chunk::levels` (factor 16, from `value`). Called once, when a chunk is sealed. Cost: about 10 ns a sample.
void buildLevels(Chunk &chunk);

/// Reduces the samples of [from, to) nanoseconds to `columns` pixel columns, half-open each; equal to a scan of all samples.
/// Shapes: chunks in time order, not overlapping (one may start at the time at which the one before ended), samples of a chunk in
/// time order, equal times allowed; only the open tail, which comes last, may be empty. Result has exactly `columns` entries, fewer
/// than 2^32; column i covers [from + i·(to−from)/columns, from + (i+1)·(to−from)/columns), rounded down.
/// Units: nanoseconds since 1970; any range that fits 64 bits. Values beyond float are drawn at the edge of float.
/// Missing: a NaN or infinite value is no value. `gap` is set where, between the last finite sample before and the first finite one
/// of this column, there was a missing value or a sample marked kGapBefore (the first itself included). Columns without a value
/// carry no mark: "the column before" is the last one that has a value. Late and duplicate samples (kNotScored) are drawn.
/// Cost: O(columns + chunks touched), a coarse level of a chunk is used where a whole cell falls into one column.
[[nodiscard]] std::vector<Column> reduce(std::span<const ChunkPtr> chunks, std::int64_t from, std::int64_t to, std::size_t columns);

} // namespace telltale::envelope
