// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/envelope/envelope.h"

#include <QColor>
#include <QPainter>
#include <algorithm>

namespace telltale::ui {

/// Draws a line bit by bit, broken where data are: smoothed, one logical pixel thick. A bit of a single point becomes a dot.
/// Cost: drawPolyline is the fastest way for one device pixel and by far the slowest for more; there it draws single segments. A smoothed
/// line costs by its length, so a column whose samples go up and down becomes a filled bar: a tenth of that, and the same picture.
class LinePen {
public:
    LinePen(QPainter &painter, const QColor &colour);
    ~LinePen();
    LinePen(const LinePen &) = delete;
    LinePen &operator=(const LinePen &) = delete;

    void add(QPointF point, bool gap);

    /// The samples of one column `width` wide: from its first to its last value by way of both extremes.
    template <typename ToY>
    void addColumn(double left, double width, const envelope::Column &column, const ToY &toY)
    {
        if (column.empty())
            return;
        const Stroke stroke{left, width, toY(column.first), toY(column.last), toY(column.max), toY(column.min)};
        if (stroke.bottom - stroke.top >= m_barHeight)
            addBar(stroke, column.gap);
        else
            addCurve(stroke, column.gap);
    }

private:
    /// A column in logical pixels.
    struct Stroke {
        double left;
        double width;
        double first;
        double last;
        double top;
        double bottom;

        [[nodiscard]] double middle() const { return left + width / 2.0; }
        /// A column of about one pixel is filled to its edges, so that no gap opens between two of them.
        [[nodiscard]] double barWidth() const { return width < 1.5 ? std::max(width, 1.0) : 1.0; }
    };

    void addBar(const Stroke &stroke, bool gap);
    void addCurve(const Stroke &stroke, bool gap);
    [[nodiscard]] bool touchesLastBar(const Stroke &stroke) const;
    void flush();
    void drawSegments();

    QPainter &m_painter;
    QColor m_colour;
    double m_ratio;     ///< device pixels to a logical one
    double m_barHeight; ///< columns at least this high are bars
    QList<QPointF> m_piece;
    bool m_fromBar = false; ///< the piece begins inside a bar: alone it is no dot
    QList<QRectF> m_bars;
};

} // namespace telltale::ui
