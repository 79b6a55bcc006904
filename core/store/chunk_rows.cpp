// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chunk_rows.h"

#include "core/store/history_sql.h"

#include <array>
#include <span>
#include <vector>

namespace telltale::store {

Result<ChunkRows> ChunkRows::over(const Database &database)
{
    constexpr std::array kSql{sql::kPutSensor, sql::kLongerChunk, sql::kSameChunk, sql::kAddChunk, sql::kAddTrace, sql::kAnyWithin};
    std::vector<Statement> ready;
    for (const char *text : kSql) {
        auto statement = database.prepare(text);
        if (!statement)
            return statement.error();
        ready.push_back(std::move(*statement));
    }
    return ChunkRows(
        {std::move(ready[0]), std::move(ready[1]), std::move(ready[2]), std::move(ready[3]), std::move(ready[4]), std::move(ready[5])});
}

Result<std::int64_t> ChunkRows::sensorId(const ChunkRow &row)
{
    const auto found = m_sql.sensor.reset().add(row.sensor.asset).add(row.sensor.sensor).add(row.unit).step();
    if (!found)
        return found.error();
    const std::int64_t id = m_sql.sensor.integer();
    const std::int64_t longest = m_sql.sensor.integer();
    if (auto done = m_sql.sensor.run(); !done)
        return done.error();
    if (row.t1 - row.t0 > longest) {
        if (auto put = m_sql.longer.reset().add(id).add(row.t1 - row.t0).run(); !put)
            return put.error();
    }
    return id;
}

Result<void> ChunkRows::put(const ChunkRow &row)
{
    const auto sensor = sensorId(row);
    if (!sensor)
        return sensor.error();
    const auto known = has(*sensor, row);
    if (!known || *known)
        return known ? Result<void>() : known.error();
    return add(*sensor, row);
}

Result<void> ChunkRows::add(std::int64_t sensor, const ChunkRow &row)
{
    m_sql.chunk.reset().add(sensor).add(row.t0).add(row.t1).add(row.n).add(row.codec);
    const auto added = m_sql.chunk.add(std::span<const std::byte>(row.samples)).add(row.summed).step();
    if (!added)
        return added.error();
    const std::int64_t id = m_sql.chunk.integer();
    if (auto done = m_sql.chunk.run(); !done || row.trace.empty())
        return done;
    return m_sql.trace.reset().add(id).add(std::span<const std::byte>(row.trace)).run();
}

Result<bool> ChunkRows::has(std::int64_t sensor, const ChunkRow &row)
{
    auto found = m_sql.same.reset().add(sensor).add(row.t0).add(row.t1).add(std::span<const std::byte>(row.samples)).step();
    m_sql.same.reset();
    return found;
}

Result<bool> ChunkRows::anyWithin(std::int64_t sensor, const ChunkRow &row)
{
    auto found = m_sql.within.reset().add(sensor).add(row.t0).add(row.t1).step();
    m_sql.within.reset();
    return found;
}

} // namespace telltale::store
