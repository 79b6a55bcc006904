// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file_reading.h"

#include "core/store/schema_check.h"

#include <filesystem>

namespace telltale::store {

namespace fs = std::filesystem;

namespace {

Result<CheckedFile> openChecked(const std::string &path, const Schema &schema, Database::Mode mode)
{
    auto database = Database::open(path, mode);
    if (!database)
        return database.error();
    const auto version = checkedVersion(*database, schema);
    if (!version)
        return version.error();
    if (auto ours = checkObjects(*database, schema, *version); !ours)
        return ours.error();
    return CheckedFile{std::move(*database), *version};
}

} // namespace

Result<CheckedFile> openForReading(const std::string &path, const Schema &schema, bool briefly)
{
    std::error_code ignored;
    const Error absent{ErrorKind::NotFound, std::string("there is no ") + schema.name + " here", path};
    if (!fs::exists(path, ignored))
        return absent;
    auto file = openChecked(path, schema, Database::Mode::Read);
    // On a full or read-only disk not even the shared-memory file of a reader can be made; what was checkpointed can be read all the same.
    const auto isRefused = [&file] {
        return !file
               && (file.error().kind == ErrorKind::Io || file.error().kind == ErrorKind::ReadOnly || file.error().kind == ErrorKind::Full);
    };
    if (isRefused() && briefly)
        file = openChecked(path, schema, Database::Mode::Alone);
    if (isRefused() || (briefly && !file && file.error().kind == ErrorKind::Busy))
        file = openChecked(path, schema, Database::Mode::Immutable);
    if (!file) {
        Error error = file.error();
        error.where = path;
        return error;
    }
    if (file->version == 0)
        return absent;
    if (file->version < schema.version())
        return Error{ErrorKind::Unsupported,
                     "was written by an older Telltale: start this one on its folder once, which brings it up to date", path};
    return file;
}

} // namespace telltale::store
