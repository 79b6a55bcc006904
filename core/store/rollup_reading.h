// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/rollup_cells.h"

#include <cstdint>

namespace telltale::store {

/// Cells [from, to) of one sensor at one level.
struct CellQuery {
    std::int64_t sensor;
    RollupLevel level;
    std::int64_t from;
    std::int64_t to;
};

/// Everything stored, summed up: the rows of `rollup`, and the samples that are in none of them (of the open tail, of chunks that wait for
/// their turn, and by minute of sensors that report seldom). Rows that are damaged are summed up anew from their samples.
/// Errors: as SQLite's. Cost: about 0.3 us a cell warm; some 25 ns for each sample that is in no cell.
[[nodiscard]] Result<RollupCells> readCells(const Database &database, const CellQuery &query);

/// The rows of `rollup` alone.
[[nodiscard]] Result<RollupCells> storedCells(const Database &database, const CellQuery &query);

enum class Chunks : std::uint8_t {
    Unsummed, ///< whose samples are in no cell of the level
    Summed,   ///< whose samples are: what the level's rows must be
};

/// Summed up from sealed chunks as they are now; chunks that are damaged are passed over.
[[nodiscard]] Result<RollupCells> cellsFromChunks(const Database &database, const CellQuery &query, Chunks which);

/// What a row of `rollup` must be.
[[nodiscard]] Result<RollupCells> blockFromChunks(const Database &database, std::int64_t blockKey);

} // namespace telltale::store
