// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/envelope/envelope.h"
#include "core/model/snapshot.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace telltale::test {

/// Builds the snapshots that a screen would get, piece by piece: `b.addSensor("line-a/pump1", "temperature", "°C"); b.build()`.
/// Every `build()` gives a new snapshot with the next number; what was set before stays. Tests that use `addSamples` link
/// telltale::envelope.
class SnapshotBuilder {
public:
    /// 2026-11-22T12:31:00Z
    static constexpr UtcTime kStart = fromNanos(1'795'350'660'000'000'000);

    /// What a sample looks like at the i-th position of `addSamples`.
    struct Reading {
        double value = 0.0;
        double score = 0.0;
        double lower = kMissing;
        double upper = kMissing;
        Verdict verdict = Verdict::Normal;
        Quality quality = Quality::Good;
        bool gapBefore = false;
    };

    SnapshotBuilder() { m_next.now = kStart; }

    /// `count` sensors "t0", "t1", … in °C, eight to an asset "line-a/m0", "line-a/m1", …
    explicit SnapshotBuilder(std::size_t count) : SnapshotBuilder()
    {
        for (std::size_t i = 0; i < count; ++i)
            addSensor("line-a/m" + std::to_string(i / 8), "t" + std::to_string(i), "°C");
    }

    SensorId addSensor(const std::string &assetPath, const std::string &name, const std::string &unit)
    {
        SensorSpec spec;
        spec.id = SensorId{std::uint32_t(m_structure.sensors.size())};
        spec.asset = asset(assetPath);
        spec.key = {assetPath, name};
        spec.unit = unit;
        spec.period = std::chrono::seconds{1};
        spec.detector = "band";
        spec.declared = true;
        m_structure.assets[indexOf(spec.asset)].sensors.push_back(spec.id);
        m_structure.sensors.push_back(spec);
        m_structure.generation += 1;
        m_next.sensors.push_back({.value = 20.0, .time = m_next.now, .stale = false, .verdict = Verdict::Normal, .samples = 1});
        return spec.id;
    }

    /// A feed that is listened to.
    FeedHealth &addFeed(const std::string &address, FeedState feedState, FeedOrigin origin)
    {
        const FeedId id{std::uint32_t(m_structure.feeds.size())};
        m_structure.feeds.push_back({id, address, origin});
        m_structure.generation += 1;
        FeedHealth health;
        health.feed = id;
        health.address = address;
        health.state = feedState;
        m_next.feeds.push_back(std::move(health));
        return m_next.feeds.back();
    }

    /// To be changed in place; the next `build()` takes it over.
    SensorSpec &spec(SensorId id)
    {
        m_structure.generation += 1;
        return m_structure.sensors[indexOf(id)];
    }
    AssetSpec &asset(AssetId id)
    {
        m_structure.generation += 1;
        return m_structure.assets[indexOf(id)];
    }
    /// The window chose its detector, not the plant file.
    void overrideDetector(const SensorKey &source)
    {
        m_structure.generation += 1;
        m_structure.overridden.push_back(source);
    }
    AssetState &assetState(AssetId id)
    {
        m_next.assets.resize(m_structure.assets.size());
        return m_next.assets[indexOf(id)];
    }
    SensorState &state(SensorId id) { return m_next.sensors[indexOf(id)]; }
    /// Everything else a snapshot holds: now, feeds, events, echoes, counts.
    Snapshot &snapshot() { return m_next; }
    void now(UtcTime time) { m_next.now = time; }

    /// Puts the sensor in the watch set with `count` samples from `first`, `step` apart, after those it already has. The newest reading
    /// becomes the sensor's state. Full chunks are sealed, the rest is the open tail.
    SnapshotBuilder &addSamples(SensorId id, UtcTime first, Duration step, std::size_t count,
                                const std::function<Reading(std::size_t)> &reading)
    {
        SensorTrace &trace = m_next.traces[std::uint32_t(id)];
        Chunk open = trace.tail ? *trace.tail : emptyChunk(id);
        for (std::size_t i = 0; i < count; ++i) {
            append(open, first + step * std::int64_t(i), reading(i));
            if (open.size() == Chunk::kCapacity) {
                trace.sealed.push_back(sealed(std::move(open)));
                open = emptyChunk(id);
            }
        }
        trace.tail = std::make_shared<const Chunk>(std::move(open));
        if (count > 0)
            takeOver(id, first + step * std::int64_t(count - 1), reading(count - 1));
        return *this;
    }

    /// One sealed chunk, as the store would give it.
    static ChunkPtr chunk(SensorId id, UtcTime first, Duration step, std::size_t count, const std::function<Reading(std::size_t)> &reading)
    {
        Chunk chunk = emptyChunk(id);
        for (std::size_t i = 0; i < count; ++i)
            append(chunk, first + step * std::int64_t(i), reading(i));
        return sealed(std::move(chunk));
    }

    /// An open occurrence of a sensor's alarm, raised at `raised`; also shows in the sensor's state. Change what matters to the test.
    Occurrence &addAlarm(SensorId id, Priority priority, AlarmState alarmState, UtcTime raised = kStart)
    {
        Occurrence row;
        row.id = m_alarms.size() + 1;
        row.definition.source = m_structure.sensor(id).key;
        row.definition.what = "anomalous";
        row.definition.priority = priority;
        row.definition.detector = "band";
        row.state = alarmState;
        row.condition = alarmState == AlarmState::D ? Condition::Inactive : Condition::Active;
        row.ack = isUnacknowledged(alarmState) ? AckState::Unacked : AckState::Acked;
        row.priority = row.maxPriority = priority;
        row.score = row.maxScore = 2.0;
        row.limit = 1.0;
        row.raiseCount = 1;
        row.firstViolation = raised - std::chrono::seconds{4};
        row.raised = row.raisedReceived = raised;
        row.cleared = alarmState == AlarmState::D ? raised + std::chrono::seconds{10} : kNoTime;
        row.lastSeq = row.id;
        row.why.channels.push_back({m_structure.sensor(id).key.sensor, m_structure.sensor(id).unit, 1.0, 20.0, 30.0});
        row.why.detector = "band";
        SensorState &own = state(id);
        if (own.worstAlarm == AlarmState::A || priority < own.worstPriority) {
            own.worstAlarm = alarmState;
            own.worstPriority = priority;
        }
        m_alarms.push_back(std::move(row));
        m_sharedAlarms.reset();
        return m_alarms.back();
    }
    /// All open occurrences, to be changed in place.
    std::vector<Occurrence> &alarms()
    {
        m_sharedAlarms.reset();
        return m_alarms;
    }

    [[nodiscard]] SnapshotPtr build()
    {
        if (!m_sharedStructure || m_sharedStructure->generation != m_structure.generation)
            m_sharedStructure = std::make_shared<const Structure>(m_structure);
        if (!m_sharedAlarms)
            m_sharedAlarms = std::make_shared<const std::vector<Occurrence>>(m_alarms);
        m_next.number += 1;
        m_next.structure = m_sharedStructure;
        m_next.alarms = m_sharedAlarms;
        return std::make_shared<const Snapshot>(m_next);
    }

private:
    AssetId asset(const std::string &path)
    {
        for (const AssetSpec &known : m_structure.assets)
            if (known.path == path)
                return known.id;
        const AssetId id{std::uint32_t(m_structure.assets.size())};
        m_structure.assets.push_back({id, path, {}});
        return id;
    }

    static Chunk emptyChunk(SensorId id)
    {
        Chunk chunk;
        chunk.sensor = id;
        return chunk;
    }

    static void append(Chunk &chunk, UtcTime time, const Reading &reading)
    {
        chunk.t.push_back(toNanos(time));
        chunk.value.push_back(reading.value);
        chunk.score.push_back(float(reading.score));
        chunk.lower.push_back(float(reading.lower));
        chunk.upper.push_back(float(reading.upper));
        const unsigned verdict = unsigned(reading.verdict) << Chunk::kVerdictShift;
        chunk.flags.push_back(std::uint8_t(unsigned(reading.quality) | verdict | (reading.gapBefore ? Chunk::kGapBefore : 0U)));
    }

    static ChunkPtr sealed(Chunk chunk) { return envelope::buildLevels(chunk), std::make_shared<const Chunk>(std::move(chunk)); }

    void takeOver(SensorId id, UtcTime time, const Reading &newest)
    {
        SensorState &own = state(id);
        own.value = newest.value;
        own.time = time;
        own.quality = newest.quality;
        own.verdict = newest.verdict;
        own.score = newest.score;
        own.lower = newest.lower;
        own.upper = newest.upper;
        own.samples += 1;
        m_next.now = std::max(m_next.now, time);
    }

    Structure m_structure;
    Snapshot m_next;
    std::vector<Occurrence> m_alarms;
    StructurePtr m_sharedStructure;
    std::shared_ptr<const std::vector<Occurrence>> m_sharedAlarms;
};

} // namespace telltale::test
