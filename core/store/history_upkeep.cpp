// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history_upkeep.h"

#include "core/store/chunk_codec.h"
#include "core/store/history_sql.h"
#include "core/store/rollup_block.h"
#include "core/store/rollup_table.h"

#include <limits>
#include <utility>

namespace telltale::store {

namespace {

// So much at a time takes some milliseconds.
constexpr std::int64_t kChunksAtATime = 16;
constexpr std::int64_t kTracesAtATime = 64;

// Clocks that differ by less are no news.
constexpr Duration kAhead = std::chrono::hours(24);

constexpr std::int64_t kLongAgo = std::numeric_limits<std::int64_t>::min();

/// What is older than this may go.
std::int64_t limitOf(std::int64_t ageFrom, Duration kept)
{
    return ageFrom < kLongAgo + kept.count() ? kLongAgo : ageFrom - kept.count();
}

std::int64_t integerOr(Statement &row, std::int64_t missing)
{
    const bool isNull = row.isNull();
    const std::int64_t number = row.integer();
    return isNull ? missing : number;
}

Result<void> runFor(const Database &database, const char *sql, const std::vector<std::int64_t> &ids)
{
    auto statement = database.prepare(sql);
    if (!statement)
        return statement.error();
    for (const std::int64_t id : ids)
        if (auto done = statement->reset().add(id).run(); !done)
            return done;
    return {};
}

Result<void> runWith(const Database &database, const char *sql, std::int64_t first, std::int64_t second)
{
    auto statement = database.prepare(sql);
    return statement ? statement->add(first).add(second).run() : statement.error();
}

} // namespace

HistoryUpkeep::HistoryUpkeep(Retention retention, const Clock &clock, Say say)
    : m_retention(std::move(retention))
    , m_clock(clock)
    , m_say(std::move(say))
    , m_archives(m_retention.archiveFolder, clock, m_say)
    , m_nextPass(clock.steadyNow())
{
}

Result<bool> HistoryUpkeep::step(const Database &database)
{
    for (const auto part : {&HistoryUpkeep::sumUp, &HistoryUpkeep::visit, &HistoryUpkeep::givePagesBack}) {
        auto worked = (this->*part)(database);
        if (!worked || *worked)
            return worked;
    }
    return false;
}

Result<bool> HistoryUpkeep::sumUp(const Database &database)
{
    // Asked after every commit, an acknowledgement's too, and hardly ever answered with yes: no lock is taken for the question.
    const auto waiting = database.number(sql::kHasUnsummed);
    if (!waiting || *waiting == 0)
        return waiting ? Result<bool>(false) : waiting.error();
    auto transaction = Transaction::begin(database);
    auto select = database.prepare(sql::kUnsummed);
    auto mark = database.prepare(sql::kSetSummed);
    auto rollups = RollupTable::over(database);
    if (!transaction || !select || !mark || !rollups)
        return !transaction ? transaction.error() : !select ? select.error() : !mark ? mark.error() : rollups.error();
    std::vector<std::pair<std::int64_t, std::int64_t>> summed;
    select->add(kChunksAtATime);
    while (true) {
        const auto row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const std::int64_t id = select->integer();
        const std::int64_t sensor = select->integer();
        const auto chunk = decodeChunk(select->bytes());
        // A damaged chunk has nothing to sum up, and must not be looked at for ever.
        summed.emplace_back(id, chunk ? rollups->add(sensor, *chunk) : bitOf(RollupLevel::Hour) | bitOf(RollupLevel::Day));
    }
    select->reset();
    for (const auto &[id, levels] : summed)
        if (auto done = mark->reset().add(id).add(levels).run(); !done)
            return done.error();
    if (auto flushed = rollups->flush(database); !flushed)
        return flushed.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return !summed.empty();
}

/// A pass goes from sensor to sensor, a step a sensor.
Result<bool> HistoryUpkeep::visit(const Database &database)
{
    const bool nothingEver = !m_retention.samples && !m_retention.traces;
    if (nothingEver || m_clock.steadyNow() < m_nextPass)
        return false;
    if (m_sensor) {
        for (const auto part : {&HistoryUpkeep::dropTraces, &HistoryUpkeep::dropSamples}) {
            auto worked = (this->*part)(database);
            if (!worked || *worked)
                return worked;
        }
    }
    return nextSensor(database);
}

Result<bool> HistoryUpkeep::nextSensor(const Database &database)
{
    auto select = database.prepare(sql::kNextSensor);
    if (!select)
        return select.error();
    const UtcTime now = m_clock.utcNow();
    const auto row = select->add(m_sensor ? m_sensor->id : std::int64_t{0}).add(now).step();
    if (!row)
        return row.error();
    if (!*row) {
        endPass();
        return false;
    }
    Sensor sensor;
    sensor.id = select->integer();
    const std::string asset = select->text();
    const std::string name = select->text();
    sensor.ageFrom = integerOr(*select, kLongAgo);
    const std::int64_t last = integerOr(*select, kLongAgo);
    sensor.tracesFrom = select->integer();
    if (last > toNanos(now + kAhead))
        m_ahead.push_back(asset + " " + name + ": " + toIso(fromNanos(last), 0));
    m_sensor = sensor;
    return true;
}

void HistoryUpkeep::sayWhatIsAhead()
{
    if (!m_ahead.empty() && !m_saidAhead) {
        m_say("samples of the future make no others old: the age of samples is counted without those of " + std::to_string(m_ahead.size())
              + " sensors that are ahead of the clock (" + m_ahead.front() + ")");
        m_saidAhead = true;
    }
    m_ahead.clear();
}

void HistoryUpkeep::endPass()
{
    if (m_givenUp > 0)
        m_say(std::to_string(m_givenUp) + " samples older than the retention allows were "
              + (m_retention.archiveFolder.empty() ? "deleted" : "moved to the archive " + m_retention.archiveFolder));
    m_givenUp = 0;
    sayWhatIsAhead();
    m_sensor.reset();
    m_archives.close();
    m_nextPass = m_clock.steadyNow() + kBetweenPasses;
}

Result<bool> HistoryUpkeep::dropTraces(const Database &database)
{
    if (!m_retention.traces)
        return false;
    const std::int64_t limit = limitOf(m_sensor->ageFrom, *m_retention.traces);
    auto transaction = Transaction::begin(database);
    auto select = database.prepare(sql::kOldTraces);
    if (!transaction || !select)
        return !transaction ? transaction.error() : select.error();
    select->add(m_sensor->id).add(m_sensor->tracesFrom).add(limit).add(kTracesAtATime);
    std::vector<std::int64_t> ids;
    std::int64_t from = m_sensor->tracesFrom;
    while (true) {
        const auto row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        ids.push_back(select->integer());
        from = select->integer();
    }
    select->reset();
    if (ids.empty())
        return false;
    ++from; // the next pass begins behind the newest of these
    if (auto dropped = runFor(database, sql::kDropTrace, ids); !dropped)
        return dropped.error();
    if (auto set = runWith(database, sql::kSetTracesFrom, m_sensor->id, from); !set)
        return set.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    m_sensor->tracesFrom = from;
    return true;
}

Result<std::vector<ChunkRow>> HistoryUpkeep::oldChunks(const Database &database, std::vector<std::int64_t> &ids)
{
    auto key = database.prepare(sql::kSensorKey);
    auto select = database.prepare(sql::kOldChunks);
    if (!key || !select)
        return !key ? key.error() : select.error();
    if (const auto found = key->add(m_sensor->id).step(); !found)
        return found.error();
    ChunkRow empty;
    empty.sensor.asset = key->text();
    empty.sensor.sensor = key->text();
    empty.unit = key->text();
    std::vector<ChunkRow> rows;
    select->add(m_sensor->id).add(limitOf(m_sensor->ageFrom, *m_retention.samples)).add(kChunksAtATime);
    while (true) {
        const auto found = select->step();
        if (!found)
            return found.error();
        if (!*found)
            return rows;
        ids.push_back(select->integer());
        ChunkRow &row = rows.emplace_back(empty);
        for (auto *number : {&row.t0, &row.t1, &row.n, &row.codec})
            *number = select->integer();
        const auto samples = select->bytes();
        row.samples.assign(samples.begin(), samples.end());
        row.summed = select->integer();
        const auto trace = select->bytes();
        row.trace.assign(trace.begin(), trace.end());
    }
}

/// False when the samples are not safe elsewhere: then they stay where they are.
bool HistoryUpkeep::archive(const std::vector<ChunkRow> &rows)
{
    if (m_archives.path().empty())
        return true;
    const auto put = m_archives.put(rows);
    if (put.ok() == m_archiveFails)
        m_say(put ? "old samples are archived again"
                  : "old samples stay where they are, the archive cannot be written: " + put.error().text());
    m_archiveFails = !put;
    return put.ok();
}

Result<bool> HistoryUpkeep::dropSamples(const Database &database)
{
    if (!m_retention.samples)
        return false;
    std::vector<std::int64_t> ids;
    const auto rows = oldChunks(database, ids);
    if (!rows)
        return rows.error();
    if (rows->empty())
        return false;
    if (!archive(*rows)) {
        endPass();
        return false;
    }
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    // Minutes are given up with their samples, hours and days stay.
    const std::int64_t gone = cellIndex(limitOf(m_sensor->ageFrom, *m_retention.samples), RollupLevel::Minute) - kBlockCells;
    for (const auto &done :
         {runFor(database, sql::kDropTrace, ids), runFor(database, sql::kDropChunk, ids),
          runWith(database, sql::kDropBlocks, blockKey(m_sensor->id, RollupLevel::Minute, cellIndex(kLongAgo, RollupLevel::Minute)),
                  blockKey(m_sensor->id, RollupLevel::Minute, gone))})
        if (!done)
            return done.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    for (const ChunkRow &row : *rows)
        m_givenUp += static_cast<std::uint64_t>(row.n);
    return true;
}

Result<bool> HistoryUpkeep::givePagesBack(const Database &database)
{
    const auto free = database.number(sql::kFreePages);
    if (!free || *free == 0)
        return free ? Result<bool>(false) : free.error();
    if (auto given = database.run(sql::kGiveBackPages); !given)
        return given.error();
    const auto left = database.number(sql::kFreePages);
    // A file of before this setting has free pages that cannot go; new samples use them.
    return left ? Result<bool>(*left < *free) : left.error();
}

} // namespace telltale::store
