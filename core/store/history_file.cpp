// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history_file.h"

#include "core/model/json_writer.h"
#include "core/store/chunk_codec.h"
#include "core/store/sql.h"

#include <algorithm>
#include <array>

namespace telltale::store {

Result<HistoryFile> HistoryFile::over(Database database)
{
    if (auto sealed = database.run(sql::kSealLeftTails); !sealed) {
        // The script may have stopped between its BEGIN and its COMMIT.
        static_cast<void>(database.run("ROLLBACK"));
        return sealed.error();
    }
    constexpr std::array<const char *, 5> kSql{sql::kPutSensor, sql::kAddChunk, sql::kPutTail, sql::kDropTail, sql::kAddFeedHealth};
    std::vector<Statement> ready;
    for (const char *text : kSql) {
        auto statement = database.prepare(text);
        if (!statement)
            return statement.error();
        ready.push_back(std::move(*statement));
    }
    return HistoryFile(std::move(database),
                       {std::move(ready[0]), std::move(ready[1]), std::move(ready[2]), std::move(ready[3]), std::move(ready[4])});
}

Result<void> HistoryFile::write(const HistoryBatch &batch, std::size_t &refused, const Between &between)
{
    refused = 0;
    auto written = writeAll(batch, refused, between);
    if (!written)
        m_sensors.clear(); // rows that were made in the failed transaction are gone
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
    const auto id = sensorId(job);
    if (!id)
        return id.error();
    if (sealed && !job.late) {
        if (auto dropped = m_sql.dropTail.reset().add(*id).run(); !dropped)
            return dropped;
    }
    if (!job.chunk || job.chunk->empty())
        return sealed ? Result<void>{} : m_sql.dropTail.reset().add(*id).run();
    const auto bytes = encodeChunk(*job.chunk);
    if (!bytes) {
        ++refused;
        return {};
    }
    const auto [first, last] = std::ranges::minmax(job.chunk->t);
    Statement &statement = (sealed ? m_sql.chunk : m_sql.tail).reset();
    statement.add(*id).add(first).add(last).add(static_cast<std::int64_t>(job.chunk->size())).add(std::int64_t{kChunkCodec});
    return statement.add(std::span<const std::byte>(*bytes)).run();
}

Result<std::int64_t> HistoryFile::sensorId(const SaveChunk &job)
{
    const auto known = m_sensors.find(job.sensor);
    if (known != m_sensors.end() && known->second.unit == job.unit)
        return known->second.id;
    Statement &statement = m_sql.sensor.reset().add(job.sensor.asset).add(job.sensor.sensor).add(job.unit);
    const auto row = statement.step();
    if (!row)
        return row.error();
    const std::int64_t id = statement.integer();
    if (auto done = statement.run(); !done)
        return done.error();
    m_sensors.insert_or_assign(job.sensor, KnownSensor{id, job.unit});
    return id;
}

} // namespace telltale::store
