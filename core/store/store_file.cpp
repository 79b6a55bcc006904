// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_file.h"

#include "core/store/data_folder.h"
#include "core/store/schema_check.h"

#include <filesystem>

namespace telltale::store {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kCheckWholeFileBelow = 256U << 20U;

Result<void> checkContent(const Database &database, const std::string &path)
{
    std::error_code unknown;
    if (const auto bytes = fs::file_size(path, unknown); unknown || bytes > kCheckWholeFileBelow)
        return {};
    const auto verdict = database.text("PRAGMA quick_check(1)");
    if (!verdict)
        return verdict.error();
    if (*verdict != "ok")
        return Error{ErrorKind::Corrupt, *verdict, path};
    return {};
}

bool isEmptyBesideItsLog(const std::string &path)
{
    std::error_code none;
    const bool empty = fs::is_regular_file(path, none) && fs::file_size(path, none) == 0;
    const bool logged = fs::exists(path + "-wal", none) && fs::file_size(path + "-wal", none) > 0;
    return empty && logged;
}

Result<Database> openOnce(const std::string &path, const Schema &schema, const std::string &vfs, UtcTime now, FileCheck check)
{
    std::error_code ignored;
    if (fs::exists(path, ignored) && !fs::is_regular_file(path, ignored))
        return Error{ErrorKind::Corrupt, "is not a file", path};
    if (auto made = makePrivateFile(path); !made)
        return made.error();
    if (isEmptyBesideItsLog(path)) // SQLite would delete the log
        return Error{ErrorKind::Corrupt, "is empty, though it has a write-ahead log", path};
    auto database = Database::open(path, Database::Mode::Write, vfs);
    if (!database)
        return database;
    // Until it is known to be whole nothing of it may be changed, not even by closing it.
    database->keepLogAtClose(true);
    if (auto writable = database->checkWritable(); !writable)
        return writable.error();
    // The version is looked at before anything could change a file that a newer Telltale wrote.
    if (auto version = checkedVersion(*database, schema); !version)
        return version.error();
    else if (auto ours = checkObjects(*database, schema, *version); !ours)
        return ours.error();
    if (auto set = database->run(schema.settings); !set)
        return set.error();
    if (auto checked = check == FileCheck::Content ? checkContent(*database, path) : Result<void>(); !checked)
        return checked.error();
    if (auto upgraded = upgrade(*database, schema, path + ".backup-" + fileStamp(now)); !upgraded)
        return upgraded.error();
    database->keepLogAtClose(false);
    return database;
}

} // namespace

Result<OpenedFile> openForWriting(const std::string &path, const Schema &schema, const std::string &vfs, UtcTime now, FileCheck check)
{
    if (auto finished = finishSetAside(path); !finished)
        return finished.error();
    auto first = openOnce(path, schema, vfs, now, check);
    if (first)
        return OpenedFile{std::move(*first), {}};
    const bool newer = first.error().kind == ErrorKind::Unsupported;
    if (first.error().kind != ErrorKind::Corrupt && !newer)
        return first.error();
    const auto aside = setAside(path, now, newer ? kNewerMark : kDamagedMark);
    if (!aside)
        return aside.error();
    auto second = openOnce(path, schema, vfs, now, check);
    if (!second)
        return second.error();
    return OpenedFile{std::move(*second), std::string(newer ? "the " : "the damaged ") + schema.name + " was set aside as " + *aside + " ("
                                              + first.error().what + "); a new one was begun"};
}

} // namespace telltale::store
