// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"

#include <cstdint>
#include <span>
#include <string>

namespace telltale::store {

/// One step of a schema's history. `sql` ends by setting user_version to `version`; steps are only ever added, never edited.
struct Migration {
    std::int64_t version;
    const char *sql;
};

/// What a database file of ours must look like.
struct Schema {
    const char *name;           ///< for people: "journal"
    std::int64_t applicationId; ///< marks the file as ours
    const char *settings;       ///< PRAGMAs of every writing connection
    std::span<const Migration> migrations;

    [[nodiscard]] std::int64_t version() const { return migrations.empty() ? 0 : migrations.back().version; }
};

[[nodiscard]] const Schema &journalSchema();
[[nodiscard]] const Schema &historySchema();
/// A history that is written seldom and carried about.
[[nodiscard]] const Schema &archiveSchema();

/// Version of the file as it is. Errors: Corrupt when it is not ours, Unsupported when it is newer than this build.
[[nodiscard]] Result<std::int64_t> checkedVersion(const Database &database, const Schema &schema);

/// Brings the file to the newest version, in one transaction. A file that has content is copied to `backupPath` first.
/// Errors: as checkedVersion, and those of the disk; the file is then as it was.
Result<void> upgrade(const Database &database, const Schema &schema, const std::string &backupPath);

} // namespace telltale::store
