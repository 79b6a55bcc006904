// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/reading.h"
#include "core/model/alarm_definition.h"

namespace telltale::config {

/// Reads `alarm = { priority, readings | minutes | onDelay | kOfN | countInWindow, … }`. What it does not say is as in `inherited`.
[[nodiscard]] AlarmDefinition readAlarm(const Found &table, const AlarmDefinition &inherited);

} // namespace telltale::config
