// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/marking_painter.h"

#include <QPainter>
#include <algorithm>

namespace telltale::ui {

namespace {

constexpr double kPadding = 3.0;
constexpr int kTint = 70; ///< of 255: the trace below stays the darkest thing

bool inSight(const TrendMarking::Range &range, const PlotMap &map)
{
    return range.to >= map.from && range.from <= map.to;
}

/// The part of the plot that the range covers.
QRectF stretchOf(const TrendMarking::Range &range, const PlotMap &map)
{
    const double left = std::max(map.x(toNanos(range.from)), map.plot.left());
    const double right = std::min(map.x(toNanos(range.to)), map.plot.right());
    return {left, map.plot.top(), right - left, map.plot.height()};
}

void paintLine(QPainter &painter, const PlotMap &map, UtcTime time, const Theme &theme)
{
    if (time < map.from || time > map.to)
        return;
    const double x = std::round(map.x(toNanos(time)));
    painter.setPen(QPen(theme.text, 0));
    painter.drawLine(QPointF(x, map.plot.top()), QPointF(x, map.plot.bottom() - 1.0));
}

} // namespace

void paintMarking(QPainter &painter, const PlotMap &map, const TrendMarking &marking, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    const auto range = marking.range();
    if (range && inSight(*range, map)) {
        QColor tint = theme.mutedText;
        tint.setAlpha(kTint);
        painter.fillRect(stretchOf(*range, map), tint);
        paintLine(painter, map, range->from, theme);
        paintLine(painter, map, range->to, theme);
    } else if (marking.cursor()) {
        paintLine(painter, map, *marking.cursor(), theme);
    }
    painter.restore();
}

void paintMarkedWords(QPainter &painter, const PlotMap &map, const TrendMarking &marking, const Theme &theme)
{
    const auto range = marking.range();
    if (!range || !inSight(*range, map))
        return;
    const QString text = markedText(*range);
    const QFontMetricsF metrics(painter.font(), painter.device());
    QRectF box(0, 0, std::min(metrics.horizontalAdvance(text) + 2 * kPadding, map.plot.width()), metrics.height());
    box.moveTop(map.plot.top() + 1.0);
    const double left = std::min(stretchOf(*range, map).center().x() - box.width() / 2.0, map.plot.right() - box.width());
    box.moveLeft(std::max(left, map.plot.left()));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(theme.border);
    painter.setBrush(theme.background);
    painter.drawRect(box);
    painter.setPen(theme.text);
    painter.drawText(box, Qt::AlignCenter, text);
    painter.restore();
}

} // namespace telltale::ui
