// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/rollup_cells.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <tuple>

namespace telltale::store {

/// What the roll-ups by hour and day of a history hold beyond the chunks that lie in it: samples that were given up, which may come back.
/// Cells only count their samples and do not name them. That a cell holds those of a chunk is concluded from its having at least as many
/// too many, finite, missing and anomalous, between the same first and last time and the same lowest and highest value. That is exact for a
/// history's own samples, for those that its roll-ups have never seen while nothing was given up of the same hour or day, and for those
/// that go on where its roll-ups end. It is a judgement where other samples of the same sensor and the same hour were given up.
/// Errors: as SQLite's. Thread: one, that of the database.
class RollupSurplus {
public:
    explicit RollupSurplus(const Database &database) : m_database(database) {}

    /// Takes a chunk's cells out of the surplus, before the chunk is in the file; those that are not in it come back.
    /// Cost: of a cell that is asked for first, some 20 us for each chunk of its hour or day that lies in the file.
    Result<RollupCells> take(std::int64_t sensor, RollupLevel level, const RollupCells &cells);
    /// Between transactions, when all that was added to roll-ups is in the file: keeps memory bounded.
    void trim();

private:
    using Place = std::tuple<std::int64_t, RollupLevel, std::int64_t>;
    Result<RollupCell *> surplusAt(const Place &place);

    static constexpr std::size_t kMostCells = 50'000; ///< some 10 MB

    const Database &m_database;
    std::map<Place, RollupCell> m_surplus;
};

} // namespace telltale::store
