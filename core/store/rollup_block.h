// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/column_codec.h"
#include "core/store/rollup_cells.h"

#include <cstdint>
#include <span>

namespace telltale::store {

/// Cells that share a row of the table `rollup`: a row for each cell would take as much room as the samples.
inline constexpr std::int64_t kBlockCells = 1024;

/// Number of a row of the table `rollup`:
///
///     bits 63-24  sensor      rows of one sensor lie side by side in the file, in order of level and time
///     bits 23-22  level
///     bits 21-0   2^21 + cell index / kBlockCells, rounded down: any 64-bit time has one
[[nodiscard]] std::int64_t blockKey(std::int64_t sensor, RollupLevel level, std::int64_t cell);

/// First cell of the row.
[[nodiscard]] std::int64_t firstCellOf(std::int64_t blockKey);
[[nodiscard]] RollupLevel levelOf(std::int64_t blockKey);
[[nodiscard]] std::int64_t sensorOf(std::int64_t blockKey);

/// The cells of one row. "TLR" 1 (packed_cell.h draws the frame):
///
///     u16 LE n, then columns of n entries each, one after the other (column_codec.h draws them):
///     cell index less that of the row's first cell | count | missing | anomalous                       varints
///     time of the first sample | of the last sample                                                    times
///     min | max | first | last | sum                                                                   values
///
/// Shapes: cells of this row only, sorted. Errors: InvalidArgument otherwise. Cost: some 100 ns a cell.
[[nodiscard]] Result<Bytes> encodeBlock(std::int64_t blockKey, const RollupCells &cells);

/// Total, as decodeChunk.
[[nodiscard]] Result<RollupCells> decodeBlock(std::int64_t blockKey, std::span<const std::byte> content);

} // namespace telltale::store
