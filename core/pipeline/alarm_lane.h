// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarm/alarm_book.h"
#include "core/alarm/alarm_policy.h"
#include "core/pipeline/known_condition.h"
#include "core/pipeline/loss_mark.h"

#include <cstdint>
#include <utility>

namespace telltale::pipeline {

/// Whoever did it when nobody did.
inline const Actor kProgram{"system", "", ""};

/// What everything that is judged has in common, be it a sensor or an asset as a whole: its alarm, and what was last wrong with it.
struct AlarmLane {
    explicit AlarmLane(AlarmDefinition alarm) : definition(std::move(alarm)), policy(definition, Duration::zero()) {}

    [[nodiscard]] alarm::AlarmBook::Key key() const { return {definition.source, definition.what}; }
    /// As if nothing had ever been wrong with it.
    void beginAnew()
    {
        policy = alarm::AlarmPolicy(definition, Duration::zero());
        known = {};
        lastAnomaly = {};
        escalated = false;
    }

    AlarmDefinition definition;
    alarm::AlarmPolicy policy;
    KnownCondition known;         ///< what the journal says of it already
    Score lastAnomaly;            ///< what a timer-driven raise is explained with
    bool escalated = false;       ///< its score is in the band where it is more urgent
    std::uint64_t lostBefore = 0; ///< messages that are missing before the next row
    LossMark loss;
};

/// A judgement as the policy wants it.
[[nodiscard]] inline alarm::Reading alarmReading(UtcTime t, const Score &score, bool gapBefore)
{
    return {.t = t,
            .verdict = score.verdict,
            .value = score.value,
            .limit = score.limit,
            .controlled = score.controlled,
            .pulse = score.pulse,
            .gapBefore = gapBefore};
}

} // namespace telltale::pipeline
