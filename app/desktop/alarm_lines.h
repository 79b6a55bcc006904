// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"

#include <string>

namespace telltale::app {

/// One committed transition as one JSON line without its line end: seq, time, asset, sensor, event, state, priority, score, limit.
/// `time` is the event time where there is one, else the time of the decision; UTC. Missing numbers are null.
[[nodiscard]] std::string alarmLine(const AlarmEvent &event);
/// On standard output, at once.
void printAlarmLine(const AlarmEvent &event);

} // namespace telltale::app
