// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history_sweep.h"

#include "core/store/data_folder.h"
#include "core/store/file_reading.h"
#include "core/store/history_sql.h"
#include "core/store/table_sweep.h"

#include <optional>
#include <unordered_map>
#include <utility>

namespace telltale::store {

namespace {

struct NamedSensor {
    SensorKey key;
    std::string unit;
};
using Sensors = std::unordered_map<std::int64_t, NamedSensor>;

constexpr SweptTable kSensorTable{"sensor", sql::kSensorsUp, sql::kSensorsDown, sql::kOneSensor};
constexpr SweptTable kChunkTable{"chunk", sql::kChunksUp, sql::kChunksDown, sql::kOneChunk};
constexpr SweptTable kTailTable{"tail", sql::kTailsUp, sql::kTailsDown, sql::kOneTail};

Bytes copyOf(std::span<const std::byte> bytes)
{
    return {bytes.begin(), bytes.end()};
}

Result<std::int64_t> sensorsOf(const Database &database, Sensors &sensors)
{
    return sweep(database, kSensorTable, [&](Statement &row) -> Result<void> {
        NamedSensor &sensor = sensors[row.integer()];
        sensor.key.asset = row.text();
        sensor.key.sensor = row.text();
        sensor.unit = row.text();
        return {};
    });
}

/// The trace of a chunk; empty when there is none, or none that can be read.
Bytes traceOf(std::optional<Statement> &traces, std::int64_t chunk)
{
    if (!traces)
        return {};
    const auto found = traces->reset().add(chunk).step();
    return found && *found ? copyOf(traces->bytes()) : Bytes();
}

/// Columns of both statements: key, sensor, t0, t1, n, codec, content, summed; a tail's trace.
ChunkRow rowOf(Statement &row, const NamedSensor &sensor)
{
    ChunkRow chunk{sensor.key, sensor.unit, row.integer(), row.integer(), row.integer(), row.integer(), {}, 0, {}};
    chunk.samples = copyOf(row.bytes());
    chunk.summed = row.integer();
    return chunk;
}

/// A page that took the place of another may leave nothing to stumble over.
bool isWhole(const Database &database)
{
    const auto verdict = database.text("PRAGMA quick_check(1)");
    return verdict && *verdict == "ok";
}

} // namespace

Result<HistorySweep> HistorySweep::open(const std::string &path)
{
    if (path.find(kDamagedMark) == std::string::npos) {
        auto file = openForReading(path, historySchema());
        if (file)
            return HistorySweep(nullptr, std::move(file->database));
        if (file.error().kind != ErrorKind::Corrupt)
            return file.error();
    }
    auto copy = std::make_unique<DamagedCopy>(path, historySchema());
    auto database = copy->open();
    if (!database)
        return Error{database.error().kind, database.error().what, path};
    return HistorySweep(std::move(copy), std::move(*database));
}

Result<std::int64_t> HistorySweep::read(const Keep &keep) const
{
    Sensors sensors;
    auto unreadable = sensorsOf(m_database, sensors);
    if (!unreadable)
        return unreadable;
    std::optional<Statement> traces;
    if (auto prepared = m_database.prepare(sql::kTraceOf); prepared && isTable(m_database, "trace"))
        traces.emplace(std::move(*prepared));
    const auto readTable = [&](const SweptTable &table, Kind kind) {
        return sweep(m_database, table, [&](Statement &row) -> Result<void> {
            const std::int64_t key = row.integer();
            const auto sensor = sensors.find(row.integer());
            if (sensor == sensors.end()) {
                ++*unreadable;
                return {};
            }
            ChunkRow chunk = rowOf(row, sensor->second);
            chunk.trace = kind == Kind::Tail ? copyOf(row.bytes()) : traceOf(traces, key);
            return keep(std::move(chunk), kind);
        });
    };
    const std::pair<SweptTable, Kind> tables[]{{kChunkTable, Kind::Chunk}, {kTailTable, Kind::Tail}};
    for (const auto &[table, kind] : tables) {
        const auto missing = readTable(table, kind);
        if (!missing)
            return missing;
        *unreadable += *missing;
    }
    const bool lostUnseen = *unreadable == 0 && m_copy && !isWhole(m_database);
    return lostUnseen ? 1 : unreadable;
}

} // namespace telltale::store
