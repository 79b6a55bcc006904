// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chain_start.h"

#include "core/store/chain_anchor.h"
#include "core/store/read_all.h"

#include <algorithm>
#include <span>

namespace telltale::store {

namespace {

using std::chrono_literals::operator""h;

/// A key that is older than this was not made for the journal that is to be taken over.
constexpr Duration kFreshKey = 24h;

/// What the chain is found to be before it goes on.
struct Findings {
    ChainHead head;
    bool holdsRows = false;
    ChainSegment last; ///< the newest one; without a key where there is none
    bool lastKeyIsThere = false;
    std::optional<ChainAnchor> anchor;
    std::string againstAnchor; ///< why journal and anchor do not belong together; empty when they do
};

struct NewSegment {
    std::string_view why; ///< empty = none begins
    std::string detail;
    bool takesRows = false; ///< all rows that are there get their links in it
    bool isNews = true;
};

Result<std::vector<std::int64_t>> keysOf(const Database &journal, const ChainedTable &table)
{
    auto statement = journal.prepare(table.keys);
    if (!statement)
        return statement.error();
    return readAll<std::int64_t>(*statement, [](Statement &row) -> Result<std::int64_t> { return row.integer(); });
}

Result<bool> holdsRows(const Database &journal)
{
    for (const ChainedTable &table : chainedTables()) {
        const auto keys = keysOf(journal, table);
        if (!keys)
            return keys.error();
        if (!keys->empty() && table.table != ChainTable::Segment)
            return true;
    }
    return false;
}

/// Without its key nobody can tell whether an anchor is genuine. Of the newest links' key that is said where the next segment begins.
Result<std::string> doubtThatIsNews(const Database &journal, std::span<const JournalKey> keys, const Findings &found)
{
    const bool isKeyLost = !found.last.key.empty() && !found.lastKeyIsThere && found.anchor->key == found.last.key;
    return isKeyLost ? Result<std::string>(std::string()) : doubtAbout(*found.anchor, keys, journal);
}

Result<std::string> againstAnchor(const Database &journal, const std::string &folder, std::span<const JournalKey> keys, Findings &found)
{
    auto anchor = readAnchor(folder);
    if (!anchor)
        return anchor.error().what;
    found.anchor = std::move(*anchor);
    if (!found.anchor)
        return found.head.links > 0 ? std::string("the anchor is missing") : std::string();
    auto doubt = doubtThatIsNews(journal, keys, found);
    return !doubt || !doubt->empty() ? doubt : contradiction(journal, *found.anchor);
}

/// The present one, which need not be in the folder, and all that are.
std::vector<JournalKey> keysThatProve(const std::string &folder, const JournalKey &present)
{
    std::vector<std::string> unusable; // of which the present one says so by itself
    std::vector<JournalKey> keys = keysForChecking(folder, unusable);
    keys.push_back(present);
    return keys;
}

Result<Findings> lookAt(const Database &journal, const std::string &folder, const JournalKey &key)
{
    Findings found;
    const auto head = chainHead(journal);
    const auto segments = chainSegments(journal);
    const auto rows = head && head->links == 0 ? holdsRows(journal) : Result<bool>(false);
    if (!head || !segments || !rows)
        return !head ? head.error() : !segments ? segments.error() : rows.error();
    const std::vector<JournalKey> keys = keysThatProve(folder, key);
    found.head = *head;
    found.last = segments->empty() ? ChainSegment() : segments->back();
    found.lastKeyIsThere = std::ranges::find(keys, found.last.key, &JournalKey::id) != keys.end();
    found.holdsRows = *rows;
    auto against = againstAnchor(journal, folder, keys, found);
    if (!against)
        return against.error();
    found.againstAnchor = std::move(*against);
    return found;
}

NewSegment firstSegment(const Findings &found, const FoundKey &key, UtcTime now)
{
    if (!found.anchor && now - key.key.made() >= kFreshKey)
        return {segment_why::kChainMissing, "the journal has no links, but a key of " + toIso(key.key.made(), 0), found.holdsRows};
    if (!found.holdsRows)
        return {segment_why::kBegun, {}, false, false};
    return {segment_why::kTakenOver, "rows from before the journal had a chain", true, false};
}

/// A journal that has links has an anchor, from before its first one: a missing anchor is never an accident of timing.
Result<void> anchorNothing(const Findings &found, const std::string &folder, const JournalKey &key, UtcTime now)
{
    if (found.head.links > 0 || found.anchor)
        return {};
    const auto written = writeAnchor(folder, makeAnchor({}, key, now));
    // Without a place: of a file that is not there yet, that would be an error for good.
    return written ? written : Error{written.error().kind, written.error().text(), {}};
}

/// A key that was never kept cannot come back, and its segment says already that nothing of it is proven.
NewSegment segmentOfOtherKey(const Findings &found, const FoundKey &key)
{
    const bool isLost = !found.lastKeyIsThere && found.last.why != segment_why::kKeyNotKept;
    return {isLost ? segment_why::kKeyLost : segment_why::kOtherKey,
            key.made ? "the key " + found.last.key + " is missing, a new one was made"
                     : "the key " + found.last.key + " was replaced by " + key.key.id()};
}

/// The segment about this very anchor is the last link: the program was killed before another anchor took its place.
bool wasSaid(const Findings &found)
{
    return found.anchor && found.last.why == segment_why::kAnchorDisagrees && found.last.first == found.head.links
           && found.againstAnchor.starts_with(claimOf(*found.anchor)) && found.last.detail.starts_with(claimOf(*found.anchor));
}

/// The first that holds decides; a key that cannot be kept is said with whatever else there is.
NewSegment segmentFor(const Findings &found, const FoundKey &key, UtcTime now, const std::string &salvagedFrom)
{
    if (found.head.links == 0 && !salvagedFrom.empty())
        return {segment_why::kSalvaged, "what could be read of " + salvagedFrom, true, false};
    if (!found.againstAnchor.empty() && !wasSaid(found))
        return {segment_why::kAnchorDisagrees, found.againstAnchor, found.head.links == 0 && found.holdsRows};
    if (found.head.links == 0 && key.problem.empty())
        return firstSegment(found, key, now);
    if (!key.problem.empty())
        return {segment_why::kKeyNotKept, key.problem, found.head.links == 0 && found.holdsRows};
    return found.last.key == key.key.id() ? NewSegment() : segmentOfOtherKey(found, key);
}

/// Rows that were there before get links all the same; where they end, and what was linked as it happened begins, is a segment too.
Result<void> takeRows(const Database &journal, ChainWriter &chain, UtcTime now)
{
    for (const ChainedTable &table : chainedTables()) {
        if (table.table == ChainTable::Segment)
            continue;
        const auto keys = keysOf(journal, table);
        if (!keys)
            return keys.error();
        for (const std::int64_t key : *keys)
            if (auto added = chain.add(table.table, key); !added)
                return added;
    }
    return chain.addSegment(journal, now, segment_why::kBegun, {});
}

Result<void> beginSegment(const Database &journal, ChainWriter &chain, const NewSegment &segment, UtcTime now)
{
    auto transaction = Transaction::begin(journal);
    if (!transaction)
        return transaction.error();
    if (auto begun = chain.begin(); !begun)
        return begun;
    if (auto added = chain.addSegment(journal, now, segment.why, segment.detail); !added)
        return added;
    if (auto taken = segment.takesRows ? takeRows(journal, chain, now) : Result<void>(); !taken)
        return taken;
    return transaction->commit();
}

} // namespace

Result<StartedChain> startChain(const Database &journal, const std::string &folder, UtcTime now, const std::string &salvagedFrom)
{
    FoundKey key = keyForWriting(folder, now);
    const auto found = lookAt(journal, folder, key.key);
    if (!found)
        return found.error();
    auto chain = ChainWriter::over(journal, key.key);
    if (!chain)
        return chain.error();
    if (auto anchored = anchorNothing(*found, folder, key.key, now); !anchored)
        return anchored.error();
    const NewSegment segment = segmentFor(*found, key, now, salvagedFrom);
    if (auto begun = segment.why.empty() ? chain->begin() : beginSegment(journal, *chain, segment, now); !begun)
        return begun.error();
    // Only now: until the segment is on disk, the next start must find the contradiction again.
    std::string notice = segment.isNews && !segment.why.empty() ? "the journal's chain was broken: " + segment.detail : std::string();
    if (!found->againstAnchor.empty()) // also that of a journal which was damaged
        if (auto replaced = replaceAnchor(folder, makeAnchor(chain->head(), key.key, now), now); !replaced)
            notice += "; " + replaced.error().text();
    return StartedChain{std::move(*chain), std::move(notice)};
}

} // namespace telltale::store
