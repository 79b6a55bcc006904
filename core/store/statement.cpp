// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/statement.h"

#include <cmath>
#include <limits>

namespace telltale::store {

namespace {

/// InvalidArgument only where the one statement is to blame: everything else may pass, and is tried again.
ErrorKind kindOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL: return ErrorKind::Full;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorKind::Busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return ErrorKind::Corrupt;
    case SQLITE_READONLY: return ErrorKind::ReadOnly;
    case SQLITE_INTERRUPT:
    case SQLITE_ABORT: return ErrorKind::Cancelled;
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
    case SQLITE_RANGE: return ErrorKind::InvalidArgument;
    default: return ErrorKind::Io;
    }
}

} // namespace

Error sqliteError(sqlite3 *handle, int code)
{
    const char *text = handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
    const int number = handle != nullptr ? sqlite3_extended_errcode(handle) : code;
    // The shared memory beside a database that nobody has open is the first thing that a full disk refuses.
    const ErrorKind kind = number == SQLITE_IOERR_SHMSIZE ? ErrorKind::Full : kindOf(code);
    return {kind, std::string(text) + " (SQLite " + std::to_string(number) + ')', {}};
}

Statement &Statement::note(int code)
{
    if (m_failure == SQLITE_OK)
        m_failure = code;
    return *this;
}

Statement &Statement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
    m_next = 0;
    m_failure = SQLITE_OK;
    return *this;
}

Statement &Statement::add(std::int64_t number)
{
    return note(sqlite3_bind_int64(m_statement.get(), ++m_next, number));
}

Statement &Statement::add(double number)
{
    return note(sqlite3_bind_double(m_statement.get(), ++m_next, number)); // SQLite makes NaN a NULL
}

Statement &Statement::add(std::string_view text)
{
    const char *first = text.data() != nullptr ? text.data() : "";
    return note(sqlite3_bind_text64(m_statement.get(), ++m_next, first, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

Statement &Statement::add(std::span<const std::byte> bytes)
{
    return note(sqlite3_bind_blob64(m_statement.get(), ++m_next, bytes.data(), bytes.size(), SQLITE_STATIC));
}

Statement &Statement::add(UtcTime time)
{
    return time == kNoTime ? note(sqlite3_bind_null(m_statement.get(), ++m_next)) : add(toNanos(time));
}

Statement &Statement::addRow(const Statement &row)
{
    for (int column = 0; column < row.columns(); ++column)
        note(sqlite3_bind_value(m_statement.get(), ++m_next, sqlite3_column_value(row.m_statement.get(), column)));
    return *this;
}

Result<bool> Statement::step()
{
    if (m_failure != SQLITE_OK)
        return sqliteError(nullptr, m_failure);
    m_next = 0;
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return sqliteError(sqlite3_db_handle(m_statement.get()), code);
}

Result<void> Statement::run()
{
    Result<bool> stepped = true;
    do {
        stepped = step();
    } while (stepped && *stepped);
    reset();
    if (!stepped)
        return stepped.error();
    return {};
}

bool Statement::isNull() const
{
    return sqlite3_column_type(m_statement.get(), m_next) == SQLITE_NULL;
}

int Statement::columns() const
{
    return sqlite3_column_count(m_statement.get());
}

StorageClass Statement::storageClass() const
{
    switch (sqlite3_column_type(m_statement.get(), m_next)) {
    case SQLITE_INTEGER: return StorageClass::Integer;
    case SQLITE_FLOAT: return StorageClass::Real;
    case SQLITE_TEXT: return StorageClass::Text;
    case SQLITE_BLOB: return StorageClass::Blob;
    default: return StorageClass::Null;
    }
}

UtcTime Statement::peekTime() const
{
    return isNull() ? kNoTime : fromNanos(sqlite3_column_int64(m_statement.get(), m_next));
}

std::int64_t Statement::peekInteger() const
{
    return sqlite3_column_int64(m_statement.get(), m_next);
}

std::int64_t Statement::integer()
{
    return sqlite3_column_int64(m_statement.get(), m_next++);
}

double Statement::real()
{
    const bool null = isNull();
    const double number = sqlite3_column_double(m_statement.get(), m_next++);
    return null ? std::numeric_limits<double>::quiet_NaN() : number;
}

std::string Statement::text()
{
    const auto *first = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), m_next));
    const auto length = static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), m_next++));
    return first == nullptr ? std::string() : std::string(first, length);
}

UtcTime Statement::time()
{
    const UtcTime time = peekTime();
    skip();
    return time;
}

std::span<const std::byte> Statement::bytes()
{
    const auto *first = static_cast<const std::byte *>(sqlite3_column_blob(m_statement.get(), m_next));
    const auto length = static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), m_next++));
    return {first, first == nullptr ? 0 : length};
}

} // namespace telltale::store
