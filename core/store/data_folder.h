// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <string>
#include <utility>

namespace telltale::store {

/// Names inside a data folder.
inline constexpr const char *kJournalName = "/journal.db";
inline constexpr const char *kHistoryName = "/history.db";
inline constexpr const char *kLockName = "/telltale.lock";
inline constexpr const char *kBallastName = "/ballast";
// Behind the name of what was set aside, before the time.
inline constexpr const char *kDamagedMark = ".damaged-";
inline constexpr const char *kNewerMark = ".newer-"; ///< written by a newer Telltale

/// Makes the folder, and what is missing above it, for its owner only (0700). An existing folder is left as it is.
/// Errors: Io, with a sentence that names the folder.
Result<void> makeFolder(const std::string &folder);

/// Makes an empty file for its owner only (0600), or checks that an existing one can be written. SQLite gives `-wal` and `-shm` the same
/// rights. Errors: Io, Full.
Result<void> makePrivateFile(const std::string &path);

/// Moves a damaged database with its `-wal` and `-shm` out of the way, to "<path>.damaged-<UTC>" (or another mark); nothing is ever deleted.
/// Returns the new path of the database. Errors: Io.
Result<std::string> setAside(const std::string &path, UtcTime now, const char *mark = kDamagedMark);

/// `wanted`, or with the first number behind it that nothing is called by yet.
[[nodiscard]] std::string freeName(const std::string &wanted);

/// "20261122T123107Z", for names of files.
[[nodiscard]] std::string fileStamp(UtcTime now);

/// The right to write a data folder: an flock on telltale.lock, which the system takes back however the process ends. The file holds the
/// number of the process, for people.
class FolderLock {
public:
    /// Errors: Busy when another process holds it, with a text that says which; Io when the folder cannot be written; Full.
    static Result<FolderLock> take(const std::string &folder);
    FolderLock(FolderLock &&other) noexcept : m_file(std::exchange(other.m_file, -1)) {}
    FolderLock &operator=(FolderLock &&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int file) : m_file(file) {}

    int m_file;
};

} // namespace telltale::store
