// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axis_ticks.h"

#include <QString>
#include <vector>

namespace telltale::ui {

/// What stands around the data: everything that makes a new frame necessary when it changes.
struct ChartFrame {
    double spanSec = 600.0;      ///< x runs from −spanSec to 0 seconds before the end of the range
    std::vector<TimeTick> times; ///< labels of x
    UtcTime end{};               ///< where 0 lies
    ValueTicks values;
    QString timeTitle;
    QString valueTitle; ///< name and unit, or what of that has room

    /// Live, every instant moves with `end`, and nothing of the frame changes: what counts is the distance.
    [[nodiscard]] bool looksLike(const ChartFrame &other) const;
};

} // namespace telltale::ui
