// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"

#include <optional>
#include <string>

namespace telltale::alarm {

/// Something that happens to an alarm, before the table has judged it.
struct Stimulus {
    AlarmEventKind kind = AlarmEventKind::Raise;
    UtcTime at = kNoTime;
    UtcTime sourceTime = kNoTime;
    UtcTime firstViolation = kNoTime;
    Actor actor = {};
    std::string comment = {};
    EventSeq seenSeq = 0;
    double score = kMissing;
    double limit = kMissing;
    double value = kMissing;
    std::optional<Priority> priority = {};          ///< Escalate/Deescalate: the new one
    Explanation why = {};                           ///< Raise
    std::optional<Explanation::Joined> joined = {}; ///< Comment: goes into the open occurrence's explanation
    UtcTime until = kNoTime;                        ///< Shelve: its end; OosOn: when to look at it again
    bool oneShot = false;                           ///< Shelve: ends with the next clear, at `until` at the latest
    bool removed = false;                           ///< ConfigChanged: the definition is gone. Clear: whoever could say so is, so that
                                                    ///< a bad quality keeps nothing open
    Judgement verdict = Judgement::None;            ///< Verdict
    AlarmKey alarm = {};                            ///< Comment, Verdict, Assign: whose, where its occurrence is no longer open
};

} // namespace telltale::alarm
