// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal_opening.h"

#include "core/store/chain_start.h"
#include "core/store/data_folder.h"
#include "core/store/salvage.h"
#include "core/store/store_file.h"

namespace telltale::store {

namespace {

void append(std::string &notice, const std::string &text)
{
    notice += (notice.empty() || text.empty() ? "" : "; ") + text;
}

/// Copies the rows of what was set aside into a new journal: until that has its links a copy is not complete. From the newest one; where it
/// had no links itself, the copy into it was not complete either, and the one before it follows. What is older has its rows in a newer one,
/// and its states are long out of date. Returns where rows came from; empty = nowhere.
Result<std::string> salvageAside(const Database &journal, const std::string &folder, std::string &notice)
{
    const auto head = chainHead(journal);
    if (!head)
        return head.error();
    std::string sources;
    for (const std::string &aside : head->links == 0 ? setAsideOf(folder + kJournalName) : std::vector<std::string>()) {
        const auto salvaged = salvage(aside, journal);
        if (!salvaged)
            return salvaged.error();
        append(notice, salvaged->text());
        sources += (sources.empty() ? "" : ", ") + aside;
        if (salvaged->wasBegun)
            break;
    }
    return sources;
}

Result<OpenedJournal> openOnce(const std::string &folder, const std::string &vfs, UtcTime now)
{
    auto file = openForWriting(folder + kJournalName, journalSchema(), vfs, now);
    if (!file)
        return file.error();
    std::string notice = std::move(file->notice);
    const auto sources = salvageAside(file->database, folder, notice);
    if (!sources)
        return sources.error();
    auto started = startChain(file->database, folder, now, *sources);
    if (!started)
        return started.error();
    append(notice, started->notice);
    const JournalKey key = started->chain.key();
    auto opened = JournalFile::over(std::move(file->database), std::move(started->chain));
    if (!opened)
        return opened.error();
    return OpenedJournal{std::move(*opened), key, std::move(notice)};
}

} // namespace

Result<OpenedJournal> openJournal(const std::string &folder, const std::string &vfs, UtcTime now, std::string &damage)
{
    auto first = damage.empty() ? openOnce(folder, vfs, now) : Error{ErrorKind::Corrupt, damage, {}};
    if (first || first.error().kind != ErrorKind::Corrupt)
        return first;
    // Damage that only reading or writing rows has shown.
    const auto aside = setAside(folder + kJournalName, now);
    if (!aside)
        return aside.error();
    damage.clear();
    auto second = openOnce(folder, vfs, now);
    if (second) {
        std::string notice = "the damaged journal was set aside as " + *aside + " (" + first.error().what + "); a new one was begun";
        append(notice, second->notice);
        second->notice = std::move(notice);
    }
    return second;
}

} // namespace telltale::store
