// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/incident.h"

#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

namespace telltale::ui {

/// The rows of a printed report's tables; every cell is plain text.
using LocalTime = std::function<std::string(UtcTime)>;

struct ReportTable {
    QStringList header;
    std::vector<QStringList> rows;
    std::vector<double> widths; ///< shares of the page, summing to 1
};

[[nodiscard]] ReportTable alarmTable(const report::Incident &incident, const LocalTime &localTime);
[[nodiscard]] ReportTable timelineTable(const report::ReportedAlarm &alarm, const LocalTime &localTime);
[[nodiscard]] ReportTable contributionTable(const Explanation &why);
/// Sensors that were anomalous by themselves too.
[[nodiscard]] ReportTable joinedTable(const Explanation &why, const LocalTime &localTime);
[[nodiscard]] ReportTable feedTable(const report::Incident &incident, const LocalTime &localTime);
/// "2 alarms, worst P1, first raised …, 1 still open."
[[nodiscard]] QString summarySentence(const report::Incident &incident, const LocalTime &localTime);

} // namespace telltale::ui
