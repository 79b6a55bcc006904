// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/svg_chart.h"
#include "core/report/svg_stretch.h"

#include <QRectF>

class QPainter;

namespace telltale::ui {

/// Draws stored samples for print, black on white, as lines and areas only: the values with every gap left open, the expected band in grey,
/// axes with units, and the marks as letters with their meaning below.
/// Shapes: the same columns as the chart of the HTML report. Missing: without a value nothing is drawn. Thread: any.
void paintReportChart(QPainter &painter, const QRectF &box, const report::ChartRequest &chart);

/// A sensor's last readings over the most similar stretch of its own past, black over broken grey, with its name above.
void paintReportStretch(QPainter &painter, const QRectF &box, const report::StretchRequest &stretch);

} // namespace telltale::ui
