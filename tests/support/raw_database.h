// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace telltale::test {

/// Somebody with a database tool: nothing of what Telltale does to protect a file holds here.
class RawDatabase {
public:
    explicit RawDatabase(const std::string &path) { sqlite3_open(path.c_str(), &m_handle); }
    RawDatabase(const RawDatabase &) = delete;
    RawDatabase &operator=(const RawDatabase &) = delete;
    ~RawDatabase() { sqlite3_close(m_handle); }

    /// How many rows it changed. A statement that is wrong ends the test.
    int run(const std::string &sql) const
    {
        char *why = nullptr;
        if (sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, &why) != SQLITE_OK) {
            std::fprintf(stderr, "%s: %s\n", sql.c_str(), why);
            std::abort();
        }
        return sqlite3_changes(m_handle);
    }
    /// All values of the first column as text; what cannot be read ends it with "!".
    [[nodiscard]] std::vector<std::string> column(const std::string &sql) const
    {
        std::vector<std::string> values;
        sqlite3_stmt *statement = nullptr;
        int code = sqlite3_prepare_v2(m_handle, sql.c_str(), -1, &statement, nullptr);
        while (code == SQLITE_OK || code == SQLITE_ROW) {
            code = sqlite3_step(statement);
            if (code == SQLITE_ROW) {
                const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, 0));
                values.emplace_back(text == nullptr ? "" : text, std::size_t(text == nullptr ? 0 : sqlite3_column_bytes(statement, 0)));
            }
        }
        sqlite3_finalize(statement);
        if (code != SQLITE_DONE)
            values.emplace_back("!");
        return values;
    }
    [[nodiscard]] std::int64_t number(const std::string &sql) const
    {
        const auto values = column(sql);
        return values.empty() ? 0 : std::strtoll(values.front().c_str(), nullptr, 10);
    }
    /// Everything of a table, so that two states of it can be compared.
    [[nodiscard]] std::vector<std::string> rowsOf(const std::string &table) const
    {
        std::vector<std::string> rows;
        sqlite3_stmt *statement = nullptr;
        int code = sqlite3_prepare_v2(m_handle, ("SELECT rowid, * FROM " + table + " NOT INDEXED ORDER BY rowid").c_str(), -1, &statement,
                                      nullptr);
        while (code == SQLITE_OK || code == SQLITE_ROW) {
            code = sqlite3_step(statement);
            std::string row;
            for (int i = 0; code == SQLITE_ROW && i < sqlite3_column_count(statement); ++i) {
                const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement, i));
                row += std::to_string(sqlite3_column_type(statement, i)) + ':';
                row.append(bytes == nullptr ? "" : bytes, std::size_t(sqlite3_column_bytes(statement, i)));
                row += '|';
            }
            if (code == SQLITE_ROW)
                rows.push_back(std::move(row));
        }
        sqlite3_finalize(statement);
        if (code != SQLITE_DONE)
            rows.emplace_back("!");
        return rows;
    }
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

private:
    sqlite3 *m_handle = nullptr;
};

/// Takes away what refuses changes, as anybody can who may write the file.
inline void dropTriggers(const RawDatabase &database)
{
    for (const std::string &name : database.column("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
        database.run("DROP TRIGGER " + name);
}

} // namespace telltale::test
