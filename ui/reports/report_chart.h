// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/incident.h"

#include <QRectF>
#include <QString>
#include <functional>
#include <vector>

class QPainter;

namespace telltale::ui {

/// One instant that a printed chart marks with a line and a letter.
struct ChartMark {
    UtcTime at = kNoTime;
    QString letter;
};

/// First violation (V), raises (R), acknowledgements (A) and clears (C) of an alarm, in order.
[[nodiscard]] std::vector<ChartMark> chartMarks(const report::ReportedAlarm &alarm);

/// Draws stored samples for print, black on white: the values with every gap left open, the expected band in grey, axes with units, marks.
/// Shapes: values are reduced to smallest and largest a column of half a point, so that a million samples cost no more than a thousand.
/// Missing: without samples it says so. Thread: any.
void paintReportChart(QPainter &painter, const QRectF &box, const report::Evidence &evidence, const std::vector<ChartMark> &marks,
                      const std::function<std::string(UtcTime)> &localTime);

} // namespace telltale::ui
