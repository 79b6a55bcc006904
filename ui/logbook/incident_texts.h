// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logbook/timeline.h"
#include "core/model/incident.h"
#include "ui/models/time_text.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace telltale::ui {

/// Rows of the incidents' tables as text; titles beside them.
[[nodiscard]] QStringList incidentTitles();
[[nodiscard]] QStringList incidentRow(const Incident &incident, ZoneChoice zone);
[[nodiscard]] QStringList incidentAlarmTitles();
[[nodiscard]] QStringList incidentAlarmRow(const Occurrence &alarm, ZoneChoice zone);
[[nodiscard]] QStringList timelineTitles();
[[nodiscard]] QStringList timelineRow(const logbook::TimelineItem &item, ZoneChoice zone);
/// "open since 12:31:07, opened by operator A, nobody looks after it"
[[nodiscard]] QString incidentState(const Incident &incident, ZoneChoice zone);
/// "incident opened", in the language of the screen; transitions keep their word.
[[nodiscard]] QString timelineWord(const std::string &what);

} // namespace telltale::ui
