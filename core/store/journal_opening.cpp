// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal_opening.h"

#include "core/store/chain_start.h"
#include "core/store/data_folder.h"
#include "core/store/salvage.h"
#include "core/store/store_file.h"

#include <filesystem>

namespace telltale::store {

namespace fs = std::filesystem;

namespace {

/// The time in the name, whatever the mark before it.
std::string asideAt(const std::string &path)
{
    const std::size_t name = path.rfind('/');
    return name == std::string::npos ? std::string() : path.substr(path.find('-', name));
}

/// The journal that was set aside last; empty when none was.
std::string newestDamaged(const std::string &folder)
{
    std::error_code none;
    std::string newest;
    for (const auto &entry : fs::directory_iterator(folder, none)) {
        const std::string path = entry.path().string();
        const bool isLog = path.ends_with("-wal") || path.ends_with("-shm");
        const bool isOne = path.starts_with(folder + kJournalName + kDamagedMark) || path.starts_with(folder + kJournalName + kNewerMark);
        if (isOne && !isLog && entry.is_regular_file(none) && asideAt(path) > asideAt(newest))
            newest = path;
    }
    return newest;
}

/// A new journal beside one that was set aside: its rows are still to be copied. Until they have their links a copy is not complete.
Result<std::string> salvageSource(const Database &journal, const std::string &folder)
{
    const auto head = chainHead(journal);
    if (!head)
        return head.error();
    return head->links == 0 ? newestDamaged(folder) : std::string();
}

void append(std::string &notice, const std::string &text)
{
    notice += (notice.empty() || text.empty() ? "" : "; ") + text;
}

Result<OpenedJournal> openOnce(const std::string &folder, const std::string &vfs, UtcTime now)
{
    auto file = openForWriting(folder + kJournalName, journalSchema(), vfs, now);
    if (!file)
        return file.error();
    std::string notice = std::move(file->notice);
    const auto source = salvageSource(file->database, folder);
    if (!source)
        return source.error();
    if (!source->empty()) {
        const auto salvaged = salvage(*source, file->database);
        if (!salvaged)
            return salvaged.error();
        append(notice, salvaged->text());
    }
    auto started = startChain(file->database, folder, now, *source);
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

Result<OpenedJournal> openJournal(const std::string &folder, const std::string &vfs, UtcTime now, const std::string &damage)
{
    auto first = damage.empty() ? openOnce(folder, vfs, now) : Error{ErrorKind::Corrupt, damage, {}};
    if (first || first.error().kind != ErrorKind::Corrupt)
        return first;
    // Damage that only reading or writing rows has shown.
    const auto aside = setAside(folder + kJournalName, now);
    if (!aside)
        return aside.error();
    auto second = openOnce(folder, vfs, now);
    if (second) {
        std::string notice = "the damaged journal was set aside as " + *aside + " (" + first.error().what + "); a new one was begun";
        append(notice, second->notice);
        second->notice = std::move(notice);
    }
    return second;
}

} // namespace telltale::store
