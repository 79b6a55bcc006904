// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history_file.h"

#include "core/model/json_writer.h"
#include "core/store/chunk_codec.h"
#include "core/store/history_sql.h"

#include <algorithm>
#include <array>

namespace telltale::store {

Result<HistoryFile> HistoryFile::over(Database database)
{
    // Until its rows are known to be readable nothing of it may be changed, not even by closing it.
    database.keepLogAtClose(true);
    if (auto sealed = database.run(sql::kSealLeftTails); !sealed) {
        // The script may have stopped between its BEGIN and its COMMIT.
        static_cast<void>(database.run("ROLLBACK"));
        return sealed.error();
    }
    auto rollups = RollupTable::over(database);
    if (!rollups)
        return rollups.error();
    constexpr std::array kSql{sql::kPutSensor, sql::kLongerChunk, sql::kAddChunk,     sql::kAddTrace,
                              sql::kPutTail,   sql::kDropTail,    sql::kAddFeedHealth};
    std::vector<Statement> ready;
    for (const char *text : kSql) {
        auto statement = database.prepare(text);
        if (!statement)
            return statement.error();
        ready.push_back(std::move(*statement));
    }
    database.keepLogAtClose(false);
    return HistoryFile(std::move(database), std::move(*rollups),
                       {std::move(ready[0]), std::move(ready[1]), std::move(ready[2]), std::move(ready[3]), std::move(ready[4]),
                        std::move(ready[5]), std::move(ready[6])});
}

Result<void> HistoryFile::write(const HistoryBatch &batch, std::size_t &refused, const Between &between)
{
    refused = 0;
    auto written = writeAll(batch, refused, between);
    if (!written) {
        m_sensors.clear(); // rows that were made in the failed transaction are gone
        m_rollups.forget();
    }
    return written;
}

Result<void> HistoryFile::writeAll(const HistoryBatch &batch, std::size_t &refused, const Between &between)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    if (auto put = putChunks(batch.chunks, true, refused, between); !put)
        return put;
    if (auto put = putChunks(batch.tails, false, refused, between); !put)
        return put;
    for (const SaveFeedHealth &job : batch.health) {
        const std::string health = json::toText(job.health);
        m_sql.health.reset().add(job.at).add(job.health.address).add(toText(job.health.state)).add(health);
        if (auto put = m_sql.health.run(); !put)
            return put;
    }
    if (auto summed = m_rollups.flush(m_database); !summed)
        return summed;
    return transaction->commit();
}

Result<void> HistoryFile::putChunks(const std::vector<SaveChunk> &jobs, bool sealed, std::size_t &refused, const Between &between)
{
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        if (between && i % kRowsAtATime == kRowsAtATime - 1)
            between();
        if (auto put = putChunk(jobs[i], sealed, refused); !put)
            return put;
    }
    return {};
}

Result<void> HistoryFile::putChunk(const SaveChunk &job, bool sealed, std::size_t &refused)
{
    const auto known = knownSensor(job);
    if (!known)
        return known.error();
    KnownSensor &sensor = **known;
    const bool empty = !job.chunk || job.chunk->empty();
    if (sealed ? !job.late : empty) {
        if (auto dropped = m_sql.dropTail.reset().add(sensor.id).run(); !dropped)
            return dropped;
    }
    if (empty)
        return {};
    return sealed ? putSealed(sensor, *job.chunk, refused) : putTail(sensor.id, *job.chunk, refused);
}

Result<void> HistoryFile::putTail(std::int64_t sensor, const Chunk &chunk, std::size_t &refused)
{
    const auto encoded = encodeChunk(chunk);
    if (!encoded) {
        ++refused;
        return {};
    }
    const auto [first, last] = std::ranges::minmax(chunk.t);
    Statement &tail = m_sql.tail.reset().add(sensor).add(first).add(last).add(static_cast<std::int64_t>(chunk.size()));
    tail.add(std::int64_t{kChunkCodec}).add(std::span<const std::byte>(encoded->samples));
    return encoded->trace.empty() ? tail.run() : tail.add(std::span<const std::byte>(encoded->trace)).run();
}

Result<void> HistoryFile::putSealed(KnownSensor &sensor, const Chunk &chunk, std::size_t &refused)
{
    const auto encoded = encodeChunk(chunk);
    if (!encoded) {
        ++refused;
        return {};
    }
    const auto [first, last] = std::ranges::minmax(chunk.t);
    if (last - first > sensor.longest) {
        sensor.longest = last - first;
        if (auto put = m_sql.longer.reset().add(sensor.id).add(sensor.longest).run(); !put)
            return put;
    }
    Statement &row = m_sql.chunk.reset().add(sensor.id).add(first).add(last).add(static_cast<std::int64_t>(chunk.size()));
    row.add(std::int64_t{kChunkCodec}).add(std::span<const std::byte>(encoded->samples)).add(m_rollups.add(sensor.id, chunk));
    const auto added = row.step();
    if (!added)
        return added.error();
    const std::int64_t id = row.integer();
    if (auto done = row.run(); !done || encoded->trace.empty())
        return done;
    return m_sql.trace.reset().add(id).add(std::span<const std::byte>(encoded->trace)).run();
}

Result<HistoryFile::KnownSensor *> HistoryFile::knownSensor(const SaveChunk &job)
{
    const auto known = m_sensors.find(job.sensor);
    if (known != m_sensors.end() && known->second.unit == job.unit)
        return &known->second;
    Statement &statement = m_sql.sensor.reset().add(job.sensor.asset).add(job.sensor.sensor).add(job.unit);
    const auto row = statement.step();
    if (!row)
        return row.error();
    const std::int64_t id = statement.integer();
    const std::int64_t longest = statement.integer();
    if (auto done = statement.run(); !done)
        return done.error();
    return &m_sensors.insert_or_assign(job.sensor, KnownSensor{id, job.unit, longest}).first->second;
}

} // namespace telltale::store
