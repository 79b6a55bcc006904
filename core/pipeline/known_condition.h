// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarm/alarm_policy.h"
#include "core/model/alarm_event.h"

#include <optional>
#include <vector>

namespace telltale::pipeline {

/// What the journal of former runs already says about one alarm, for the case that the same readings come once more: a recording that is
/// played again after a kill, a publisher that repeats itself. A condition that is in the journal with the same beginning, to the
/// nanosecond, and the same score is not raised anew, and its end is not told twice; nor does a reading from before an open alarm began
/// say that it is over. Anything that differs is news.
/// Errors toward noise: where a condition outlives what the journal says of it, it is raised. Thread: the alarm thread.
class KnownCondition {
public:
    /// Its alarm came back from the journal open and active; it was raised then. Unit: event time.
    void restore(UtcTime raised) { m_restoredAt = raised; }
    /// Whether a change is in the journal already. `past`: transitions of this alarm from the change's time on, oldest first; they are
    /// asked for only where they matter.
    template <typename Past>
    [[nodiscard]] bool holds(const alarm::ConditionChange &change, double score, const Past &past)
    {
        if (repeats())
            return takeRepeated(change);
        if (m_restoredAt != kNoTime && change.at <= m_restoredAt)
            return true;
        return change.kind == alarm::ConditionChange::Kind::Raise && begin(change, score, past());
    }
    /// A condition that is in the journal goes on once more.
    [[nodiscard]] bool repeats() const { return m_until != kNoTime; }
    /// What has to be told after all, now that readings have come to `t`: the journal's condition is over and the policy's is not, or the
    /// other way round. Call it after the policy has judged the reading.
    [[nodiscard]] std::optional<alarm::ConditionChange> overdue(UtcTime t, const alarm::AlarmPolicy &policy);

private:
    [[nodiscard]] bool takeRepeated(const alarm::ConditionChange &change);
    [[nodiscard]] bool begin(const alarm::ConditionChange &change, double score, const std::vector<AlarmEvent> &past);

    UtcTime m_restoredAt = kNoTime; ///< kNoTime: readings have come to the beginning of what is open, or nothing is
    UtcTime m_until = kNoTime;      ///< end of the repeated condition in the journal; kNoTime: none is repeated
    UtcTime m_since = kNoTime;      ///< its first violation
};

} // namespace telltale::pipeline
