// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/alarm_event.h"
#include "core/model/chunk.h"
#include "core/model/command.h"
#include "core/model/feed_health.h"
#include "core/model/incident.h"
#include "core/model/structure.h"
#include "core/model/suppressed_alarm.h"

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace telltale {

/// The newest of one sensor, scored or not.
struct SensorState {
    double value = kMissing; ///< in the sensor's unit
    UtcTime time = kNoTime;  ///< event time
    Quality quality = Quality::Good;
    bool stale = true; ///< nothing new for longer than max(2 s, 3 periods); true before the first sample
    Verdict verdict = Verdict::NoDecision;
    double score = kMissing; ///< in units of its limit
    double expected = kMissing;
    double lower = kMissing;
    double upper = kMissing;
    AlarmState worstAlarm = AlarmState::A; ///< of its own alarms, and of those of its asset that it leads or has joined
    Priority worstPriority = Priority::Diagnostic;
    std::uint64_t samples = 0;
    double warmUp = 1.0;         ///< share of the warm-up done, 1 = ready
    std::uint64_t undecided = 0; ///< rows that its present detector could not judge once it was warm: missing, bad, or no detector
};

/// The newest judgement of an asset as a whole. Only where `AssetSpec::detector` names a detector.
struct AssetState {
    UtcTime time = kNoTime; ///< event time of the newest row of all its sensors
    bool stale = true;      ///< one of the sensors it is judged by is stale
    Verdict verdict = Verdict::NoDecision;
    double score = kMissing;     ///< in units of its limit
    double warmUp = 0.0;         ///< share of the warm-up done, 1 = ready
    std::uint64_t rows = 0;      ///< since its detector last started
    std::uint64_t undecided = 0; ///< of these: could not be judged once it was warm
    AlarmState worstAlarm = AlarmState::A;
    Priority worstPriority = Priority::Diagnostic;
};

/// Everything drawable of one watched sensor: sealed chunks oldest first, then the open tail (may be empty).
struct SensorTrace {
    std::vector<ChunkPtr> sealed;
    ChunkPtr tail;
};

enum class JournalState : std::uint8_t {
    Writing,
    Failing,  ///< nothing is being written right now (full disk, lock); events wait in memory
    ReadOnly, ///< another instance writes
};

struct PipelineHealth {
    std::uint64_t queued = 0; ///< batches waiting in queue A
    std::uint64_t queueCapacity = 0;
    std::uint64_t droppedBatches = 0; ///< thrown away because detection could not keep up
    std::uint64_t droppedSamples = 0;
    std::uint64_t storeQueued = 0;
    JournalState journal = JournalState::Writing;
    std::string journalDetail;       ///< for people
    std::uint64_t unsavedEvents = 0; ///< decided, not yet committed
    double latencyP50Ms = 0.0;       ///< frame received -> in a snapshot, last 1000 batches
    double latencyP99Ms = 0.0;
    Duration uptime{0};
};

/// All that the screen needs, immutable, built at 10 Hz. Snapshots are latest-wins; alarms are not: `events` is numbered, and a
/// reader who sees a hole refills from the store.
struct Snapshot {
    std::uint64_t number = 0;
    UtcTime now = kNoTime; ///< "now" on screen: our clock, or the newest event time of a simulated one
    bool simulatedClock = false;
    StructurePtr structure;
    std::vector<SensorState> sensors;                               ///< by SensorId
    std::vector<AssetState> assets;                                 ///< by AssetId
    std::unordered_map<std::uint32_t, SensorTrace> traces;          ///< watched sensors only, by index of SensorId
    std::shared_ptr<const std::vector<Occurrence>> alarms;          ///< all open occurrences, in list order; shared until it changes
    std::shared_ptr<const std::vector<SuppressedAlarm>> suppressed; ///< by source; shared until it changes
    std::shared_ptr<const std::vector<Incident>> incidents;         ///< open ones, oldest first; shared until it changes
    std::vector<LogbookEntry> logbook;                              ///< the newest, oldest first, at most kMaxLogbook
    std::vector<AlarmEvent> events;                                 ///< the newest, oldest first, at most kMaxEvents
    std::vector<CommandEcho> echoes;                                ///< the newest answers, oldest first, at most kMaxEchoes
    EventSeq storedThrough = 0;                                     ///< every event up to here is committed
    std::uint32_t raisesLast10Min = 0;
    bool flood = false;
    std::vector<FeedHealth> feeds;
    PipelineHealth health;

    static constexpr std::size_t kMaxEvents = 512;
    static constexpr std::size_t kMaxEchoes = 64;
    static constexpr std::size_t kMaxLogbook = 64;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

} // namespace telltale
