// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_definition.h"

#include <QString>
#include <vector>

namespace telltale::ui {

[[nodiscard]] QString alarmName(const AlarmKey &alarm); ///< "line-a/pump1 temperature: anomalous"
/// The name where there is one, else how many.
[[nodiscard]] QString alarmNames(const std::vector<AlarmKey> &alarms);
[[nodiscard]] QString priorityName(Priority priority); ///< "P1"

} // namespace telltale::ui
