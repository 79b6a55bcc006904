// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/chunk.h"

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace telltale::bench {

/// The peer: a table WITHOUT ROWID of (sensor, t, value), WAL, synchronous = NORMAL, prepared statement, one transaction for what is added
/// at a time. Failures end the program: a benchmark of a broken peer says nothing.
class PlainRows {
public:
    explicit PlainRows(const std::string &path);

    void add(const std::vector<std::pair<std::int64_t, ChunkPtr>> &chunks);
    /// Lowest and highest value by pixel column, as one SELECT with GROUP BY.
    [[nodiscard]] std::size_t columns(std::int64_t sensor, std::int64_t from, std::int64_t to, std::size_t count);

private:
    struct Closer {
        void operator()(sqlite3 *handle) const { sqlite3_close_v2(handle); }
    };
    void run(const char *sql);

    std::unique_ptr<sqlite3, Closer> m_handle;
};

} // namespace telltale::bench
