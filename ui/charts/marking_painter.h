// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plot_map.h"
#include "ui/charts/trend_marking.h"
#include "ui/style/theme.h"

class QPainter;

namespace telltale::ui {

/// The marked range as a tinted stretch between two lines, or the cursor as a line through the plot.
void paintMarking(QPainter &painter, const PlotMap &map, const TrendMarking &marking, const Theme &theme);
/// Times and length of the marked range, at the top of the plot.
void paintMarkedWords(QPainter &painter, const PlotMap &map, const TrendMarking &marking, const Theme &theme);

} // namespace telltale::ui
