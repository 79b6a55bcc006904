// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// All SQL of history.db: constants only, foreign text never gets into it.
namespace telltale::store::sql {

// Writing.
inline constexpr const char *kPutSensor =
    "INSERT INTO sensor(asset, name, unit) VALUES(?1, ?2, ?3) ON CONFLICT(asset, name) DO UPDATE SET unit = ?3 RETURNING id, longest";
inline constexpr const char *kLongerChunk = "UPDATE sensor SET longest = ?2 WHERE id = ?1";
inline constexpr const char *kAddChunk =
    "INSERT INTO chunk(sensor, t0, t1, n, codec, content, summed) VALUES(?, ?, ?, ?, ?, ?, ?) RETURNING id";
inline constexpr const char *kAddTrace = "INSERT INTO trace(chunk, content) VALUES(?, ?)";
inline constexpr const char *kPutTail = "INSERT OR REPLACE INTO tail(sensor, t0, t1, n, codec, content, trace) VALUES(?, ?, ?, ?, ?, ?, ?)";
inline constexpr const char *kDropTail = "DELETE FROM tail WHERE sensor = ?";
inline constexpr const char *kAddFeedHealth = "INSERT INTO feed_health(at, feed, state, health) VALUES(?, ?, ?, ?)";
// A new run begins new tails: those of the former run are sealed as they are, or the first new tail would replace them.
inline constexpr const char *kSealLeftTails = R"sql(
BEGIN IMMEDIATE;
CREATE TEMP TABLE left_tail AS SELECT tail.*, (SELECT coalesce(max(id), 0) FROM chunk) + row_number() OVER () AS chunk FROM tail;
UPDATE sensor SET longest = max(longest, (SELECT t1 - t0 FROM left_tail WHERE sensor = sensor.id))
    WHERE id IN (SELECT sensor FROM left_tail);
INSERT INTO chunk(id, sensor, t0, t1, n, codec, content) SELECT chunk, sensor, t0, t1, n, codec, content FROM left_tail;
INSERT INTO trace(chunk, content) SELECT chunk, trace FROM left_tail WHERE trace IS NOT NULL;
DELETE FROM tail;
DROP TABLE left_tail;
COMMIT;)sql";

// Roll-ups.
inline constexpr const char *kBlock = "SELECT content FROM rollup WHERE id = ?";
inline constexpr const char *kBlocks = "SELECT id, content FROM rollup WHERE id BETWEEN ? AND ? ORDER BY id";
inline constexpr const char *kPutBlock = "INSERT OR REPLACE INTO rollup(id, content) VALUES(?, ?)";
// By the index that is usually empty, whatever SQLite would choose: it takes the one of all chunks.
inline constexpr const char *kHasUnsummed = "SELECT 1 FROM chunk INDEXED BY chunk_unsummed WHERE summed = 0 LIMIT 1";
inline constexpr const char *kUnsummed = R"sql(
SELECT chunk.id, sensor, chunk.content, trace.content FROM chunk INDEXED BY chunk_unsummed LEFT JOIN trace ON trace.chunk = chunk.id
WHERE summed = 0 ORDER BY sensor, t0 LIMIT ?)sql";
inline constexpr const char *kSetSummed = "UPDATE chunk SET summed = ?2 WHERE id = ?1";
// ?1 sensor, ?2 from, ?3 to, in time; ?4 the level's bit: chunks whose samples are in that level's cells, or in none of them.
#define TELLTALE_CHUNKS_IN_TIME                                                                                                            \
    "SELECT content FROM chunk WHERE sensor = ?1 AND t0 < ?3 AND t1 >= ?2 "                                                                \
    "AND t0 >= ?2 - (SELECT longest FROM sensor WHERE id = ?1) "
inline constexpr const char *kChunksIn = TELLTALE_CHUNKS_IN_TIME "AND (summed & ?4) <> 0";
inline constexpr const char *kChunksNotIn = TELLTALE_CHUNKS_IN_TIME "AND (summed & ?4) = 0";
// The latter for the levels that every chunk is summed up in: by an index that is usually empty.
inline constexpr const char *kChunksInNone = TELLTALE_CHUNKS_IN_TIME "AND summed = 0 AND ?4 <> 0";
#undef TELLTALE_CHUNKS_IN_TIME
inline constexpr const char *kTailIn = "SELECT content FROM tail WHERE sensor = ?1 AND t0 < ?3 AND t1 >= ?2";

// Reading.
inline constexpr const char *kSensors = "SELECT asset, name, unit FROM sensor ORDER BY asset, name";
inline constexpr const char *kSensorId = "SELECT id FROM sensor WHERE asset = ? AND name = ?";
// ?1 sensor, ?2 from, ?3 to. No chunk that reaches into the range begins earlier than the longest one lasts.
inline constexpr const char *kSamples = R"sql(
SELECT chunk.content, trace.content FROM chunk LEFT JOIN trace ON trace.chunk = chunk.id
    WHERE sensor = ?1 AND t0 < ?3 AND t1 >= ?2 AND t0 >= ?2 - (SELECT longest FROM sensor WHERE id = ?1)
UNION ALL
SELECT content, trace FROM tail WHERE sensor = ?1 AND t0 < ?3 AND t1 >= ?2)sql";
// ?1 sensor, ?2 time: end of the newest chunk that begins before it
inline constexpr const char *kNewestBefore = R"sql(
SELECT max(t1) FROM (SELECT t1 FROM chunk WHERE sensor = ?1 AND t0 < ?2 UNION ALL SELECT t1 FROM tail WHERE sensor = ?1 AND t0 < ?2))sql";
// ?1 from, ?2 to: by the index alone
inline constexpr const char *kOldestWithin = R"sql(
SELECT max(?1, min(t0)) FROM (SELECT t0 FROM chunk WHERE t1 >= ?1 AND t0 < ?2 UNION ALL SELECT t0 FROM tail WHERE t1 >= ?1 AND t0 < ?2))sql";
inline constexpr const char *kFeedHealth = "SELECT at, health FROM feed_health WHERE at >= ? AND at < ? ORDER BY at, id";

// Upkeep.
// ?1 after this sensor, ?2 now: the next one, with the begin of its last but one chunk that does not begin in the future, the end of its
// last one, and the time before which it has no traces
inline constexpr const char *kNextSensor = R"sql(
SELECT id, asset, name, (SELECT t0 FROM chunk WHERE sensor = sensor.id AND t0 <= ?2 ORDER BY t0 DESC LIMIT 1 OFFSET 1),
    (SELECT t1 FROM chunk WHERE sensor = sensor.id ORDER BY t0 DESC LIMIT 1), traces_from FROM sensor WHERE id > ?1 ORDER BY id LIMIT 1)sql";
// ?1 sensor, ?2 no trace before, ?3 limit in time, ?4 how many
inline constexpr const char *kOldTraces =
    "SELECT id, t0 FROM chunk WHERE sensor = ?1 AND t0 >= ?2 AND t0 < ?3 AND t1 < ?3 ORDER BY t0 LIMIT ?4";
inline constexpr const char *kDropTrace = "DELETE FROM trace WHERE chunk = ?";
inline constexpr const char *kSetTracesFrom = "UPDATE sensor SET traces_from = ?2 WHERE id = ?1";
// ?1 sensor, ?2 limit in time, ?3 how many
inline constexpr const char *kOldChunks = R"sql(
SELECT chunk.id, t0, t1, n, codec, chunk.content, summed, trace.content FROM chunk LEFT JOIN trace ON trace.chunk = chunk.id
WHERE sensor = ?1 AND t0 < ?2 AND t1 < ?2 AND summed <> 0 ORDER BY t0 LIMIT ?3)sql";
inline constexpr const char *kDropChunk = "DELETE FROM chunk WHERE id = ?";
inline constexpr const char *kDropBlocks = "DELETE FROM rollup WHERE id BETWEEN ? AND ?";
inline constexpr const char *kSensorKey = "SELECT asset, name, unit FROM sensor WHERE id = ?";
inline constexpr const char *kFreePages = "PRAGMA freelist_count";
inline constexpr const char *kGiveBackPages = "PRAGMA incremental_vacuum(64)";

// Archives, which are files of the same schema.
// ?1 sensor, ?2 t0, ?3 t1, ?4 content
inline constexpr const char *kSameChunk = "SELECT 1 FROM chunk WHERE sensor = ?1 AND t0 = ?2 AND t1 = ?3 AND content = ?4";
// ?1 sensor, ?2 from, ?3 to, both included
inline constexpr const char *kAnyWithin = R"sql(
SELECT 1 FROM chunk WHERE sensor = ?1 AND t0 <= ?3 AND t1 >= ?2 AND t0 >= ?2 - (SELECT longest FROM sensor WHERE id = ?1) LIMIT 1)sql";

// What is read of files that may be damaged (table_sweep.h).
inline constexpr const char *kSensorsUp = "SELECT id, asset, name, unit FROM sensor NOT INDEXED ORDER BY id";
inline constexpr const char *kSensorsDown = "SELECT id, asset, name, unit FROM sensor NOT INDEXED ORDER BY id DESC";
inline constexpr const char *kOneSensor = "SELECT id, asset, name, unit FROM sensor NOT INDEXED WHERE id = ?";
#define TELLTALE_CHUNK_CELLS "SELECT id, sensor, t0, t1, n, codec, content, summed FROM chunk NOT INDEXED "
inline constexpr const char *kChunksUp = TELLTALE_CHUNK_CELLS "ORDER BY id";
inline constexpr const char *kChunksDown = TELLTALE_CHUNK_CELLS "ORDER BY id DESC";
inline constexpr const char *kOneChunk = TELLTALE_CHUNK_CELLS "WHERE id = ?";
#undef TELLTALE_CHUNK_CELLS
inline constexpr const char *kTraceOf = "SELECT content FROM trace NOT INDEXED WHERE chunk = ?";
#define TELLTALE_TAIL_CELLS "SELECT sensor, sensor, t0, t1, n, codec, content, 0, trace FROM tail NOT INDEXED "
inline constexpr const char *kTailsUp = TELLTALE_TAIL_CELLS "ORDER BY sensor";
inline constexpr const char *kTailsDown = TELLTALE_TAIL_CELLS "ORDER BY sensor DESC";
inline constexpr const char *kOneTail = TELLTALE_TAIL_CELLS "WHERE sensor = ?";
#undef TELLTALE_TAIL_CELLS

} // namespace telltale::store::sql
