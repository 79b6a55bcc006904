// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/followed_folder.h"

#include "core/store/data_folder.h"

#include <unistd.h>

#include <filesystem>
#include <system_error>

namespace telltale::replay {

namespace fs = std::filesystem;

namespace {

Error missed(ErrorKind kind, const std::string &found, const std::string &folder)
{
    return {kind, "expected a data folder with a journal that Telltale has written, found " + found, folder};
}

} // namespace

Result<void> checkFolder(const std::string &folder)
{
    std::error_code wrong;
    const fs::file_status status = fs::status(folder, wrong);
    if (status.type() == fs::file_type::not_found)
        return missed(ErrorKind::NotFound, "no such folder", folder);
    if (status.type() == fs::file_type::none || status.type() == fs::file_type::unknown)
        return missed(ErrorKind::Io, "one that cannot be looked at (" + wrong.message() + ')', folder);
    if (status.type() != fs::file_type::directory)
        return missed(ErrorKind::Io, "something that is no folder", folder);
    if (::access(folder.c_str(), R_OK | X_OK) != 0)
        return missed(ErrorKind::Io, "one that may not be read by this user", folder);
    const std::string journal = folder + store::kJournalName;
    if (!fs::exists(journal, wrong))
        return missed(ErrorKind::NotFound, "a folder without journal.db", folder);
    if (::access(journal.c_str(), R_OK) != 0)
        return missed(ErrorKind::Io, "a journal.db that may not be read by this user", folder);
    return {};
}

} // namespace telltale::replay
