// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/chain_link.h"
#include "core/store/chain_table.h"

#include <vector>

namespace telltale::store {

/// Adds a link for every row that was written, inside the transaction that wrote it. What a link covers is read back from the table: the
/// chain says what is stored, not what was meant to be.
/// Errors: as the database's. Thread: one (T3). Cost: one row read and one written for each link, about 10 µs.
class ChainWriter {
public:
    static Result<ChainWriter> over(const Database &journal, JournalKey key);

    /// Looks where the chain ends: first of all in each transaction.
    Result<void> begin();
    /// The row with this key was added, changed, or (of a table that changes) deleted.
    Result<void> add(ChainTable table, std::int64_t key);
    /// Begins a stretch of links; the segment's row is its own first link.
    Result<void> addSegment(const Database &journal, UtcTime at, std::string_view why, std::string_view detail);

    /// Where the chain ends, with what was added since `begin`.
    [[nodiscard]] const ChainHead &head() const { return m_head; }
    [[nodiscard]] const JournalKey &key() const { return m_key; }

private:
    ChainWriter(JournalKey key, Statement newest, Statement link, Statement segment, std::vector<Statement> cells)
        : m_key(std::move(key))
        , m_newest(std::move(newest))
        , m_link(std::move(link))
        , m_segment(std::move(segment))
        , m_cells(std::move(cells))
    {
    }

    JournalKey m_key;
    Statement m_newest;
    Statement m_link;
    Statement m_segment;
    std::vector<Statement> m_cells; ///< by ChainTable
    ChainHead m_head;
};

} // namespace telltale::store
