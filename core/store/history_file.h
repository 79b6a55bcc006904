// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/history_upkeep.h"
#include "core/store/rollup_table.h"
#include "core/store/store_job.h"

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace telltale::store {

/// What goes into history.db together.
struct HistoryBatch {
    std::vector<SaveChunk> chunks; ///< sealed, oldest first
    std::vector<SaveChunk> tails;  ///< each newer than every chunk of its sensor
    std::vector<SaveFeedHealth> health;

    [[nodiscard]] bool empty() const { return chunks.empty() && tails.empty() && health.empty(); }
};

/// The writing end of history.db: samples, what they come to by minute, hour and day, and the health of feeds. Errors: as JournalFile.
/// Thread: one (T3).
class HistoryFile {
public:
    /// Seals the tails that a former run left behind: a new run's tails would replace them. After an error closing has changed nothing.
    static Result<HistoryFile> over(Database database);

    /// What is done every so many rows while a batch is written: thousands of tails take seconds, and others wait for the thread.
    using Between = std::function<void()>;
    static constexpr std::size_t kRowsAtATime = 64;

    /// All in one transaction; nothing of it when it fails. `refused` counts chunks of impossible shape, which are skipped. `between` must
    /// leave this file alone.
    Result<void> write(const HistoryBatch &batch, std::size_t &refused, const Between &between = {});
    /// One step of what has time; true when there is more.
    Result<bool> tend(HistoryUpkeep &upkeep) { return upkeep.step(m_database); }
    /// It is damaged: closing it must change nothing any more.
    void leaveAsItIs() { m_database.keepLogAtClose(true); }

private:
    struct Statements {
        Statement sensor;
        Statement longer;
        Statement chunk;
        Statement trace;
        Statement tail;
        Statement dropTail;
        Statement health;
    };
    struct KnownSensor {
        std::int64_t id;
        std::string unit;
        std::int64_t longest; ///< nanoseconds that a chunk of it lasts
    };
    HistoryFile(Database database, RollupTable rollups, Statements statements)
        : m_database(std::move(database))
        , m_rollups(std::move(rollups))
        , m_sql(std::move(statements))
    {
    }

    Result<void> writeAll(const HistoryBatch &batch, std::size_t &refused, const Between &between);
    Result<void> putChunks(const std::vector<SaveChunk> &jobs, bool sealed, std::size_t &refused, const Between &between);
    Result<void> putChunk(const SaveChunk &job, bool sealed, std::size_t &refused);
    Result<void> putTail(std::int64_t sensor, const Chunk &chunk, std::size_t &refused);
    Result<void> putSealed(KnownSensor &sensor, const Chunk &chunk, std::size_t &refused);
    Result<KnownSensor *> knownSensor(const SaveChunk &job);

    Database m_database;
    RollupTable m_rollups;
    Statements m_sql;
    std::unordered_map<SensorKey, KnownSensor> m_sensors;
};

} // namespace telltale::store
