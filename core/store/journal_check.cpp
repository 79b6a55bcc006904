// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal_check.h"

#include "core/store/chain_walk.h"
#include "core/store/data_folder.h"
#include "core/store/file_reading.h"

#include <algorithm>
#include <filesystem>

namespace telltale::store {

namespace {

/// Read at a time: a reading that lasts keeps the write-ahead log from being used again.
constexpr std::size_t kLinksAtATime = 5000;

/// What a segment says about itself.
struct SegmentRule {
    std::string_view why;
    bool isProblem;
};
constexpr std::array kRules{SegmentRule{segment_why::kBegun, false},       SegmentRule{segment_why::kTakenOver, false},
                            SegmentRule{segment_why::kSalvaged, true},     SegmentRule{segment_why::kOtherKey, false},
                            SegmentRule{segment_why::kKeyLost, true},      SegmentRule{segment_why::kKeyNotKept, true},
                            SegmentRule{segment_why::kChainMissing, true}, SegmentRule{segment_why::kAnchorDisagrees, true}};

std::string timeText(UtcTime time)
{
    return time == kNoTime ? "at a time that is not known" : toIso(time, 0);
}

void tellSegments(const std::vector<ChainSegment> &segments, JournalCheck &check)
{
    for (const ChainSegment &segment : segments) {
        if (segment.why == segment_why::kBegun)
            continue;
        const auto rule = std::ranges::find(kRules, segment.why, &SegmentRule::why);
        const std::string text =
            "at link " + std::to_string(segment.first) + ", " + timeText(segment.at) + ": " + segment.why + " (" + segment.detail + ')';
        (rule == kRules.end() || rule->isProblem ? check.problems : check.notes).push_back(text);
    }
}

void tellSetAside(const std::string &folder, JournalCheck &check)
{
    std::error_code none;
    std::vector<std::string> names;
    for (const auto &entry : std::filesystem::directory_iterator(folder, none)) {
        const std::string name = entry.path().filename().string();
        const bool aside = name.find(kDamagedMark) != std::string::npos || name.find(".former-") != std::string::npos;
        if (aside && !name.ends_with("-wal") && !name.ends_with("-shm"))
            names.push_back(name);
    }
    std::ranges::sort(names);
    for (const std::string &name : names)
        check.notes.push_back("set aside: " + name);
}

/// The newest rows are missing where the chain ends before the anchor: that is where somebody has to look.
Result<void> compareAnchor(const Database &journal, const std::vector<JournalKey> &keys, JournalCheck &check)
{
    if (!check.anchor)
        return {};
    const auto doubt = doubtAbout(*check.anchor, keys, journal);
    if (!doubt)
        return doubt.error();
    if (!doubt->empty())
        check.problems.push_back(*doubt);
    const auto against = contradiction(journal, *check.anchor);
    if (!against)
        return against.error();
    if (against->empty() || check.firstBad)
        return {};
    const bool shorter = check.head.links < check.anchor->head.links;
    check.firstBad = BadRow{shorter ? check.head.links + 1 : check.anchor->head.links, {}, 0, check.anchor->at, *against};
    ++check.badRows;
    return {};
}

Result<void> compareExpected(const Database &journal, const std::optional<ChainHead> &expected, JournalCheck &check)
{
    if (!expected)
        return {};
    const auto hash = hashOfLink(journal, expected->links);
    if (!hash)
        return hash.error();
    if (*hash != expected->hash)
        check.problems.push_back("the journal never had the head that was given: " + toText(*expected));
    else
        check.notes.push_back("the head that was given is link " + std::to_string(expected->links) + " of this journal");
    return {};
}

Result<void> compareFile(const Database &journal, JournalCheck &check)
{
    const auto verdict = journal.text("PRAGMA integrity_check(1)");
    if (!verdict)
        return verdict.error();
    if (*verdict != "ok")
        check.problems.push_back("the file is damaged: " + *verdict);
    return {};
}

Result<JournalCheck> walk(const Database &journal, const std::vector<JournalKey> &keys)
{
    auto walk = ChainWalk::over(journal, keys);
    if (!walk)
        return walk.error();
    Result<bool> more = true;
    do {
        more = walk->next(kLinksAtATime);
    } while (more && *more);
    if (more) {
        // What was written meanwhile, and the present states, belong to one moment.
        const OneMoment moment(journal);
        more = walk->next(SIZE_MAX >> 1U);
        if (auto compared = more ? walk->compareRows() : Result<void>(more.error()); !compared)
            more = compared.error();
    }
    JournalCheck check = walk->take();
    if (!more && more.error().kind == ErrorKind::Cancelled)
        return more.error();
    if (!more)
        check.problems.push_back("behind link " + std::to_string(check.head.links) + " the journal cannot be read: " + more.error().what);
    return check;
}

Result<void> checkRest(const Database &journal, const std::vector<JournalKey> &keys, const CheckSettings &settings, JournalCheck &check)
{
    const auto segments = chainSegments(journal);
    if (!segments)
        return segments.error();
    tellSegments(*segments, check);
    if (auto compared = compareAnchor(journal, keys, check); !compared)
        return compared;
    if (auto compared = compareExpected(journal, settings.expected, check); !compared)
        return compared;
    return compareFile(journal, check);
}

} // namespace

std::string BadRow::text() const
{
    std::string place = link > 0 ? "link " + std::to_string(link) : std::string("no link");
    if (!table.empty())
        place += ", " + table + ' ' + std::to_string(key);
    return place + " (" + timeText(at) + "): " + what;
}

std::string JournalCheck::verdict() const
{
    if (good())
        return std::to_string(head.links) + " links, all in order; head " + toText(head);
    std::string text = firstBad ? firstBad->text() : problems.front();
    const std::size_t more = static_cast<std::size_t>(firstBad ? badRows - 1 : 0) + problems.size() - (firstBad ? 0 : 1);
    return more == 0 ? text : text + "; and " + std::to_string(more) + " more";
}

Result<JournalCheck> checkJournal(const std::string &folder, const CheckSettings &settings)
{
    // Before the journal: it may go on meanwhile, and may be ahead of its anchor, never behind. And before the keys: one is there before
    // anything is sealed with it.
    auto anchor = readAnchor(folder);
    std::vector<std::string> problems;
    const std::vector<JournalKey> keys = keysForChecking(folder, problems);
    auto file = openForReading(folder + kJournalName, journalSchema());
    if (!file && (file.error().kind == ErrorKind::NotFound || file.error().kind == ErrorKind::Unsupported))
        return file.error();
    if (file && settings.stopWanted)
        file->database.stopWhen(settings.stopWanted);
    auto check = file ? walk(file->database, keys) : file.error();
    if (!check && check.error().kind == ErrorKind::Cancelled)
        return check;
    JournalCheck found = check ? std::move(*check) : JournalCheck{};
    if (!check)
        problems.push_back("the journal cannot be read: " + check.error().text());
    found.problems.insert(found.problems.end(), problems.begin(), problems.end());
    if (anchor)
        found.anchor = std::move(*anchor);
    if (!found.anchor && found.head.links > 0)
        found.problems.push_back(anchor ? "the journal's anchor is missing" : anchor.error().text());
    if (auto rest = check ? checkRest(file->database, keys, settings, found) : Result<void>(); !rest) {
        if (rest.error().kind == ErrorKind::Cancelled)
            return rest.error();
        found.problems.push_back("the journal cannot be read: " + rest.error().text());
    }
    tellSetAside(folder, found);
    return found;
}

} // namespace telltale::store
