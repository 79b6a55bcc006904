// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarm/alarm_policy.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

namespace telltale::alarm {

namespace {

/// "Anomalous for M minutes" is a rule about readings; a shorter on-delay only bridges noise, which alert control does better.
constexpr Duration kShortestCountedDelay = std::chrono::minutes{1};

} // namespace

AlarmPolicy::AlarmPolicy(const AlarmDefinition &definition, Duration period)
    : m_rule(definition.raise)
    , m_clearRatio(definition.clearRatio)
    , m_offDelay(definition.offDelay)
    , m_period(period)
{
    m_rule.count = std::max(1, m_rule.count);
    m_rule.window = std::max(m_rule.count, m_rule.window);
}

bool AlarmPolicy::isGap(UtcTime from, UtcTime to, bool gapKnown) const
{
    if (from == kNoTime)
        return false;
    if (m_period <= Duration::zero())
        return gapKnown;
    return toSeconds(to - from) > m_rule.gapPeriods * toSeconds(m_period);
}

bool AlarmPolicy::timerDue(UtcTime since, Duration delay, UtcTime t) const
{
    return since != kNoTime && t >= since + delay && !isGap(m_lastReading, since + delay, false);
}

bool AlarmPolicy::countsRows() const
{
    return m_rule.kind != PersistenceRule::Kind::OnDelay || m_rule.duration >= kShortestCountedDelay;
}

bool AlarmPolicy::belowClearLimit(const Reading &reading) const
{
    if (std::isnan(reading.value) || std::isnan(reading.limit) || reading.limit <= 0.0)
        return true;
    return reading.value < m_clearRatio * reading.limit;
}

void AlarmPolicy::forgetCounts()
{
    m_run = 0;
    m_anomalousInWindow = 0;
    m_runStart = kNoTime;
    m_normalSince = kNoTime;
    m_window.clear();
    m_violations.clear();
}

void AlarmPolicy::freeze()
{
    forgetCounts();
    m_lastReading = kNoTime;
}

ConditionChange AlarmPolicy::raise(UtcTime at, UtcTime firstViolation)
{
    m_active = true;
    forgetCounts();
    return {ConditionChange::Kind::Raise, at, firstViolation};
}

ConditionChange AlarmPolicy::clear(UtcTime at)
{
    m_active = false;
    forgetCounts();
    return {ConditionChange::Kind::Clear, at, kNoTime};
}

std::optional<ConditionChange> AlarmPolicy::advance(UtcTime t)
{
    if (m_active && timerDue(m_normalSince, m_offDelay, t))
        return clear(m_normalSince + m_offDelay);
    const bool delayed = m_rule.kind == PersistenceRule::Kind::OnDelay && (countsRows() || !m_controlled);
    if (!m_active && delayed && timerDue(m_runStart, m_rule.duration, t))
        return raise(m_runStart + m_rule.duration, m_runStart);
    return std::nullopt;
}

std::optional<ConditionChange> AlarmPolicy::judge(const Reading &reading)
{
    if (reading.verdict == Verdict::NoDecision)
        return std::nullopt;
    if (isGap(m_lastReading, reading.t, reading.gapBefore))
        forgetCounts();
    m_lastReading = reading.t;
    m_controlled = reading.controlled;
    return m_active ? judgeActive(reading) : judgeInactive(reading);
}

std::optional<ConditionChange> AlarmPolicy::judgeActive(const Reading &reading)
{
    if (reading.verdict == Verdict::Normal && belowClearLimit(reading)) {
        if (m_normalSince == kNoTime)
            m_normalSince = reading.t;
        if (m_offDelay <= Duration::zero())
            return clear(reading.t);
        return std::nullopt;
    }
    m_normalSince = kNoTime;
    if (reading.controlled && reading.pulse)
        return ConditionChange{ConditionChange::Kind::Escalate, reading.t, kNoTime};
    return std::nullopt;
}

std::optional<ConditionChange> AlarmPolicy::judgeInactive(const Reading &reading)
{
    count(reading);
    if (reading.controlled && !countsRows())
        return reading.pulse ? std::optional(raise(reading.t, m_run > 0 ? m_runStart : reading.t)) : std::nullopt;
    if (const auto first = firstOfEnough(); first && reading.verdict == Verdict::Anomalous)
        return raise(reading.t, *first);
    return std::nullopt;
}

void AlarmPolicy::count(const Reading &reading)
{
    const bool anomalous = reading.verdict == Verdict::Anomalous;
    m_run = anomalous ? std::min(m_run + 1, std::numeric_limits<int>::max() - 1) : 0;
    m_runStart = !anomalous ? kNoTime : m_run == 1 ? reading.t : m_runStart;
    if (m_rule.kind == PersistenceRule::Kind::KOfN) {
        m_window.push_back({reading.t, anomalous});
        m_anomalousInWindow += anomalous ? 1 : 0;
        if (m_window.size() > static_cast<std::size_t>(m_rule.window)) {
            m_anomalousInWindow -= m_window.front().anomalous ? 1 : 0;
            m_window.pop_front();
        }
    }
    if (m_rule.kind == PersistenceRule::Kind::CountInWindow && anomalous) {
        m_violations.push_back(reading.t);
        if (m_violations.size() > static_cast<std::size_t>(m_rule.count))
            m_violations.pop_front();
    }
}

/// The first anomalous row of those that satisfy the rule, if they do.
std::optional<UtcTime> AlarmPolicy::firstOfEnough() const
{
    switch (m_rule.kind) {
    case PersistenceRule::Kind::OnDelay:
        return m_run > 0 && m_lastReading >= m_runStart + m_rule.duration ? std::optional(m_runStart) : std::nullopt;
    case PersistenceRule::Kind::Consecutive: return m_run >= m_rule.count ? std::optional(m_runStart) : std::nullopt;
    case PersistenceRule::Kind::KOfN:
        if (m_anomalousInWindow < m_rule.count)
            return std::nullopt;
        return std::find_if(m_window.begin(), m_window.end(), [](const Judged &row) { return row.anomalous; })->t;
    case PersistenceRule::Kind::CountInWindow:
        if (m_violations.size() < static_cast<std::size_t>(m_rule.count) || m_violations.back() - m_violations.front() > m_rule.duration)
            return std::nullopt;
        return m_violations.front();
    }
    return std::nullopt;
}

} // namespace telltale::alarm
