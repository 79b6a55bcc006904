// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"
#include "core/model/chunk.h"

#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace telltale::test {

/// 2026-11-18T12:26:40Z plus some seconds.
inline UtcTime at(double seconds)
{
    return fromNanos(1'795'004'800'000'000'000) + fromSeconds(seconds);
}

inline AlarmDefinition definitionOf(const SensorKey &source, const std::string &what = "anomalous")
{
    AlarmDefinition definition;
    definition.source = source;
    definition.what = what;
    definition.detector = "band";
    definition.guidance = {"bearing wear", "pump stops", "reduce the load", std::chrono::minutes{10}};
    return definition;
}

/// A raised, unacknowledged alarm with two contributors.
inline Occurrence raisedAlarm(OccurrenceId id, EventSeq seq, const SensorKey &source = {"line-a/pump1", "temperature"}, double seconds = 0)
{
    Occurrence alarm;
    alarm.id = id;
    alarm.definition = definitionOf(source);
    alarm.state = AlarmState::B;
    alarm.condition = Condition::Active;
    alarm.ack = AckState::Unacked;
    alarm.audible = Audible::Sounding;
    alarm.score = 4.5;
    alarm.maxScore = 6.25;
    alarm.limit = 3.0;
    alarm.raiseCount = 1;
    alarm.firstViolation = at(seconds - 2);
    alarm.raised = at(seconds);
    alarm.raisedReceived = at(seconds + 0.25);
    alarm.lastSeq = seq;
    alarm.priorityRoseSeq = seq;
    alarm.why = {4.5, 3.0, 19.5, 24.25, {{source.sensor, "°C", 0.75, 21.5, 88.125}, {"current", "A", 0.25, 2.0, 3.5}}, "band", 3, 1};
    return alarm;
}

inline AlarmEvent eventOf(const Occurrence &alarm, EventSeq seq, AlarmEventKind kind = AlarmEventKind::Raise, double seconds = 0)
{
    AlarmEvent event;
    event.seq = seq;
    event.occurrence = alarm.id;
    event.source = alarm.definition.source;
    event.kind = kind;
    event.from = AlarmState::A;
    event.to = alarm.state;
    event.priority = alarm.priority;
    event.at = at(seconds);
    event.sourceTime = at(seconds - 0.25);
    event.actor = {"system", "desk 2", "operator"};
    event.score = alarm.score;
    event.limit = alarm.limit;
    event.value = 88.125;
    return event;
}

/// `count` samples, one a second from `seconds` on: a slow wave with two decimals, a band around it.
inline std::shared_ptr<Chunk> chunkOf(std::size_t count, double seconds = 0)
{
    auto chunk = std::make_shared<Chunk>();
    for (std::size_t i = 0; i < count; ++i) {
        const double value = std::round(100.0 * (20.0 + 5.0 * std::sin(double(i) / 40.0))) / 100.0;
        chunk->t.push_back(toNanos(at(seconds + double(i))));
        chunk->value.push_back(value);
        chunk->score.push_back(float(i % 7) / 8.0F);
        chunk->lower.push_back(float(value) - 2.5F);
        chunk->upper.push_back(float(value) + 2.5F);
        chunk->flags.push_back(static_cast<std::uint8_t>(Verdict::Normal) << Chunk::kVerdictShift);
    }
    return chunk;
}

} // namespace telltale::test
