// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/statement.h"

#include <sqlite3.h>

#include <functional>
#include <memory>
#include <string>

namespace telltale::store {

/// One SQLite connection, hardened for files that somebody else may have written: no extensions, no double-quoted strings, no trusted
/// schema, defensive mode, foreign keys on.
/// Errors: Full, Busy, Io, ReadOnly may pass by themselves; Corrupt will not; InvalidArgument is about one statement only.
/// Thread: one at a time.
class Database {
public:
    enum class Mode {
        Write,     ///< made if it is not there
        Read,      ///< never changes the file
        Alone,     ///< Read with the write-ahead log, without making anything: nobody else may have the file open. Briefly
        Immutable, ///< Read without locks and without the write-ahead log, for a disk where not even `-shm` can be made
    };
    /// `vfs` empty = the system's own.
    static Result<Database> open(const std::string &path, Mode mode, const std::string &vfs = {});

    /// Runs constant SQL without parameters.
    Result<void> run(const char *sql) const;
    /// A statement to keep; it lives no longer than the database.
    [[nodiscard]] Result<Statement> prepare(const char *sql) const;
    /// First column of the first row, as a number; 0 where there is no row.
    [[nodiscard]] Result<std::int64_t> number(const char *sql) const;
    [[nodiscard]] Result<std::string> text(const char *sql) const;
    [[nodiscard]] int changedRows() const { return sqlite3_changes(m_handle.get()); }
    [[nodiscard]] std::int64_t insertedRow() const { return sqlite3_last_insert_rowid(m_handle.get()); }

    /// Errors: Unsupported when the header says that a later SQLite wrote the file in a format that this one may only read.
    [[nodiscard]] Result<void> checkWritable() const;

    /// The last connection that is closed moves the write-ahead log into the file and deletes it; `keep` = not this one.
    void keepLogAtClose(bool keep) const;
    /// For files that only lend their rows: what of the schema cannot be read is passed over.
    void tolerateSchema() const;
    /// From now on whatever takes long ends with Cancelled once `wanted` says so; it is asked every few thousand steps of the machine.
    void stopWhen(std::function<bool()> wanted);

    /// Copies the whole database into a new file, readers and writers may go on. Errors: as SQLite's.
    Result<void> copyTo(const std::string &path) const;

private:
    struct Closer {
        void operator()(sqlite3 *handle) const { sqlite3_close_v2(handle); }
    };
    explicit Database(sqlite3 *handle) : m_handle(handle) {}
    Result<void> harden() const;

    std::unique_ptr<std::function<bool()>> m_stop; ///< outlives the handle, which knows its address
    std::unique_ptr<sqlite3, Closer> m_handle;
};

/// A write transaction that takes the write lock at once and rolls back unless it was committed.
class Transaction {
public:
    static Result<Transaction> begin(const Database &database);
    Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    Result<void> commit();

private:
    explicit Transaction(const Database &database) : m_database(&database) {}

    const Database *m_database;
};

} // namespace telltale::store
