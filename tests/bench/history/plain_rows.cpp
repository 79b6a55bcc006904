// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/history/plain_rows.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace telltale::bench {

namespace {

void need(bool ok, sqlite3 *handle)
{
    if (ok)
        return;
    std::fprintf(stderr, "plain rows: %s\n", sqlite3_errmsg(handle));
    std::exit(1);
}

} // namespace

PlainRows::PlainRows(const std::string &path)
{
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open(path.c_str(), &handle);
    m_handle.reset(handle);
    need(code == SQLITE_OK, handle);
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
        "CREATE TABLE IF NOT EXISTS sample(sensor INTEGER, t INTEGER, value REAL, PRIMARY KEY(sensor, t)) WITHOUT ROWID");
}

void PlainRows::run(const char *sql)
{
    need(sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK, m_handle.get());
}

void PlainRows::add(const std::vector<std::pair<std::int64_t, ChunkPtr>> &chunks)
{
    run("BEGIN IMMEDIATE");
    sqlite3_stmt *insert = nullptr;
    need(sqlite3_prepare_v2(m_handle.get(), "INSERT INTO sample VALUES(?, ?, ?)", -1, &insert, nullptr) == SQLITE_OK, m_handle.get());
    for (const auto &[sensor, chunk] : chunks) {
        for (std::size_t i = 0; i < chunk->size(); ++i) {
            sqlite3_bind_int64(insert, 1, sensor);
            sqlite3_bind_int64(insert, 2, chunk->t[i]);
            sqlite3_bind_double(insert, 3, chunk->value[i]);
            need(sqlite3_step(insert) == SQLITE_DONE, m_handle.get());
            sqlite3_reset(insert);
        }
    }
    sqlite3_finalize(insert);
    run("COMMIT");
}

std::size_t PlainRows::columns(std::int64_t sensor, std::int64_t from, std::int64_t to, std::size_t count)
{
    sqlite3_stmt *select = nullptr;
    const char *sql =
        "SELECT (t - ?2) / ?4 AS pixel, min(value), max(value) FROM sample WHERE sensor = ?1 AND t >= ?2 AND t < ?3 GROUP BY pixel";
    need(sqlite3_prepare_v2(m_handle.get(), sql, -1, &select, nullptr) == SQLITE_OK, m_handle.get());
    sqlite3_bind_int64(select, 1, sensor);
    sqlite3_bind_int64(select, 2, from);
    sqlite3_bind_int64(select, 3, to);
    sqlite3_bind_int64(select, 4, std::max<std::int64_t>(1, (to - from) / static_cast<std::int64_t>(count)));
    std::size_t columns = 0;
    while (sqlite3_step(select) == SQLITE_ROW)
        ++columns;
    sqlite3_finalize(select);
    return columns;
}

} // namespace telltale::bench
