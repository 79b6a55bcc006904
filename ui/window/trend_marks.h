// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"
#include "core/model/logbook_entry.h"
#include "ui/charts/trend_mark.h"
#include "ui/models/time_text.h"

#include <vector>

namespace telltale::ui {

/// Whether an alarm's source concerns a sensor: it is the sensor itself, or its asset as a whole.
[[nodiscard]] bool concerns(const SensorKey &source, const SensorKey &sensor);

/// The marks of a sensor's trend: transitions that are marks (raise, clear, acknowledge, comment), and the first violations of open alarms
/// whose raise is older than the transitions at hand. Only what concerns the sensor.
[[nodiscard]] std::vector<TrendMark> trendMarks(const SensorKey &sensor, const std::vector<Occurrence> &open,
                                                const std::vector<AlarmEvent> &events, ZoneChoice zone);

/// Notes on ranges that concern the sensor, whenever they were.
[[nodiscard]] std::vector<TrendMark> noteMarks(const SensorKey &sensor, const std::vector<LogbookEntry> &notes, ZoneChoice zone);

} // namespace telltale::ui
