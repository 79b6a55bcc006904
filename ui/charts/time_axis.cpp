// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/time_axis.h"

#include <QFontMetrics>
#include <QPainter>
#include <cmath>

namespace telltale::ui {

namespace {

constexpr double kGap = 4.0;

void paintGrid(QPainter &painter, const QRectF &plot, double x, const Theme &theme)
{
    painter.setPen(theme.grid);
    if (x > plot.left() && x < plot.right())
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() - 1));
    painter.setPen(theme.border);
    painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + kGap));
}

} // namespace

void paintTimeAxis(QPainter &painter, const ChartFrame &frame, const QRectF &plot, double rightEdge, const Theme &theme, bool labels)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const double perSecond = plot.width() / frame.spanSec;
    double occupied = 0.0;
    for (const TimeTick &tick : frame.times) {
        const double x = std::round(plot.right() - toSeconds(frame.end - tick.at) * perSecond);
        paintGrid(painter, plot, x, theme);
        const double width = metrics.horizontalAdvance(tick.label);
        if (!labels || x - width / 2 < occupied || x + width / 2 > rightEdge)
            continue;
        painter.setPen(theme.text);
        painter.drawText(QRectF(x - width / 2, plot.bottom() + kGap, width + 1, metrics.height()), Qt::AlignCenter, tick.label);
        occupied = x + width / 2 + kGap;
    }
    if (!labels)
        return;
    painter.setPen(theme.mutedText);
    const QRectF title(plot.left(), plot.bottom() + kGap + metrics.height(), plot.width(), metrics.height() + kGap);
    painter.drawText(title, Qt::AlignCenter, frame.timeTitle);
}

} // namespace telltale::ui
