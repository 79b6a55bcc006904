// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QPointF>
#include <QRectF>
#include <algorithm>

namespace telltale::ui {

/// Where an instant and a value lie in a plot. Units: logical pixels; time runs to the right over [from, to], values upwards.
struct PlotMap {
    QRectF plot;
    UtcTime from{};
    UtcTime to{};
    double low = 0.0;
    double high = 1.0;

    [[nodiscard]] double x(std::int64_t nanos) const
    {
        return plot.left() + double(nanos - toNanos(from)) / double((to - from).count()) * plot.width();
    }
    /// Kept near the plot: the painter must not meet coordinates it cannot hold.
    [[nodiscard]] double y(double value) const
    {
        const double share = std::clamp((value - low) / (high - low), -4.0, 5.0);
        return plot.bottom() - share * plot.height();
    }
    [[nodiscard]] QPointF point(std::int64_t nanos, double value) const { return {x(nanos), y(value)}; }
    [[nodiscard]] UtcTime time(double px) const { return from + fromSeconds((px - plot.left()) / plot.width() * toSeconds(to - from)); }
};

} // namespace telltale::ui
