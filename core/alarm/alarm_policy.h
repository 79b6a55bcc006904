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
/// Raise: as the definition's PersistenceRule says; OnDelay with duration 0 raises on the first anomalous reading.
/// Clear: normal and value < clearRatio * limit for the off-delay. Between the two limits the condition holds and the off-delay starts
///   anew. Where value or limit is missing, or the limit is not positive, the verdict alone decides.
/// Behind alert control a pulse raises at once instead of the on-delay, the condition holds while value >= clearRatio * limit, and a pulse
///   while active escalates. Rules that count (Consecutive, KOfN, CountInWindow, and an OnDelay of a minute or more) still count every
///   anomalous row, pulse or not, and a pulse alone does not raise them.
/// Missing: a NoDecision row is as if it had not been sent: it takes no place in a Consecutive run, a KOfN window or a CountInWindow, and
///   it neither ends nor keeps up a delay. When no row is decided for more than gapPeriods periods that is a gap: counts and delays start
///   anew, and a delay that would have ended inside the gap does not end. A known gap (`gapBefore`) counts as one only where the period
///   is unknown: a single lost row is within the 2 periods. An active condition outlives any gap.
/// Example: one reading a minute, Consecutive 5, gapPeriods 2, anomalous at minutes 15 16 17 19 20 21 22 24 (a second row for minute 15
///   is dropped before it gets here): raises at minute 20. With gapPeriods 1 the longest run is 4 and it never raises.
/// Timers run in event time and fire before a later reading is judged: `advance(t)` first, then `judge`.
/// Thread: the alarm thread. Pure but for its own state. Cost: O(1) time; KOfN O(window), CountInWindow O(count) memory.
class AlarmPolicy {
public:
    AlarmPolicy(const AlarmDefinition &definition, Duration period);

    /// Runs the timers up to and including event time `t`.
    [[nodiscard]] std::optional<ConditionChange> advance(UtcTime t);
    /// Call `advance(reading.t)` first.
    [[nodiscard]] std::optional<ConditionChange> judge(const Reading &reading);

    /// Bad quality: pending delays stop, counts are forgotten, an active condition stays as it is.
    void freeze();
    [[nodiscard]] bool active() const { return m_active; }
    /// Active, and the off-delay is running.
    [[nodiscard]] bool clearing() const { return m_active && m_normalSince != kNoTime; }
    /// After a restart: the condition is taken as active until fresh readings say otherwise.
    void restoreActive() { m_active = true; }
    void setPeriod(Duration period) { m_period = period; }

private:
    struct Judged {
        UtcTime t;
        bool anomalous;
    };

    [[nodiscard]] bool isGap(UtcTime from, UtcTime to, bool gapKnown) const;
    [[nodiscard]] bool timerDue(UtcTime since, Duration delay, UtcTime t) const;
    [[nodiscard]] bool countsRows() const;
    [[nodiscard]] bool belowClearLimit(const Reading &reading) const;
    void count(const Reading &reading);
    void forgetCounts();
    [[nodiscard]] std::optional<UtcTime> firstOfEnough() const;
    [[nodiscard]] std::optional<ConditionChange> judgeInactive(const Reading &reading);
    [[nodiscard]] std::optional<ConditionChange> judgeActive(const Reading &reading);
    ConditionChange raise(UtcTime at, UtcTime firstViolation);
    ConditionChange clear(UtcTime at);

    PersistenceRule m_rule;
    double m_clearRatio;
    Duration m_offDelay;
    Duration m_period;
    bool m_active = false;
    bool m_controlled = false;        ///< the newest reading came through alert control
    UtcTime m_lastReading = kNoTime;  ///< newest decided row
    UtcTime m_runStart = kNoTime;     ///< first of the anomalous rows without a normal one since
    UtcTime m_normalSince = kNoTime;  ///< off-delay runs from here
    int m_run = 0;                    ///< anomalous rows since m_runStart
    int m_anomalousInWindow = 0;      ///< of m_window
    std::deque<Judged> m_window;      ///< KOfN: the last `window` decided rows
    std::deque<UtcTime> m_violations; ///< CountInWindow: the last `count` anomalous rows
};

} // namespace telltale::alarm
