// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPen>
#include <QRectF>
#include <QString>
#include <string>
#include <vector>

class QPainter;

namespace telltale::ui {

/// A sensor's last readings and the most similar stretch of its own past: what a detector that compares stretches saw.
/// Shapes: equally long, oldest first. Units: the sensor's.
struct StretchPair {
    std::vector<double> actual;
    std::vector<double> nearest;
    std::string unit; ///< may be empty

    /// False for fewer than two readings, for lengths that differ, and where a value is missing.
    [[nodiscard]] bool canBeDrawn() const;
};

/// The smallest and the largest value of both stretches, with the unit, in as many digits as it takes to tell them apart.
struct StretchScale {
    QString low;
    QString high;
};
[[nodiscard]] StretchScale stretchScale(const StretchPair &pair);

/// What the drawing says, for people who cannot see it.
[[nodiscard]] QString stretchWords(const StretchPair &pair);

/// On screen or on paper. The pens must differ in more than their colour.
struct StretchLook {
    QPen actual;
    QPen nearest;
    QColor text;
    QColor grid;
};

/// Draws one stretch over the other in the painter's font, with the scale at the left and the name of each below.
/// Shapes: a pair that can be drawn; a box of at least five lines of text. Thread: any.
void paintStretches(QPainter &painter, const QRectF &box, const StretchPair &pair, const StretchLook &look);

} // namespace telltale::ui
