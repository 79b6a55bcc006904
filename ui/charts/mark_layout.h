// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plot_map.h"
#include "ui/charts/trend_mark.h"

#include <QRectF>
#include <span>
#include <vector>

namespace telltale::ui {

/// One symbol in the strip above the plot; it may stand for several marks that lie too close to be drawn side by side.
struct PlacedMark {
    QRectF box;            ///< of the symbol, in logical pixels
    double x = 0.0;        ///< of the instant itself
    std::size_t first = 0; ///< marks [first, first + count), all in order of time
    std::size_t count = 1;
    std::size_t leading = 0; ///< the one whose symbol is drawn: a raise before all others, then the most urgent, then the newest
};

/// `marks` must be sorted by time. `size` is that of a symbol with its text: the symbol is as wide as it is high and centred on its
/// instant, the text follows on its right. Only marks inside the plot get one.
[[nodiscard]] std::vector<PlacedMark> placeMarks(std::span<const TrendMark> marks, const PlotMap &map, const QRectF &strip, QSizeF size);

} // namespace telltale::ui
