// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QDateTime>
#include <QString>

namespace telltale::ui {

/// In which zone the screen speaks; one choice for the whole window.
enum class ZoneChoice { Local, Utc };

/// Missing: `kNoTime` becomes "–" in all of these. Thread: any.
[[nodiscard]] QDateTime toDateTime(UtcTime time, ZoneChoice zone);
[[nodiscard]] QString timeOfDay(UtcTime time, ZoneChoice zone);              ///< "12:31:07"
[[nodiscard]] QString shortTime(UtcTime time, ZoneChoice zone);              ///< "12:31"
[[nodiscard]] QString fullTime(UtcTime time, ZoneChoice zone);               ///< "2026-11-22 12:31:07 CET"
[[nodiscard]] QString sinceText(UtcTime time, UtcTime now, ZoneChoice zone); ///< "12:31:07" today, "11-21 12:31" before
[[nodiscard]] QString durationText(Duration duration);                       ///< "9 s", "4 min 12 s", "3 h 05 min", "2 d 4 h"

} // namespace telltale::ui
