// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/known_condition.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace telltale::pipeline {

namespace {

using Kind = alarm::ConditionChange::Kind;

bool isSame(double one, double other)
{
    return one == other || (std::isnan(one) && std::isnan(other));
}

} // namespace

bool KnownCondition::begin(const alarm::ConditionChange &change, double score, const std::vector<AlarmEvent> &past)
{
    const auto raise = std::find_if(past.begin(), past.end(), [&](const AlarmEvent &event) {
        return event.kind == AlarmEventKind::Raise && event.sourceTime == change.at && isSame(event.score, score);
    });
    const auto clear = std::find_if(raise, past.end(), [&](const AlarmEvent &event) {
        return event.kind == AlarmEventKind::Clear && event.occurrence == raise->occurrence;
    });
    // An alarm that was closed without a reading that ended it (its feed was removed) does not say when its condition was over.
    if (clear == past.end() || clear->sourceTime == kNoTime)
        return false;
    m_until = clear->sourceTime;
    m_since = change.firstViolation;
    return true;
}

bool KnownCondition::takeRepeated(const alarm::ConditionChange &change)
{
    if (change.kind == Kind::Clear)
        m_until = kNoTime;
    return true;
}

std::optional<alarm::ConditionChange> KnownCondition::overdue(UtcTime t, const alarm::AlarmPolicy &policy)
{
    if (m_restoredAt != kNoTime && t > m_restoredAt) {
        m_restoredAt = kNoTime;
        if (!policy.active())
            return alarm::ConditionChange{Kind::Clear, t, kNoTime};
    }
    if (repeats() && t > m_until && policy.active() && !policy.clearing()) {
        m_until = kNoTime;
        return alarm::ConditionChange{Kind::Raise, t, m_since};
    }
    return std::nullopt;
}

} // namespace telltale::pipeline
