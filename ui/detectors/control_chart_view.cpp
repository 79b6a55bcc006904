// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/control_chart_view.h"

#include "ui/charts/value_text.h"
#include "ui/widgets/palette.h"

#include <QPainter>
#include <algorithm>

namespace telltale::ui {

ControlChartView::ControlChartView(const QString &name, QWidget *parent) : QWidget(parent)
{
    setObjectName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ControlChartView::setChart(const QString &title, std::vector<ChartPoint> points, std::optional<evaluate::ControlLimits> limits,
                                ZoneChoice zone)
{
    m_title = title;
    m_points = std::move(points);
    m_limits = limits;
    m_zone = zone;
    setAccessibleName(tr("%1, %2 models; the table below has the numbers").arg(title).arg(m_points.size()));
    fitRange();
    update();
}

void ControlChartView::fitRange()
{
    if (m_points.empty()) {
        return;
    }
    m_low = m_limits ? m_limits->lower : m_points.front().value;
    m_high = m_limits ? m_limits->upper : m_low;
    for (const ChartPoint &point : m_points) {
        m_low = std::min(m_low, point.value - point.spread);
        m_high = std::max(m_high, point.value + point.spread);
    }
    const double room = m_high > m_low ? 0.08 * (m_high - m_low) : std::max(1e-9, 0.05 * std::abs(m_low));
    m_low -= room;
    m_high += room;
}

QSize ControlChartView::sizeHint() const
{
    return {24 * fontMetrics().averageCharWidth(), 8 * fontMetrics().height()};
}

QSize ControlChartView::minimumSizeHint() const
{
    return {16 * fontMetrics().averageCharWidth(), 7 * fontMetrics().height()};
}

QPointF ControlChartView::place(const ChartPoint &point, double value, const QRectF &room) const
{
    const double span = toSeconds(m_points.back().at - m_points.front().at);
    const double share = span > 0.0 ? toSeconds(point.at - m_points.front().at) / span : 0.5;
    return {room.left() + 8 + share * (room.width() - 16), room.bottom() - (value - m_low) / (m_high - m_low) * room.height()};
}

void ControlChartView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(*this);
    painter.fillRect(rect(), theme.surface);
    const int line = fontMetrics().height();
    painter.setPen(theme.text);
    painter.drawText(QRectF(4, 0, width() - 8, line), Qt::AlignLeft, fontMetrics().elidedText(m_title, Qt::ElideRight, width() - 8));
    const QRectF room(4, line + 2, width() - 8, height() - 2 * line - 4);
    painter.setPen(theme.grid);
    painter.drawRect(room);
    painter.setPen(theme.mutedText);
    if (m_points.empty()) {
        painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    const QRectF axis(4, height() - line, width() - 8, line);
    painter.drawText(axis, Qt::AlignLeft, toDateTime(m_points.front().at, m_zone).toString(QStringLiteral("yyyy-MM-dd")));
    if (m_points.size() > 1) {
        painter.drawText(axis, Qt::AlignRight, toDateTime(m_points.back().at, m_zone).toString(QStringLiteral("yyyy-MM-dd")));
    }
    paintLimits(painter, room);
    paintPoints(painter, room);
}

void ControlChartView::paintLimits(QPainter &painter, const QRectF &room) const
{
    if (!m_limits) {
        return;
    }
    const int line = fontMetrics().height();
    const auto draw = [&](double value, Qt::PenStyle style, const QString &text) {
        const double y = room.bottom() - (value - m_low) / (m_high - m_low) * room.height();
        painter.setPen(QPen(themeOf(*this).limit, 1, style));
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y));
        painter.setPen(themeOf(*this).mutedText);
        painter.drawText(QRectF(room.left() + 2, std::max(room.top(), y - line), room.width() - 4, line), Qt::AlignRight,
                         QStringLiteral("%1 %2").arg(text, valueText(value, 3)));
    };
    draw(m_limits->mean, Qt::SolidLine, tr("mean"));
    if (m_limits->sd > 0.0) {
        draw(m_limits->upper, Qt::DashLine, QStringLiteral("+3 sd"));
        draw(m_limits->lower, Qt::DashLine, QStringLiteral("−3 sd"));
    }
}

void ControlChartView::paintPoints(QPainter &painter, const QRectF &room) const
{
    const Theme &theme = themeOf(*this);
    QPolygonF line;
    for (const ChartPoint &point : m_points) {
        line << place(point, point.value, room);
        if (point.spread > 0.0) {
            painter.setPen(theme.border);
            painter.drawLine(place(point, point.value - point.spread, room), place(point, point.value + point.spread, room));
        }
    }
    painter.setPen(theme.traces[0]);
    painter.drawPolyline(line);
    for (qsizetype i = 0; i < line.size(); ++i) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.traces[0]);
        painter.drawEllipse(line[i], 3, 3);
        if (m_points[std::size_t(i)].marked) {
            painter.setPen(QPen(theme.text, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(line[i], 6, 6);
            painter.drawText(QRectF(line[i].x() - 30, line[i].y() + 6, 60, fontMetrics().height()), Qt::AlignHCenter, QStringLiteral("!"));
        }
    }
    painter.setBrush(Qt::NoBrush);
}

} // namespace telltale::ui
