// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journal_check.h"

#include <unordered_map>

namespace telltale::store {

/// Goes along the links of a journal, compares each with its row, and remembers what is linked. The rest is compared at the end.
/// Thread: one.
class ChainWalk {
public:
    static Result<ChainWalk> over(const Database &journal, std::vector<JournalKey> keys);

    /// The next links, at most `limit`. False when there are no more. Errors: as the database's.
    Result<bool> next(std::size_t limit);
    /// Rows without a link, and present states that are not those of their newest link. In the moment of the last `next`.
    Result<void> compareRows();

    [[nodiscard]] JournalCheck take() { return std::move(m_check); }
    [[nodiscard]] const ChainHead &head() const { return m_check.head; }

private:
    struct Link {
        std::int64_t number;
        ChainTable table;
        std::int64_t key;
        std::string digest;
        ChainHash hash;
    };
    struct State {
        std::int64_t link;
        std::string digest;
    };
    struct Row {
        std::string bytes; ///< canonical; empty = there is none
        UtcTime at = kNoTime;
    };
    ChainWalk(const Database &journal, std::vector<JournalKey> keys, std::vector<Statement> cells, Statement links,
              std::vector<ChainSegment> segments);

    Result<void> take(Statement &row);
    Result<void> check(const Link &link);
    void checkAdded(const Link &link, const Row &row);
    void enterSegments(std::int64_t link);
    Result<Row> read(ChainTable table, std::int64_t key);
    Result<void> compareStates(const ChainedTable &table);
    Result<void> findUnlinked(const ChainedTable &table);
    void tell(std::int64_t link, std::string_view table, std::int64_t key, UtcTime at, std::string what);

    const Database *m_journal;
    std::vector<JournalKey> m_keys;
    std::vector<Statement> m_cells; ///< by ChainTable
    Statement m_links;
    std::vector<ChainSegment> m_segments;
    std::size_t m_nextSegment = 0;
    const JournalKey *m_key = nullptr;                               ///< of the present segment; null = it is not there
    std::array<std::vector<std::int64_t>, 8> m_linked;               ///< keys by table, of those that are only added
    std::array<std::unordered_map<std::int64_t, State>, 8> m_states; ///< newest, of those that change
    UtcTime m_lastTime = kNoTime;
    JournalCheck m_check;
};

} // namespace telltale::store
