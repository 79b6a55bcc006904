// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chain_walk.h"

#include "core/store/canonical_row.h"
#include "core/store/chain_sql.h"

#include <algorithm>

namespace telltale::store {

namespace {

constexpr std::size_t indexOf(ChainTable table)
{
    return static_cast<std::size_t>(table);
}

std::string counted(std::int64_t links)
{
    return links == 1 ? "one link is" : std::to_string(links) + " links are";
}

} // namespace

Result<ChainWalk> ChainWalk::over(const Database &journal, std::vector<JournalKey> keys)
{
    std::vector<Statement> cells;
    for (const ChainedTable &table : chainedTables()) {
        auto statement = journal.prepare(table.cells);
        if (!statement)
            return statement.error();
        cells.push_back(std::move(*statement));
    }
    auto links = journal.prepare(sql::kLinks);
    if (!links)
        return links.error();
    auto segments = chainSegments(journal);
    if (!segments)
        return segments.error();
    return ChainWalk(journal, std::move(keys), std::move(cells), std::move(*links), std::move(*segments));
}

ChainWalk::ChainWalk(const Database &journal, std::vector<JournalKey> keys, std::vector<Statement> cells, Statement links,
                     std::vector<ChainSegment> segments)
    : m_journal(&journal)
    , m_keys(std::move(keys))
    , m_cells(std::move(cells))
    , m_links(std::move(links))
    , m_segments(std::move(segments))
{
}

void ChainWalk::tell(std::int64_t link, std::string_view table, std::int64_t key, UtcTime at, std::string what)
{
    ++m_check.badRows;
    if (!m_check.firstBad)
        m_check.firstBad = BadRow{link, std::string(table), key, at == kNoTime ? m_lastTime : at, std::move(what)};
}

Result<bool> ChainWalk::next(std::size_t limit)
{
    m_links.reset().add(m_check.head.links).add(static_cast<std::int64_t>(limit));
    std::size_t taken = 0;
    while (true) {
        const auto more = m_links.step();
        if (!more || !*more) {
            m_links.reset();
            return more ? Result<bool>(taken == limit) : more.error();
        }
        if (auto done = take(m_links); !done) {
            m_links.reset();
            return done.error();
        }
        ++taken;
    }
}

Result<void> ChainWalk::take(Statement &row)
{
    const std::int64_t number = row.integer();
    const std::string name = row.text();
    const std::int64_t key = row.integer();
    const bool digested = !row.isNull();
    const auto digest = row.bytes();
    const std::string digestText(reinterpret_cast<const char *>(digest.data()), digest.size());
    const ChainHash hash = hashFrom(row.bytes());
    if (number != m_check.head.links + 1)
        tell(m_check.head.links + 1, {}, 0, kNoTime, counted(number - m_check.head.links - 1) + " missing here");
    enterSegments(number);
    const auto table = chainTableNamed(name);
    if (!table || digested != chained(*table).changes)
        tell(number, name, key, kNoTime, "the link is of no known kind");
    else if (auto checked = check({number, *table, key, digestText, hash}); !checked)
        return checked;
    m_check.head = {number, hash};
    return {};
}

/// A link belongs to the newest segment that begins at it or before it.
void ChainWalk::enterSegments(std::int64_t link)
{
    if (link == 1 && (m_segments.empty() || m_segments.front().first != 1))
        tell(1, "segment", 0, kNoTime, "nothing says with which key the first links were made");
    for (; m_nextSegment < m_segments.size() && m_segments[m_nextSegment].first <= link; ++m_nextSegment) {
        const ChainSegment &segment = m_segments[m_nextSegment];
        const auto found = std::ranges::find(m_keys, segment.key, &JournalKey::id);
        m_key = found == m_keys.end() || segment.form != kChainForm ? nullptr : &*found;
        if (m_key == nullptr)
            tell(link, "segment", segment.id, segment.at, "from here on nothing can be checked: the key " + segment.key + " is not there");
    }
}

Result<void> ChainWalk::check(const Link &link)
{
    ++m_check.links[indexOf(link.table)];
    if (chained(link.table).changes) {
        m_states[indexOf(link.table)][link.key] = {link.number, link.digest};
        const LinkContent content{chained(link.table).name, link.key, link.digest};
        if (m_key != nullptr && linkHash(*m_key, m_check.head.hash, content) != link.hash)
            tell(link.number, content.table, link.key, kNoTime, "the link was changed");
        return {};
    }
    const auto row = read(link.table, link.key);
    if (!row)
        return row.error();
    m_linked[indexOf(link.table)].push_back(link.key);
    checkAdded(link, *row);
    return {};
}

void ChainWalk::checkAdded(const Link &link, const Row &row)
{
    const LinkContent content{chained(link.table).name, link.key, row.bytes};
    if (row.bytes.empty())
        tell(link.number, content.table, link.key, kNoTime, "the row is missing");
    else if (m_key != nullptr && linkHash(*m_key, m_check.head.hash, content) != link.hash)
        tell(link.number, content.table, link.key, row.at, "the row or its link was changed");
    if (row.at != kNoTime)
        m_lastTime = row.at;
}

Result<ChainWalk::Row> ChainWalk::read(ChainTable table, std::int64_t key)
{
    Statement &cells = m_cells[indexOf(table)];
    const auto row = cells.reset().add(key).step();
    if (!row)
        return row.error();
    Row found;
    if (*row) {
        CanonicalRow canonical = canonicalRow(cells, chained(table).timeColumn);
        found = {std::move(canonical.bytes), canonical.at};
    }
    cells.reset();
    return found;
}

Result<void> ChainWalk::compareRows()
{
    m_lastTime = kNoTime; // these are in no order of time
    for (const ChainedTable &table : chainedTables())
        if (auto compared = table.changes ? compareStates(table) : findUnlinked(table); !compared)
            return compared;
    return {};
}

Result<void> ChainWalk::findUnlinked(const ChainedTable &table)
{
    std::vector<std::int64_t> &linked = m_linked[indexOf(table.table)];
    std::ranges::sort(linked);
    auto keys = m_journal->prepare(table.keys);
    if (!keys)
        return keys.error();
    for (auto more = keys->step();; more = keys->step()) {
        if (!more || !*more)
            return more ? Result<void>() : more.error();
        const std::int64_t key = keys->integer();
        if (std::ranges::binary_search(linked, key))
            continue;
        const auto row = read(table.table, key);
        if (!row)
            return row.error();
        tell(0, table.name, key, row->at, "the row was added past the program: it has no link");
    }
}

Result<void> ChainWalk::compareStates(const ChainedTable &table)
{
    auto &states = m_states[indexOf(table.table)];
    auto keys = m_journal->prepare(table.keys);
    if (!keys)
        return keys.error();
    for (auto more = keys->step();; more = keys->step()) {
        if (!more)
            return more.error();
        if (!*more)
            break;
        const std::int64_t key = keys->integer();
        const auto row = read(table.table, key);
        if (!row)
            return row.error();
        const auto state = states.find(key);
        if (state == states.end())
            tell(0, table.name, key, row->at, "the row was added past the program: it has no link");
        else if (state->second.digest != rowDigest(row->bytes))
            tell(state->second.link, table.name, key, row->at, "the row was changed");
        if (state != states.end())
            states.erase(state);
    }
    for (const auto &[key, state] : states)
        if (!state.digest.empty())
            tell(state.link, table.name, key, kNoTime, "the row is missing");
    return {};
}

} // namespace telltale::store
