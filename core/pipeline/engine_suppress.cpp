// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the engine that suppresses alarms by design, as the plant's rules say.
#include "core/pipeline/engine.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace telltale::pipeline {

/// A rule sees a value before the detector's judgement of the same row becomes an alarm.
void Engine::readForRules(const SensorLane &lane, const LaneReading &reading, EngineOutput &output)
{
    const SensorKey &source = lane.definition.source;
    if (!m_rules.reads(source))
        return;
    m_rules.value(source, reading.quality == Quality::Bad ? kMissing : reading.value, reading.received);
    suppressByRules(reading.received, output);
}

void Engine::watchRules(UtcTime now, EngineOutput &output)
{
    for (const auto &lane : m_lanes)
        if (lane->state.stale && lane->lastReceived != kNoTime && m_rules.reads(lane->definition.source))
            m_rules.value(lane->definition.source, kMissing, now);
    for (const SensorKey &source : m_rules.alarmsTested()) {
        const Occurrence *open = m_book.openFor({source, std::string(kAnomalous)});
        m_rules.alarm(source, open != nullptr && open->condition == Condition::Active, now);
    }
    m_rules.tick(now);
    suppressByRules(now, output);
}

void Engine::suppressByRules(UtcTime at, EngineOutput &output)
{
    if (m_rulesApplied == m_rules.revision())
        return;
    m_rulesApplied = m_rules.revision();
    const std::map<SensorKey, std::string> wanted = m_rules.suppressed();
    const auto settleOne = [&](const AlarmLane &lane) {
        const SensorKey &source = lane.definition.source;
        if (!m_book.isDefined(lane.key()))
            return;
        auto rule = wanted.find(source);
        if (rule == wanted.end())
            rule = wanted.find({source.asset, {}});
        setSuppressed(lane, rule == wanted.end() ? std::string() : rule->second, at, output);
    };
    for (const auto &lane : m_lanes)
        settleOne(*lane);
    for (const auto &asset : m_assets)
        if (asset)
            settleOne(*asset);
}

/// `rule` empty = no rule holds for it.
void Engine::setSuppressed(const AlarmLane &lane, const std::string &rule, UtcTime at, EngineOutput &output)
{
    const SuppressedAlarm *held = m_book.heldFor(lane.key());
    const bool is = held != nullptr && held->rule.holds();
    if (is == !rule.empty())
        return;
    if (!is && held != nullptr && held->outOfService.holds())
        return;
    alarm::Stimulus stimulus;
    stimulus.kind = is ? AlarmEventKind::SuppressOff : AlarmEventKind::SuppressOn;
    stimulus.at = at;
    stimulus.actor = kProgram;
    stimulus.comment = rule;
    append(m_book.apply(lane.key(), stimulus), output);
}

} // namespace telltale::pipeline
