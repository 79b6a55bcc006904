// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journal_key.h"
#include "tests/support/raw_database.h"

#include <QtGlobal>

#include <filesystem>
#include <fstream>
#include <string>

namespace telltale::test {

/// Takes the newest link and its row away: an audit, behind which no present state contradicts the cut.
inline void cutNewestRow(const std::string &path)
{
    const RawDatabase database(path);
    dropTriggers(database);
    const char *newest = "(SELECT key FROM chain WHERE what = 'audit' AND n = (SELECT max(n) FROM chain))";
    if (database.run(std::string("DELETE FROM audit WHERE id = ") + newest) != 1)
        qFatal("the newest row is no audit");
    database.run("DELETE FROM chain WHERE n = (SELECT max(n) FROM chain)");
}

/// A key file as the program makes them.
inline void putKey(const std::string &folder, const std::string &name, const store::JournalKey &key)
{
    const std::string path = folder + "/keys/" + name + ".key";
    std::ofstream(path) << key.text();
    std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

} // namespace telltale::test
