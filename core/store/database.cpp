// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include <array>
#include <cstdio>

namespace telltale::store {

namespace {

/// How long one statement waits for somebody else's lock; longer waits are the caller's to arrange.
constexpr int kBusyMilliseconds = 250;
constexpr int kStepsBetweenQuestions = 10'000;

std::string asUri(const std::string &path, const char *query)
{
    std::string uri = "file:";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || c == '/'
                           || c == '.' || c == '-' || c == '_';
        std::array<char, 4> escaped{};
        std::snprintf(escaped.data(), escaped.size(), "%%%02X", byte);
        uri += plain ? std::string(1, c) : std::string(escaped.data());
    }
    return uri + query;
}

} // namespace

Result<Database> Database::open(const std::string &path, Mode mode, const std::string &vfs)
{
    const bool immutable = mode == Mode::Immutable;
    const int access = mode == Mode::Write   ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                       : mode == Mode::Alone ? SQLITE_OPEN_READWRITE // a lock against everybody needs it
                                             : SQLITE_OPEN_READONLY;
    const std::string name = immutable ? asUri(path, "?immutable=1") : path;
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, access | SQLITE_OPEN_NOMUTEX | (immutable ? SQLITE_OPEN_URI : 0),
                                     vfs.empty() ? nullptr : vfs.c_str());
    Database database(handle);
    if (code != SQLITE_OK) {
        Error error = sqliteError(handle, code);
        error.where = path;
        return error;
    }
    if (auto hardened = database.harden(); !hardened)
        return hardened.error();
    if (mode == Mode::Alone) {
        database.keepLogAtClose(true);
        if (auto alone = database.run("PRAGMA locking_mode = EXCLUSIVE"); !alone)
            return alone.error();
    }
    return database;
}

Result<void> Database::harden() const
{
    struct Switch {
        int what;
        int on;
    };
    constexpr std::array<Switch, 5> kSwitches{{{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                               {SQLITE_DBCONFIG_DQS_DML, 0},
                                               {SQLITE_DBCONFIG_DQS_DDL, 0},
                                               {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                               {SQLITE_DBCONFIG_DEFENSIVE, 1}}};
    for (const auto &[what, on] : kSwitches)
        sqlite3_db_config(m_handle.get(), what, on, nullptr);
    sqlite3_extended_result_codes(m_handle.get(), 1);
    sqlite3_busy_timeout(m_handle.get(), kBusyMilliseconds);
    return run("PRAGMA foreign_keys = ON");
}

Result<void> Database::run(const char *sql) const
{
    const int code = sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(m_handle.get(), code);
    return {};
}

Result<Statement> Database::prepare(const char *sql) const
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(m_handle.get(), code);
    return Statement(statement);
}

Result<std::int64_t> Database::number(const char *sql) const
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->integer() : std::int64_t{0};
}

Result<std::string> Database::text(const char *sql) const
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->text() : std::string();
}

Result<void> Database::checkWritable() const
{
    // SQLite looks at the header when it first reads.
    if (auto read = number("PRAGMA schema_version"); !read)
        return read.error();
    if (sqlite3_db_readonly(m_handle.get(), "main") == 0)
        return {};
    return Error{ErrorKind::Unsupported,
                 "its header says that a later SQLite wrote it, in a format that SQLite " + std::string(sqlite3_libversion())
                     + " only reads; expected write format 1 or 2",
                 {}};
}

void Database::keepLogAtClose(bool keep) const
{
    sqlite3_db_config(m_handle.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, nullptr);
}

void Database::tolerateSchema() const
{
    sqlite3_db_config(m_handle.get(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    sqlite3_db_config(m_handle.get(), SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, nullptr);
}

void Database::stopWhen(std::function<bool()> wanted)
{
    m_stop = std::make_unique<std::function<bool()>>(std::move(wanted));
    const auto ask = [](void *function) { return (*static_cast<std::function<bool()> *>(function))() ? 1 : 0; };
    sqlite3_progress_handler(m_handle.get(), kStepsBetweenQuestions, ask, m_stop.get());
}

Result<void> Database::copyTo(const std::string &path) const
{
    auto target = open(path, Mode::Write);
    if (!target)
        return target.error();
    sqlite3 *to = target->m_handle.get();
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", m_handle.get(), "main");
    if (backup == nullptr)
        return sqliteError(to, sqlite3_errcode(to));
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE)
        return sqliteError(nullptr, stepped);
    if (finished != SQLITE_OK)
        return sqliteError(nullptr, finished);
    return {};
}

Result<Transaction> Transaction::begin(const Database &database)
{
    // A deferred transaction that turns into a writer fails at once with BUSY_SNAPSHOT and no waiting helps; IMMEDIATE waits its turn.
    if (auto begun = database.run("BEGIN IMMEDIATE"); !begun)
        return begun.error();
    return Transaction(database);
}

Transaction::~Transaction()
{
    // Some failures (full disk, I/O) have rolled back already; then this one has nothing to do and says so, which is no news.
    if (m_database != nullptr)
        static_cast<void>(m_database->run("ROLLBACK"));
}

Result<void> Transaction::commit()
{
    if (auto committed = m_database->run("COMMIT"); !committed)
        return committed;
    m_database = nullptr;
    return {};
}

} // namespace telltale::store
