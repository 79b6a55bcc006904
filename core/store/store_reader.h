// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/alarm_event.h"
#include "core/model/chunk.h"
#include "core/model/feed_health.h"
#include "core/model/logbook_entry.h"
#include "core/model/rollup_cell.h"
#include "core/model/suppressed_alarm.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace telltale::store {

struct StoredFeedHealth {
    UtcTime at = kNoTime;
    FeedHealth health;
};
struct StoredSensor {
    SensorKey key;
    std::string unit;
};

/// Samples as far as they can be read.
struct ReadableSamples {
    std::vector<ChunkPtr> chunks;
    std::optional<Error> problem; ///< why there may be more that cannot
};

/// Which transitions; every bound is optional. Times are `AlarmEvent::at`, half-open [since, until).
struct JournalQuery {
    std::optional<UtcTime> since;
    std::optional<UtcTime> until;
    std::optional<OccurrenceId> occurrence;
    EventSeq afterSeq = 0; ///< only events with a greater number
    std::size_t limit = 1000;
    bool newestFirst = false;
};

/// A configuration's newest text.
struct StoredDefinition {
    std::string name; ///< as SaveDefinition
    std::uint32_t version = 0;
    std::string content;
};

/// Which raises and clears of one alarm, by event time: `AlarmEvent::sourceTime`, or `at` where there is none.
struct ConditionQuery {
    SensorKey source;
    std::string what;       ///< AlarmDefinition::what
    UtcTime from = kNoTime; ///< raises of [from, to) and clears from `from` on
    UtcTime to = kNoTime;
    std::size_t limit = 1000; ///< the newest so many
};

/// Which entries of the logbook; every bound is optional. `from` and `to` bound the times an entry is about, the others when it was made.
struct LogbookQuery {
    std::optional<UtcTime> since = {};
    std::optional<UtcTime> until = {};
    std::optional<LogbookKind> kind = {};
    std::optional<std::uint64_t> subject = {};
    std::optional<UtcTime> from = {};
    std::optional<UtcTime> to = {};
    EventSeq afterSeq = 0;
    std::size_t limit = 1000;
    bool newestFirst = false;
};

/// What a run starts from.
struct RestartState {
    EventSeq lastSeq = 0;
    OccurrenceId lastOccurrence = 0;
    std::vector<Occurrence> open;
    UtcTime lastAlive = kNoTime;               ///< newest heartbeat or event; kNoTime in a new folder
    std::vector<StoredDefinition> definitions; ///< the newest of each name
    std::vector<SuppressedAlarm> suppressed;
    std::vector<LogbookEntry> incidents; ///< all entries of incidents that are open or among the newest 1000, oldest first
    std::uint64_t lastSubject = 0;       ///< number of the newest incident or handover
    /// The transitions of alarms whose own row is missing or cannot be read, each oldest first: what they are now follows from them.
    std::vector<std::vector<AlarmEvent>> rowless;
    std::vector<std::string> unreadable; ///< what else could not be read, as sentences: the run goes on without it
    std::vector<UtcTime> raises;         ///< annunciated ones of the day before `lastAlive`, oldest first; see recentRaises
};

/// Reads a data folder with connections of its own; never blocks the writer, never writes.
/// Errors: NotFound when the folder holds no journal; Corrupt, Unsupported, Io as they come. Thread: one instance per thread.
class StoreReader {
public:
    /// `briefly`: as openForReading; for who starts, before others read.
    static Result<std::unique_ptr<StoreReader>> open(const std::string &folder, bool briefly = false);
    ~StoreReader();

    [[nodiscard]] Result<RestartState> restartState() const;
    [[nodiscard]] Result<std::vector<AlarmEvent>> events(const JournalQuery &query) const;
    /// Oldest first. Cost: the alarms of all sources are looked through, whatever the times.
    [[nodiscard]] Result<std::vector<AlarmEvent>> conditionChanges(const ConditionQuery &query) const;
    [[nodiscard]] Result<std::uint64_t> eventCount() const;
    [[nodiscard]] Result<std::vector<LogbookEntry>> logbook(const LogbookQuery &query) const;
    /// Numbers of the newest transitions and logbook entries, newest first, that have all words of `text` (the last one as a beginning).
    /// Quotes and operators in it have no meaning of their own.
    [[nodiscard]] Result<std::vector<EventSeq>> search(const std::string &text, std::size_t limit) const;
    /// The transitions or entries with these numbers, oldest first; numbers of the other sort are left out.
    [[nodiscard]] Result<std::vector<AlarmEvent>> eventsOf(const std::vector<EventSeq> &numbers) const;
    [[nodiscard]] Result<std::vector<LogbookEntry>> entriesOf(const std::vector<EventSeq> &numbers) const;
    [[nodiscard]] Result<Occurrence> occurrence(OccurrenceId id) const; ///< NotFound
    [[nodiscard]] Result<OccurrenceId> newestOccurrence() const;        ///< NotFound in an empty journal
    [[nodiscard]] Result<std::vector<Occurrence>> occurrences(UtcTime since, UtcTime until) const;
    [[nodiscard]] Result<std::vector<StoredSensor>> sensors() const;
    /// Samples of [from, to), sealed chunks and stored tail, cut at the bounds' chunks (not sample-exact). Empty when there are none.
    /// Chunks that are damaged are passed over and counted; one whose scores alone are damaged is counted and comes without them.
    [[nodiscard]] Result<std::vector<ChunkPtr>> samples(const SensorKey &sensor, UtcTime from, UtcTime to) const;
    /// The same, for who would rather have a part of them than none.
    [[nodiscard]] ReadableSamples readableSamples(const SensorKey &sensor, UtcTime from, UtcTime to) const;
    [[nodiscard]] std::size_t damagedChunks() const;
    /// What the samples of the minutes, hours or days that [from, to) touches come to, oldest first; those without samples are left out.
    /// Cost: 20 years by hour 20 ms warm; rollup_reading.h.
    [[nodiscard]] Result<std::vector<RollupCell>> cells(const SensorKey &sensor, RollupLevel level, UtcTime from, UtcTime to) const;
    /// When the newest samples that begin before `time` end: nothing is stored between that and `time`. kNoTime where there are none.
    [[nodiscard]] Result<UtcTime> newestBefore(const SensorKey &sensor, UtcTime time) const;
    /// When the oldest samples of [from, to) begin, of whatever sensor; `from` where some began before it. kNoTime where there are none.
    [[nodiscard]] Result<UtcTime> oldestWithin(UtcTime from, UtcTime to) const;
    [[nodiscard]] Result<std::vector<StoredFeedHealth>> feedHealth(UtcTime since, UtcTime until) const;
    [[nodiscard]] std::uint32_t schemaVersion() const;

private:
    struct Room;
    explicit StoreReader(std::unique_ptr<Room> room);
    Result<void> readSamples(const SensorKey &sensor, UtcTime from, UtcTime to, std::vector<Chunk> &chunks) const;
    std::unique_ptr<Room> m_room;
};

} // namespace telltale::store
