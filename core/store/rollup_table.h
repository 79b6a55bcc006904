// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/rollup_cells.h"

#include <cstddef>
#include <cstdint>
#include <map>

namespace telltale::store {

/// Whether a level's cells hold a chunk's samples: a bit of `chunk.summed` each.
[[nodiscard]] constexpr std::int64_t bitOf(RollupLevel level)
{
    return std::int64_t{1} << static_cast<unsigned>(level);
}

/// The writing end of the table `rollup`: samples are summed up in the transaction that stores them. Hours and days know every sample;
/// minutes only those of chunks with at least `kWorthMinutes` samples a minute, where they save more reading than they take room. Errors:
/// as SQLite's. A row that is damaged is made anew from the samples that are still there. Thread: one, that of the database.
class RollupTable {
public:
    static constexpr std::size_t kWorthMinutes = 8;

    static Result<RollupTable> over(const Database &database);

    /// Takes a sealed chunk's samples along until `flush`; returns the bits of the levels they go to.
    std::int64_t add(std::int64_t sensor, const Chunk &chunk);
    /// Takes cells of one level along until `flush`.
    void add(std::int64_t sensor, RollupLevel level, const RollupCells &cells);
    [[nodiscard]] static bool isWorthMinutes(const RollupCells &minutes, const Chunk &chunk);
    /// Writes what was added, in the caller's transaction and after its chunks.
    Result<void> flush(const Database &database);
    /// Makes a row anew from the samples that are there.
    Result<void> rebuild(const Database &database, std::int64_t key);
    /// After a transaction that failed.
    void forget() { m_waiting.clear(); }

private:
    RollupTable(Statement block, Statement put) : m_block(std::move(block)), m_put(std::move(put)) {}
    Result<void> put(std::int64_t key, const RollupCells &cells);
    Result<RollupCells> withStored(const Database &database, std::int64_t key, const RollupCells &cells);

    Statement m_block;
    Statement m_put;
    std::map<std::int64_t, RollupCells> m_waiting; ///< by row
};

} // namespace telltale::store
