// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chain_writer.h"

#include "core/store/canonical_row.h"
#include "core/store/chain_sql.h"

#include <array>

namespace telltale::store {

namespace {

std::span<const std::byte> bytesOf(std::string_view text)
{
    return std::as_bytes(std::span(text));
}

} // namespace

Result<ChainWriter> ChainWriter::over(const Database &journal, JournalKey key)
{
    std::vector<const char *> texts{sql::kChainHead, sql::kAddLink, sql::kAddSegment};
    for (const ChainedTable &table : chainedTables())
        texts.push_back(table.cells);
    std::vector<Statement> ready;
    for (const char *text : texts) {
        auto statement = journal.prepare(text);
        if (!statement)
            return statement.error();
        ready.push_back(std::move(*statement));
    }
    std::vector<Statement> cells(std::make_move_iterator(ready.begin() + 3), std::make_move_iterator(ready.end()));
    return ChainWriter(std::move(key), std::move(ready[0]), std::move(ready[1]), std::move(ready[2]), std::move(cells));
}

Result<void> ChainWriter::begin()
{
    auto head = readHead(m_newest.reset());
    m_newest.reset();
    if (!head)
        return head.error();
    m_head = *head;
    return {};
}

Result<void> ChainWriter::add(ChainTable table, std::int64_t key)
{
    const ChainedTable &what = chained(table);
    Statement &cells = m_cells[static_cast<std::size_t>(table)];
    const auto row = cells.reset().add(key).step();
    if (!row)
        return row.error();
    const std::string canonical = *row ? canonicalRow(cells, what.timeColumn).bytes : std::string();
    cells.reset();
    const std::string digest = what.changes ? rowDigest(canonical) : std::string();
    const ChainHash hash = linkHash(m_key, m_head.hash, {what.name, key, what.changes ? digest : canonical});
    m_link.reset().add(m_head.links + 1).add(what.name).add(key);
    if (what.changes)
        m_link.add(bytesOf(digest));
    else
        m_link.add(kNoTime);
    if (auto added = m_link.add(std::as_bytes(std::span(hash))).run(); !added)
        return added;
    m_head = {m_head.links + 1, hash};
    return {};
}

Result<void> ChainWriter::addSegment(const Database &journal, UtcTime at, std::string_view why, std::string_view detail)
{
    m_segment.reset().add(m_head.links + 1).add(at).add(std::string_view(m_key.id())).add(kChainForm).add(why).add(detail);
    if (auto added = m_segment.run(); !added)
        return added;
    return add(ChainTable::Segment, journal.insertedRow());
}

} // namespace telltale::store
