// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/envelope/envelope.h"

#include <QColor>
#include <QPainter>

namespace telltale::ui {

/// Draws a line bit by bit, broken where data are: smoothed, one logical pixel thick. A bit of a single point becomes a dot.
/// Cost: drawPolyline is the fastest way for one device pixel and by far the slowest for more; there it draws single segments.
class LinePen {
public:
    LinePen(QPainter &painter, const QColor &colour);
    ~LinePen() { flush(); }
    LinePen(const LinePen &) = delete;
    LinePen &operator=(const LinePen &) = delete;

    void add(QPointF point, bool gap);

    /// The samples of one pixel column: from its first to its last value by way of both extremes.
    template <typename ToY>
    void addColumn(double x, const envelope::Column &column, const ToY &toY)
    {
        if (column.empty())
            return;
        const bool down = column.last < column.first;
        add({x, toY(column.first)}, column.gap);
        add({x, toY(down ? column.max : column.min)}, false);
        add({x, toY(down ? column.min : column.max)}, false);
        add({x, toY(column.last)}, false);
    }

private:
    void flush();
    void drawSegments();

    QPainter &m_painter;
    QList<QPointF> m_piece;
    bool m_thick; ///< in device pixels
};

} // namespace telltale::ui
