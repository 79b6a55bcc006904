// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/suppression_watch.h"

#include <algorithm>
#include <utility>

namespace telltale::pipeline {

namespace {

using Test = config::SuppressionRule::Test;

constexpr Duration kOffDelay = std::chrono::seconds{10};

std::string textOf(const config::SuppressionRule &rule)
{
    return rule.name + ": " + rule.reason;
}

/// A missing value passes none of them.
bool passes(const config::SuppressionRule &rule, double value)
{
    switch (rule.test) {
    case Test::Below: return value < rule.value;
    case Test::Above: return value > rule.value;
    case Test::Equals: return value == rule.value;
    case Test::AlarmActive: break;
    }
    return false;
}

} // namespace

SuppressionWatch::SuppressionWatch(std::vector<config::SuppressionRule> rules)
{
    for (auto &rule : rules)
        m_rules.push_back({std::move(rule)});
}

bool SuppressionWatch::reads(const SensorKey &sensor) const
{
    return std::any_of(m_rules.begin(), m_rules.end(),
                       [&](const Watched &each) { return each.rule.test != Test::AlarmActive && each.rule.sensor == sensor; });
}

void SuppressionWatch::value(const SensorKey &sensor, double value, UtcTime at)
{
    for (Watched &each : m_rules)
        if (each.rule.test != Test::AlarmActive && each.rule.sensor == sensor)
            judge(each, passes(each.rule, value), at);
}

void SuppressionWatch::alarm(const SensorKey &source, bool active, UtcTime at)
{
    for (Watched &each : m_rules)
        if (each.rule.test == Test::AlarmActive && each.rule.sensor == source)
            judge(each, active, at);
}

void SuppressionWatch::judge(Watched &watched, bool passes, UtcTime at)
{
    if (passes) {
        watched.failingSince = kNoTime;
        m_revision += watched.holds ? 0 : 1;
        watched.holds = true;
    } else if (watched.holds && watched.failingSince == kNoTime) {
        watched.failingSince = at;
    }
}

void SuppressionWatch::resume(const std::string &text, UtcTime now)
{
    for (Watched &each : m_rules)
        if (textOf(each.rule) == text && !std::exchange(each.holds, true))
            each.failingSince = now;
}

void SuppressionWatch::tick(UtcTime now)
{
    for (Watched &each : m_rules) {
        if (!each.holds || each.failingSince == kNoTime || now - each.failingSince < kOffDelay)
            continue;
        each.holds = false;
        each.failingSince = kNoTime;
        ++m_revision;
    }
}

std::vector<SensorKey> SuppressionWatch::alarmsTested() const
{
    std::vector<SensorKey> sources;
    for (const Watched &each : m_rules)
        if (each.rule.test == Test::AlarmActive)
            sources.push_back(each.rule.sensor);
    return sources;
}

std::map<SensorKey, std::string> SuppressionWatch::suppressed() const
{
    std::map<SensorKey, std::string> all;
    for (const Watched &each : m_rules) {
        if (!each.holds)
            continue;
        for (const SensorKey &source : each.rule.alarms)
            all.try_emplace(source, textOf(each.rule));
    }
    return all;
}

} // namespace telltale::pipeline
