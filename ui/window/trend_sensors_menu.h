// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/structure.h"

#include <QMenu>
#include <vector>

namespace telltale::ui {

class TrendStack;

/// Which other sensors stand in the trend, to be added and taken away by a digit each. Thread: UI.
class TrendSensorsMenu final : public QMenu {
    Q_OBJECT
public:
    explicit TrendSensorsMenu(QWidget *parent);

    /// `choices`: those of the alarm or the asset; what was kept from elsewhere follows, so that it can be taken away.
    void open(TrendStack &stack, const std::vector<SensorSpec> &choices, QPoint at);

private:
    void addChoice(TrendStack &stack, const SensorSpec &sensor, int number);
};

} // namespace telltale::ui
