// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history_archive.h"

#include "core/store/chunk_codec.h"
#include "core/store/data_folder.h"
#include "core/store/history_sweep.h"
#include "core/store/rollup_block.h"
#include "core/store/rollup_surplus.h"
#include "core/store/rollup_table.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>
#include <vector>

namespace telltale::store {

namespace {

constexpr std::size_t kChunksAtATime = 64;

template <typename T>
const Error *errorOf(const Result<T> &result)
{
    return result ? nullptr : &result.error();
}

/// One history file that takes in rows of another.
class Import {
public:
    Import(const Database &target, ChunkRows chunks, RollupTable rollups)
        : m_target(target)
        , m_chunks(std::move(chunks))
        , m_rollups(std::move(rollups))
        , m_surplus(target)
    {
    }

    /// Takes it in with the others that come with it; see `finish`.
    Result<void> take(ChunkRow row, HistorySweep::Kind kind)
    {
        m_waiting.emplace_back(std::move(row), kind);
        return m_waiting.size() < kChunksAtATime ? Result<void>() : finish();
    }
    Result<void> finish()
    {
        auto transaction = Transaction::begin(m_target);
        if (!transaction)
            return transaction.error();
        for (auto &[row, kind] : std::exchange(m_waiting, {}))
            if (auto put = putRow(row, kind); !put)
                return put;
        if (auto flushed = m_rollups.flush(m_target); !flushed)
            return flushed;
        m_surplus.trim();
        for (const std::int64_t key : std::exchange(m_minutes, {}))
            if (auto rebuilt = m_rollups.rebuild(m_target, key); !rebuilt)
                return rebuilt;
        return transaction->commit();
    }
    [[nodiscard]] const ImportCount &count() const { return m_count; }

private:
    /// What the cell itself says counts, and not what stands beside it. Its trace may be damaged alone.
    static Result<Chunk> samplesOf(ChunkRow &row)
    {
        auto chunk = decodeChunk(row.samples, row.trace);
        if (!chunk && !row.trace.empty()) {
            row.trace.clear();
            chunk = decodeChunk(row.samples);
        }
        return chunk;
    }

    Result<void> putRow(ChunkRow &row, HistorySweep::Kind kind)
    {
        const auto chunk = samplesOf(row);
        if (!chunk || chunk->empty()) {
            ++m_count.damaged;
            return {};
        }
        const auto [first, last] = std::ranges::minmax(chunk->t);
        row.t0 = first;
        row.t1 = last;
        row.n = static_cast<std::int64_t>(chunk->size());
        const auto sensor = m_chunks.sensorId(row);
        if (!sensor)
            return sensor.error();
        const auto isThere = kind == HistorySweep::Kind::Tail ? m_chunks.anyWithin(*sensor, row) : m_chunks.has(*sensor, row);
        if (!isThere)
            return isThere.error();
        if (!*isThere)
            return addRow(*sensor, row, *chunk);
        ++m_count.known;
        return {};
    }

    Result<void> addRow(std::int64_t sensor, ChunkRow &row, const Chunk &chunk)
    {
        // What the row says itself is of the roll-ups of another file, or of another time.
        const auto summed = sumUp(sensor, chunk);
        if (!summed)
            return summed.error();
        row.summed = *summed;
        ++m_count.chunks;
        m_count.samples += chunk.size();
        return m_chunks.add(sensor, row);
    }

    /// Completes the roll-ups that know the chunk; returns its bits. One that none knows waits for the upkeep, which is cheaper.
    Result<std::int64_t> sumUp(std::int64_t sensor, const Chunk &chunk)
    {
        const RollupCells minutes = cellsOf(chunk);
        const RollupCells hours = coarsened(minutes, RollupLevel::Minute, RollupLevel::Hour);
        const RollupCells days = coarsened(hours, RollupLevel::Hour, RollupLevel::Day);
        const auto newHours = m_surplus.take(sensor, RollupLevel::Hour, hours);
        const auto newDays = m_surplus.take(sensor, RollupLevel::Day, days);
        if (!newHours || !newDays)
            return !newHours ? newHours.error() : newDays.error();
        if (newHours->size() == hours.size() && newDays->size() == days.size())
            return std::int64_t{0};
        m_rollups.add(sensor, RollupLevel::Hour, *newHours);
        m_rollups.add(sensor, RollupLevel::Day, *newDays);
        const std::int64_t always = bitOf(RollupLevel::Hour) | bitOf(RollupLevel::Day);
        if (!RollupTable::isWorthMinutes(minutes, chunk))
            return always;
        noteMinutes(sensor, minutes);
        return always | bitOf(RollupLevel::Minute);
    }

    /// The minutes of what comes back went with it, or not, as their rows were cut.
    void noteMinutes(std::int64_t sensor, const RollupCells &minutes)
    {
        for (const RollupCell &cell : minutes)
            m_minutes.insert(blockKey(sensor, RollupLevel::Minute, cell.index));
    }

    const Database &m_target;
    ChunkRows m_chunks;
    RollupTable m_rollups;
    RollupSurplus m_surplus;
    ImportCount m_count;
    std::vector<std::pair<ChunkRow, HistorySweep::Kind>> m_waiting;
    std::set<std::int64_t> m_minutes; ///< rows of roll-ups to make anew
};

} // namespace

std::string archivePath(const std::string &folder, std::int64_t t0)
{
    return folder + "/telltale-" + toIso(fromNanos(t0), 0).substr(0, 7) + ".history";
}

Result<HistoryArchive> HistoryArchive::open(const std::string &path, UtcTime now, FileCheck check)
{
    if (auto made = makeFolder(std::filesystem::path(path).parent_path().string()); !made)
        return made.error();
    auto file = openForWriting(path, archiveSchema(), {}, now, check);
    if (!file)
        return file.error();
    auto rows = ChunkRows::over(file->database);
    if (!rows)
        return rows.error();
    return HistoryArchive(std::move(file->database), std::move(*rows), std::move(file->notice));
}

Result<void> HistoryArchive::put(std::span<const ChunkRow> rows)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    for (const ChunkRow &row : rows)
        if (auto added = m_rows.put(row); !added)
            return added;
    return transaction->commit();
}

Result<ImportCount> importHistory(const std::string &archive, const std::string &folder, UtcTime now)
{
    const auto lock = FolderLock::take(folder);
    if (!lock)
        return lock.error();
    const auto source = HistorySweep::open(archive);
    if (!source)
        return source.error();
    auto target = openForWriting(folder + kHistoryName, historySchema(), {}, now);
    if (!target)
        return target.error();
    auto chunks = ChunkRows::over(target->database);
    auto rollups = RollupTable::over(target->database);
    for (const Error *error : {errorOf(chunks), errorOf(rollups)})
        if (error != nullptr)
            return *error;
    Import import(target->database, std::move(*chunks), std::move(*rollups));
    const auto unreadable = source->read([&](ChunkRow row, HistorySweep::Kind kind) { return import.take(std::move(row), kind); });
    if (!unreadable)
        return unreadable.error();
    if (auto finished = import.finish(); !finished)
        return finished.error();
    ImportCount count = import.count();
    count.unreadable = static_cast<std::uint64_t>(*unreadable);
    return count;
}

} // namespace telltale::store
