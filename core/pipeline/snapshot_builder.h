// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/engine.h"
#include "core/pipeline/latency_meter.h"

#include <deque>
#include <memory>
#include <vector>

namespace telltale::pipeline {

/// What the snapshot says of the threads around the engine.
struct Surroundings {
    UtcTime now = kNoTime;
    EventSeq storedThrough = 0;
    PipelineHealth health;
};

/// Turns the engine's state into immutable snapshots, sharing everything that did not change. Thread: the alarm thread.
class SnapshotBuilder {
public:
    void watch(std::vector<SensorId> sensors) { m_watched = std::move(sensors); }
    /// Keeps the newest events and answers for the snapshots to come.
    void note(const EngineOutput &output);
    [[nodiscard]] SnapshotPtr build(Engine &engine, Surroundings surroundings);

private:
    void addSensors(Engine &engine, Snapshot &snapshot);
    void addAlarms(Engine &engine, Snapshot &snapshot);
    void addRecords(Engine &engine, Snapshot &snapshot);

    std::vector<SensorId> m_watched;
    std::deque<AlarmEvent> m_events;
    std::deque<CommandEcho> m_echoes;
    std::deque<LogbookEntry> m_logbook;
    std::shared_ptr<const std::vector<SuppressedAlarm>> m_suppressed;
    std::uint64_t m_suppressionRevision = 0;
    std::shared_ptr<const std::vector<Incident>> m_incidents;
    std::uint64_t m_incidentRevision = 0;
    std::shared_ptr<const std::vector<Occurrence>> m_alarms;
    std::uint64_t m_alarmRevision = 0;
    std::uint64_t m_number = 0;
};

} // namespace telltale::pipeline
