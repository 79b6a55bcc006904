// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_frame.h"
#include "ui/style/theme.h"

#include <QRectF>

class QPainter;

namespace telltale::ui {

/// Lines through the plot at the round times of the frame, in the painter's font. `labels`: with the times and the title below, as far as
/// they have room left of `rightEdge`.
void paintTimeAxis(QPainter &painter, const ChartFrame &frame, const QRectF &plot, double rightEdge, const Theme &theme, bool labels);

} // namespace telltale::ui
