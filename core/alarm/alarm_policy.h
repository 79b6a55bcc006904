// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/alarm_definition.h"
#include "core/model/score.h"

#include <cstdint>
#include <deque>
#include <optional>

namespace telltale::alarm {

/// One judged row, as the policy sees it. `t` is event time.
struct Reading {
    UtcTime t = kNoTime;
    Verdict verdict = Verdict::NoDecision;
    double value = kMissing; ///< Score::value
    double limit = kMissing;
    bool controlled = false; ///< Score::controlled
    bool pulse = false;
    bool gapBefore = false;
};

/// What the policy says happened, in event time. At most one per call.
struct ConditionChange {
    enum class Kind : std::uint8_t { Raise, Clear, Escalate };
    Kind kind = Kind::Raise;
    UtcTime at = kNoTime;             ///< a timer's own deadline, or the reading's time
    UtcTime firstViolation = kNoTime; ///< Raise: first anomalous reading of the run that raised
};

/// Turns judged rows into "the condition holds" and "it does not": persistence, on- and off-delay, clear limit below the raise limit.
/// Behind alert control a pulse raises at once, the condition holds while value >= clearRatio * limit, and a pulse while active escalates.
/// NoDecision rows are neither anomalous nor normal: they neither count nor clear. A gap longer than gapPeriods periods restarts counting.
/// Timers run in event time and fire before a later reading is judged: `advance(t)` first, then `judge`.
/// Thread: the alarm thread. Pure but for its own state. Cost: O(1), KOfN and CountInWindow O(window) memory.
class AlarmPolicy {
public:
    AlarmPolicy(const AlarmDefinition &definition, Duration period);

    /// Runs the timers up to event time `t`.
    [[nodiscard]] std::optional<ConditionChange> advance(UtcTime t);
    /// Call `advance(reading.t)` first.
    [[nodiscard]] std::optional<ConditionChange> judge(const Reading &reading);

    /// Bad quality: pending delays stop, counts are forgotten, an active condition stays as it is.
    void freeze();
    [[nodiscard]] bool active() const { return m_active; }
    /// After a restart: the condition is taken as active until fresh readings say otherwise.
    void restoreActive() { m_active = true; }
    void setPeriod(Duration period) { m_period = period; }

private:
    PersistenceRule m_rule;
    double m_clearRatio;
    Duration m_offDelay;
    Duration m_period;
    bool m_active = false;
    UtcTime m_lastReading = kNoTime;
    UtcTime m_pendingOnSince = kNoTime;
    UtcTime m_pendingOffSince = kNoTime;
    UtcTime m_firstViolation = kNoTime;
    int m_run = 0;
    std::deque<bool> m_lastVerdicts;
    std::deque<UtcTime> m_violations;
};

} // namespace telltale::alarm
