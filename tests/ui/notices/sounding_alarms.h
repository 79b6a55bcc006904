// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"

#include <string>
#include <vector>

namespace telltale::test {

/// An unacknowledged alarm that sounds.
inline Occurrence soundingAlarm(OccurrenceId id, Priority priority, const std::string &asset = "line-a/pump1")
{
    Occurrence alarm;
    alarm.id = id;
    alarm.definition.source = {asset, "t" + std::to_string(id)};
    alarm.definition.what = "anomalous";
    alarm.definition.priority = alarm.priority = alarm.maxPriority = priority;
    alarm.state = AlarmState::B;
    alarm.condition = Condition::Active;
    alarm.ack = AckState::Unacked;
    alarm.audible = Audible::Sounding;
    alarm.raiseCount = 1;
    return alarm;
}

} // namespace telltale::test
