// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"

#include <functional>
#include <string>
#include <vector>

namespace telltale::pipeline {

/// What a journal has of one alarm: its raises of one instant of event time, and its clears from there on, oldest first. Thread: one.
using PastConditions = std::function<std::vector<AlarmEvent>(const SensorKey &source, const std::string &what, UtcTime raised)>;

/// From the journal in a data folder, which is opened with the first question. Errors: what cannot be read is not known, so that an alarm
/// is rather raised twice than not at all. Cost: by index over the alarms of that source.
[[nodiscard]] PastConditions pastConditions(const std::string &dataFolder);

} // namespace telltale::pipeline
