// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/structure.h"
#include "ui/charts/plot_map.h"
#include "ui/charts/trend_samples.h"
#include "ui/style/theme.h"

#include <QStringList>

class QPainter;

namespace telltale::ui {

/// What is known about one sample, line by line: time, value, expected band, score and verdict, quality when it is not good.
/// What a readout says of the minute, hour or day that the sample was summed up in.
[[nodiscard]] QStringList cellLines(const SensorSpec &sensor, const SampleRef &sample, RollupLevel level);
[[nodiscard]] QStringList readoutLines(const SensorSpec &sensor, const SampleRef &sample);

/// A box with `lines` (always plain text) beside `anchor`, inside `bounds`.
void paintReadout(QPainter &painter, const QRectF &bounds, QPointF anchor, const QStringList &lines, const Theme &theme);

} // namespace telltale::ui
