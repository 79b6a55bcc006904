// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QDateTime>
#include <QString>

namespace telltale::ui {

/// In which zone the screen speaks; one choice for the whole window. A plant that does not say where it stands has no zone to choose.
enum class ZoneChoice { Local, Utc, Plant };

/// By its IANA name, as in the plant file; empty = it has none. Thread: the screen's, before anything is shown.
void setPlantZone(const QString &name);
/// The next one of those that there are.
[[nodiscard]] ZoneChoice nextZone(ZoneChoice zone);
/// "local", "utc" or "plant", as it is remembered; what is not to be had becomes Local.
[[nodiscard]] QString zoneKey(ZoneChoice zone);
[[nodiscard]] ZoneChoice zoneOfKey(const QString &key);
/// "All times in UTC."
[[nodiscard]] QString zoneNote(ZoneChoice zone);

/// Missing: `kNoTime` becomes "–" in all of these. Thread: any.
[[nodiscard]] QDateTime toDateTime(UtcTime time, ZoneChoice zone);
/// What a clock of the zone shows at date and time of `shown`, whose own zone does not count; an hour that the zone skips or has twice as
/// Qt does.
[[nodiscard]] UtcTime fromClock(const QDateTime &shown, ZoneChoice zone);
[[nodiscard]] QString timeOfDay(UtcTime time, ZoneChoice zone);              ///< "12:31:07"
[[nodiscard]] QString shortTime(UtcTime time, ZoneChoice zone);              ///< "12:31"
[[nodiscard]] QString fullTime(UtcTime time, ZoneChoice zone);               ///< "2026-11-22 12:31:07 CET"
[[nodiscard]] QString sinceText(UtcTime time, UtcTime now, ZoneChoice zone); ///< "12:31:07" today, "11-21 12:31" before
[[nodiscard]] QString durationText(Duration duration);                       ///< "9 s", "4 min 12 s", "3 h 05 min", "2 d 4 h"

} // namespace telltale::ui
