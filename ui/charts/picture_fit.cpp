// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/picture_fit.h"

namespace telltale::ui {

void fitPicture(TrendPicture &picture, FastChartView &chart)
{
    QRectF plot;
    // Longer value labels take room from the plot; its height, and with it the labels, then stay: the second round is the last.
    for (int round = 0; round < 2 && plot != chart.plot(); ++round) {
        plot = chart.plot();
        picture.rebuild({.plot = plot,
                         .strip = chart.strip(),
                         .ratio = chart.devicePixelRatioF(),
                         .timeTicks = chart.timeTickRoom(),
                         .valueTicks = chart.valueTickRoom(),
                         .font = chart.font()});
        chart.setFrame(picture.frame());
    }
}

} // namespace telltale::ui
