// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history_archive.h"

#include "core/store/chunk_codec.h"
#include "core/store/data_folder.h"
#include "core/store/file_reading.h"
#include "core/store/history_sql.h"
#include "core/store/rollup_block.h"
#include "core/store/rollup_table.h"
#include "core/store/store_file.h"

#include <array>
#include <filesystem>
#include <set>
#include <utility>
#include <vector>

namespace telltale::store {

namespace {

constexpr std::int64_t kChunksAtATime = 64;

/// One file without a log beside it, and nothing given up elsewhere before it is on the disk.
constexpr const char *kArchiveSettings = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;";

Bytes copyOf(std::span<const std::byte> bytes)
{
    return {bytes.begin(), bytes.end()};
}

ChunkRow readRow(Statement &row)
{
    ChunkRow chunk;
    chunk.sensor.asset = row.text();
    chunk.sensor.sensor = row.text();
    chunk.unit = row.text();
    for (auto *number : {&chunk.t0, &chunk.t1, &chunk.n, &chunk.codec})
        *number = row.integer();
    chunk.samples = copyOf(row.bytes());
    chunk.summed = row.integer();
    chunk.trace = copyOf(row.bytes());
    return chunk;
}

template <typename T>
const Error *errorOf(const Result<T> &result)
{
    return result ? nullptr : &result.error();
}

/// Rows after number `after`, which moves on; none at the end.
Result<std::vector<ChunkRow>> nextRows(Statement &select, std::int64_t &after)
{
    select.reset().add(after).add(kChunksAtATime);
    std::vector<ChunkRow> rows;
    while (true) {
        const auto row = select.step();
        if (!row)
            return row.error();
        if (!*row)
            return rows;
        after = select.integer();
        rows.push_back(readRow(select));
    }
}

/// One history file that takes in rows of another.
class Import {
public:
    Import(const Database &target, ChunkRows chunks, RollupTable rollups, bool sameHistory)
        : m_target(target)
        , m_chunks(std::move(chunks))
        , m_rollups(std::move(rollups))
        , m_sameHistory(sameHistory)
    {
    }

    Result<void> take(std::vector<ChunkRow> &rows, ImportCount &count)
    {
        auto transaction = Transaction::begin(m_target);
        if (!transaction)
            return transaction.error();
        for (ChunkRow &row : rows)
            if (auto taken = take(row, count); !taken)
                return taken;
        for (const std::int64_t key : std::exchange(m_minutes, {}))
            if (auto rebuilt = m_rollups.rebuild(m_target, key); !rebuilt)
                return rebuilt;
        return transaction->commit();
    }

private:
    Result<void> take(ChunkRow &row, ImportCount &count)
    {
        const auto chunk = decodeChunk(row.samples, row.trace);
        if (!chunk || chunk->empty()) {
            ++count.damaged;
            return {};
        }
        row.n = static_cast<std::int64_t>(chunk->size());
        row.summed = m_sameHistory ? row.summed : 0;
        const auto sensor = m_chunks.put(row);
        if (!sensor)
            return sensor.error();
        count.known += *sensor ? 0 : 1;
        count.chunks += *sensor ? 1 : 0;
        count.samples += *sensor ? chunk->size() : 0;
        if (*sensor && (row.summed & bitOf(RollupLevel::Minute)) != 0)
            noteMinutes(**sensor, row);
        return {};
    }

    /// Hours and days of what comes back are still there; its minutes went with it, or not, as their rows were cut.
    void noteMinutes(std::int64_t sensor, const ChunkRow &row)
    {
        const std::int64_t last = blockKey(sensor, RollupLevel::Minute, cellIndex(row.t1, RollupLevel::Minute));
        for (auto key = blockKey(sensor, RollupLevel::Minute, cellIndex(row.t0, RollupLevel::Minute)); key <= last; ++key)
            m_minutes.insert(key);
    }

    const Database &m_target;
    ChunkRows m_chunks;
    RollupTable m_rollups;
    const bool m_sameHistory;
    std::set<std::int64_t> m_minutes; ///< rows of roll-ups to make anew
};

} // namespace

std::string archivePath(const std::string &folder, std::int64_t t0)
{
    return folder + "/telltale-" + toIso(fromNanos(t0), 0).substr(0, 7) + ".history";
}

Result<HistoryArchive> HistoryArchive::open(const std::string &path, const std::string &identity, UtcTime now)
{
    if (auto made = makeFolder(std::filesystem::path(path).parent_path().string()); !made)
        return made.error();
    auto file = openForWriting(path, historySchema(), {}, now);
    if (!file)
        return file.error();
    if (auto set = file->database.run(kArchiveSettings); !set)
        return set.error();
    auto name = file->database.prepare(sql::kSetIdentity);
    if (!name)
        return name.error();
    if (auto named = name->add(std::string_view(identity)).run(); !named)
        return named.error();
    auto rows = ChunkRows::over(file->database);
    if (!rows)
        return rows.error();
    return HistoryArchive(std::move(file->database), std::move(*rows));
}

Result<void> HistoryArchive::put(std::span<const ChunkRow> rows)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    for (const ChunkRow &row : rows)
        if (const auto added = m_rows.put(row); !added)
            return added.error();
    return transaction->commit();
}

Result<ImportCount> importHistory(const std::string &archive, const std::string &folder, UtcTime now)
{
    const auto lock = FolderLock::take(folder);
    if (!lock)
        return lock.error();
    const auto source = openForReading(archive, historySchema());
    if (!source)
        return source.error();
    auto target = openForWriting(folder + kHistoryName, historySchema(), {}, now);
    if (!target)
        return target.error();
    const auto from = source->database.text(sql::kIdentity);
    const auto to = target->database.text(sql::kIdentity);
    auto select = source->database.prepare(sql::kArchivedChunks);
    auto chunks = ChunkRows::over(target->database);
    auto rollups = RollupTable::over(target->database);
    for (const Error *error : {errorOf(from), errorOf(to), errorOf(select), errorOf(chunks), errorOf(rollups)})
        if (error != nullptr)
            return *error;
    Import import(target->database, std::move(*chunks), std::move(*rollups), *from == *to);
    ImportCount count;
    for (std::int64_t after = 0;;) {
        auto rows = nextRows(*select, after);
        if (!rows)
            return rows.error();
        if (rows->empty())
            return count;
        if (auto taken = import.take(*rows, count); !taken)
            return taken.error();
    }
}

Result<void> backupFolder(const std::string &folder, const std::string &target)
{
    struct Part {
        const char *name;
        const Schema &schema;
    };
    const std::array parts{Part{kJournalName, journalSchema()}, Part{kHistoryName, historySchema()}};
    if (auto made = makeFolder(target); !made)
        return made;
    for (const Part &part : parts) {
        if (std::filesystem::exists(target + part.name))
            return Error{ErrorKind::InvalidArgument, "there is something already: a backup overwrites nothing", target + part.name};
        const auto file = openForReading(folder + part.name, part.schema);
        if (!file)
            return file.error();
        if (auto made = makePrivateFile(target + part.name); !made)
            return made;
        if (auto copied = file->database.copyTo(target + part.name); !copied)
            return copied;
    }
    return {};
}

} // namespace telltale::store
