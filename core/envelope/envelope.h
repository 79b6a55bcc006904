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
};

/// Fills `Chunk::levels` (factor 16, from `value`). Called once, when a chunk is sealed. Cost: about 10 ns a sample.
void buildLevels(Chunk &chunk);

/// Reduces the samples of [from, to) nanoseconds to `columns` pixel columns, half-open each; equal to a scan of all samples for min, max.
/// Shapes: chunks in time order, not overlapping; the open tail last. Result has exactly `columns` entries.
/// Cost: O(columns + chunks touched), a coarse level of a chunk is used where a whole cell falls into one column.
[[nodiscard]] std::vector<Column> reduce(std::span<const ChunkPtr> chunks, std::int64_t from, std::int64_t to, std::size_t columns);

} // namespace telltale::envelope
