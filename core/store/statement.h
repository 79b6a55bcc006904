// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace telltale::store {

/// What SQLite's answer means for the caller (design: callers branch on the kind, people read the text).
[[nodiscard]] Error sqliteError(sqlite3 *handle, int code);

/// What SQLite calls the storage class of a stored value.
enum class StorageClass { Null, Integer, Real, Text, Blob };

/// A prepared statement. Values are bound and read in order, from the first; foreign text only ever comes in as a bound value.
/// Missing: NaN and kNoTime are NULL, both ways. Lifetime: bound text must live until the statement was stepped.
class Statement {
public:
    /// Forgets row and values; the next `add` binds the first parameter.
    Statement &reset();
    Statement &add(std::int64_t number);
    Statement &add(std::uint64_t number) { return add(static_cast<std::int64_t>(number)); }
    Statement &add(double number);
    Statement &add(std::string_view text);
    Statement &add(std::span<const std::byte> bytes);
    Statement &add(UtcTime time);
    /// All columns of the row that another statement stands on, each as it is stored there.
    Statement &addRow(const Statement &row);

    /// True when there is a row to read. Errors: also those of the `add`s before.
    Result<bool> step();
    /// For statements without rows: steps to the end and lets go of every lock.
    Result<void> run();

    [[nodiscard]] int columns() const;
    // Of the next column, which stays the next.
    [[nodiscard]] bool isNull() const;
    [[nodiscard]] StorageClass storageClass() const;
    [[nodiscard]] UtcTime peekTime() const;
    [[nodiscard]] std::int64_t peekInteger() const;
    void skip() { ++m_next; }
    [[nodiscard]] std::int64_t integer();
    [[nodiscard]] double real();
    [[nodiscard]] std::string text();
    [[nodiscard]] UtcTime time();
    /// Valid until the next step or reset.
    [[nodiscard]] std::span<const std::byte> bytes();

private:
    friend class Database;
    struct Closer {
        void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    };
    explicit Statement(sqlite3_stmt *statement) : m_statement(statement) {}
    Statement &note(int code);

    std::unique_ptr<sqlite3_stmt, Closer> m_statement;
    int m_next = 0; ///< last bound parameter, or next column to read
    int m_failure = SQLITE_OK;
};

} // namespace telltale::store
