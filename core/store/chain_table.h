// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace telltale::store {

/// The tables whose rows have links, in the order in which rows of an older journal are taken over.
enum class ChainTable : std::size_t { Segment, Definition, Audit, Transition, Explanation, Logbook, Occurrence, Suppression };

/// How a table is chained. A row that is only ever added is covered itself; of a row that changes (a present state) each link keeps the
/// digest of what it was then, and the newest one must be that of the row.
struct ChainedTable {
    ChainTable table;
    std::string_view name; ///< as in the database
    const char *cells;     ///< the columns of one row, by its key
    const char *keys;      ///< all keys, ascending
    int timeColumn;        ///< of `cells`: when it happened; -1 = not said
    bool changes;
};

[[nodiscard]] std::span<const ChainedTable> chainedTables();
[[nodiscard]] const ChainedTable &chained(ChainTable table);
[[nodiscard]] std::optional<ChainTable> chainTableNamed(std::string_view name);

} // namespace telltale::store
