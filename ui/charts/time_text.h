// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "ui/models/time_text.h"

#include <QString>

namespace telltale::ui {

/// "10 min", "1 h 30 min", "2 d", "450 ms": the two largest units that are not zero, the rest cut.
[[nodiscard]] QString spanText(Duration span);

/// How far back something is, with its sign: "−00:42", "−1:02:03", "−2 d 03:15". Never positive.
[[nodiscard]] QString agoText(Duration ago);

/// In which zone charts speak: one choice for the whole window, as all other times; UTC until somebody chooses. Pictures that stand still
/// are to be drawn anew by whoever changes it. Thread: UI.
void setChartZone(ZoneChoice zone);
[[nodiscard]] ZoneChoice chartZone();

[[nodiscard]] QString clockText(UtcTime time, int digits = 0, ZoneChoice zone = chartZone()); ///< "12:31:07", or with decimals
[[nodiscard]] QString dateText(UtcTime time, ZoneChoice zone = chartZone());                  ///< "2026-11-22"
[[nodiscard]] QString zoneText(UtcTime time, ZoneChoice zone = chartZone());    ///< "UTC", "CET": what the zone's clock is called then
[[nodiscard]] Duration zoneOffset(UtcTime time, ZoneChoice zone = chartZone()); ///< the zone's clock minus UTC at that time

} // namespace telltale::ui
