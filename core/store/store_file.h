// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/store/database.h"
#include "core/store/schema.h"

#include <string>

namespace telltale::store {

/// A database opened for writing, and what a person should know about how that went.
struct OpenedFile {
    Database database;
    std::string notice; ///< "the damaged journal was set aside as …"; usually empty
};

/// How closely a file is looked at before it is written to.
enum class FileCheck {
    Content,
    Schema, ///< its content was looked at before
};

/// Opens a database of the data folder for writing: makes it if it is not there, checks it, brings it to the newest schema. One that is
/// damaged, is no database of ours or holds what is not ours (schema_check.h), or was written by a newer Telltale is set aside under
/// another name and a new one is begun: watching goes on, and nothing of it is changed. Cost: reads the whole file when it is smaller than
/// 256 MiB (some 3 s a GiB); of larger ones, and without that check, only header and schema. Errors: Full, Busy, Io.
Result<OpenedFile> openForWriting(const std::string &path, const Schema &schema, const std::string &vfs, UtcTime now,
                                  FileCheck check = FileCheck::Content);

} // namespace telltale::store
