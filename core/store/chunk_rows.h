// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/store/column_codec.h"
#include "core/store/database.h"

#include <cstdint>
#include <string>

namespace telltale::store {

/// A sealed chunk as it lies in a history file, bit for bit.
struct ChunkRow {
    SensorKey sensor;
    std::string unit;
    std::int64_t t0 = 0;
    std::int64_t t1 = 0;
    std::int64_t n = 0;
    std::int64_t codec = 0;
    Bytes samples;
    std::int64_t summed = 0; ///< see RollupTable
    Bytes trace;             ///< may be empty
};

/// Puts whole chunks into a history file as they are: how they get into archives and back. Thread: that of the database.
class ChunkRows {
public:
    static Result<ChunkRows> over(const Database &database);

    // In the caller's transaction; errors are SQLite's.
    /// Adds the chunk, unless the very same is there already.
    Result<void> put(const ChunkRow &row);
    /// Number of the row's sensor, which is made if it is not there; it learns how long the chunk lasts.
    Result<std::int64_t> sensorId(const ChunkRow &row);
    /// Adds it whatever is there.
    Result<void> add(std::int64_t sensor, const ChunkRow &row);
    /// Whether the very same chunk is there.
    Result<bool> has(std::int64_t sensor, const ChunkRow &row);
    /// Whether there is any chunk of that sensor that reaches into that time.
    Result<bool> anyWithin(std::int64_t sensor, const ChunkRow &row);

private:
    struct Statements {
        Statement sensor;
        Statement longer;
        Statement same;
        Statement chunk;
        Statement trace;
        Statement within;
    };
    explicit ChunkRows(Statements statements) : m_sql(std::move(statements)) {}

    Statements m_sql;
};

} // namespace telltale::store
