// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <string>
#include <utility>
#include <vector>

namespace telltale::store {

/// Names inside a data folder.
inline constexpr const char *kJournalName = "/journal.db";
inline constexpr const char *kHistoryName = "/history.db";
inline constexpr const char *kLockName = "/telltale.lock";
inline constexpr const char *kBallastName = "/ballast";
// Behind the name of what was set aside, before the time.
inline constexpr const char *kDamagedMark = ".damaged-";
inline constexpr const char *kNewerMark = ".newer-"; ///< written by a newer Telltale
// Behind all of that, of a copy that is read and goes again.
inline constexpr const char *kReadingMark = ".reading";

/// Makes the folder, and what is missing above it, for its owner only (0700). An existing folder is left as it is.
/// Errors: Io, with a sentence that names the folder.
Result<void> makeFolder(const std::string &folder);

/// Makes an empty file for its owner only (0600), or checks that an existing one can be written. SQLite gives `-wal` and `-shm` the same
/// rights. Errors: Io, Full.
Result<void> makePrivateFile(const std::string &path);

/// Moves a damaged database with its `-wal` and `-shm` out of the way, to "<path>.damaged-<UTC>" (or another mark); nothing is ever
/// deleted. Returns the new path of the database. Errors: Io. After a crash in between the log may still be there without its database:
/// `finishSetAside`.
Result<std::string> setAside(const std::string &path, UtcTime now, const char *mark = kDamagedMark);

/// Moves a log whose database `setAside` has moved already after it; nothing where there is none. Before a new database is made: SQLite
/// would take the log for its own. Only a log that was last written before the newest one went is that one's. Errors: Io.
[[nodiscard]] Result<void> finishSetAside(const std::string &path);

/// What was set aside of this database, under either mark, newest first; without logs and what else belongs to one.
[[nodiscard]] std::vector<std::string> setAsideOf(const std::string &path);

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
