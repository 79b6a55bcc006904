// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/fast_chart_view.h"
#include "ui/charts/trend_picture.h"

namespace telltale::ui {

/// Rebuilds the picture for the room that the chart has, and gives the chart its frame.
void fitPicture(TrendPicture &picture, FastChartView &chart);

} // namespace telltale::ui
