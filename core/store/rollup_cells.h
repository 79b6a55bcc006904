// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/chunk.h"
#include "core/model/rollup_cell.h"

#include <vector>

namespace telltale::store {

/// Cells of one level by index, each index once.
using RollupCells = std::vector<RollupCell>;

/// The chunk's samples by minute. Shapes: samples in any order of time; those in order cost 5 ns each.
[[nodiscard]] RollupCells cellsOf(const Chunk &chunk);

/// Cells of `from` put together into those of a coarser level.
[[nodiscard]] RollupCells coarsened(const RollupCells &cells, RollupLevel from, RollupLevel to);

/// Both together: a cell that both know counts the samples of either, in whatever order they came to be stored.
[[nodiscard]] RollupCells mergedCells(const RollupCells &a, const RollupCells &b);

/// Cells as samples that a chart can draw: of each its first value, its lowest, its highest and its last, at times inside the cell, judged
/// anomalous where a sample of it was; a cell without a finite value is one missing sample. Score and band are missing.
[[nodiscard]] std::vector<ChunkPtr> drawableChunks(const RollupCells &cells);

} // namespace telltale::store
