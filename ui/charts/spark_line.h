// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/envelope/envelope.h"
#include "core/model/snapshot.h"

#include <QRectF>
#include <optional>
#include <vector>

class QColor;
class QPainter;

namespace telltale::ui {

/// The readings of the last `span` before the newest one, as pixel columns without axes.
struct SparkLine {
    std::vector<envelope::Column> columns;
    double low = 0.0; ///< smallest and largest reading shown
    double high = 0.0;

    [[nodiscard]] bool empty() const { return columns.empty(); }
};

/// Empty when the trace holds no reading.
[[nodiscard]] SparkLine sparkLineOf(const SensorTrace &trace, Duration span, std::size_t columns);

/// Fills `area` with it, 1 px thick; a flat line runs through the middle.
void paintSparkLine(QPainter &painter, const QRectF &area, const SparkLine &line, const QColor &colour);

} // namespace telltale::ui
