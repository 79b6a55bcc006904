// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_chart.h"

#include "core/report/chart_geometry.h"
#include "ui/charts/stretch_painter.h"
#include "ui/text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>
#include <algorithm>

namespace telltale::ui {

namespace {

const QColor kBand(225, 225, 225);
const QColor kGrid(210, 210, 210);

QPolygonF polygonOf(const report::ChartLine &line)
{
    QPolygonF polygon;
    polygon.reserve(qsizetype(line.size()));
    for (const report::ChartPoint &point : line) {
        polygon << QPointF(point.x, point.y);
    }
    return polygon;
}

void paintCurves(QPainter &painter, const report::ChartCurves &curves, const report::ChartFrame &frame)
{
    painter.save();
    painter.setClipRect(QRectF(frame.left, frame.top, frame.width, frame.height));
    painter.setPen(Qt::NoPen);
    painter.setBrush(kBand);
    for (const report::ChartLine &area : bandAreas(curves, frame)) {
        painter.drawPolygon(polygonOf(area));
    }
    painter.setPen(QPen(Qt::black, 0.6));
    painter.setBrush(Qt::NoBrush);
    for (const report::ChartLine &values : valueLines(curves, frame)) {
        painter.drawPolyline(polygonOf(values));
    }
    painter.restore();
}

void paintAxes(QPainter &painter, const report::ChartCurves &curves, const report::ChartFrame &frame)
{
    const double line = QFontMetricsF(painter.font()).height();
    const double bottom = frame.top + frame.height;
    for (const report::ChartTick &tick : curves.valueTicks) {
        const double y = frame.y(tick.at);
        painter.setPen(QPen(kGrid, 0.4));
        painter.drawLine(QPointF(frame.left, y), QPointF(frame.left + frame.width, y));
        painter.setPen(Qt::black);
        painter.drawText(QRectF(frame.left - 60, y - line / 2, 56, line), Qt::AlignRight | Qt::AlignVCenter, toQt(tick.label));
    }
    for (const report::ChartTick &tick : curves.timeTicks) {
        const double x = frame.x(tick.at);
        painter.setPen(QPen(kGrid, 0.4));
        painter.drawLine(QPointF(x, frame.top), QPointF(x, bottom));
        painter.setPen(Qt::black);
        painter.drawText(QRectF(x - 40, bottom + 1, 80, line), Qt::AlignHCenter | Qt::AlignTop, toQt(tick.label));
    }
    painter.setPen(QPen(Qt::gray, 0.5));
    painter.drawRect(QRectF(frame.left, frame.top, frame.width, frame.height));
}

/// Hatched at the foot of the plot, with what it was in words.
void paintSpans(QPainter &painter, const report::ChartCurves &curves, const report::ChartFrame &frame)
{
    const double line = QFontMetricsF(painter.font()).height();
    for (const report::ChartSpan &span : curves.spans) {
        const double left = frame.x(double(toNanos(span.from)));
        const QRectF room(left, frame.top + frame.height - line, frame.x(double(toNanos(span.until))) - left, line);
        painter.setPen(QPen(Qt::darkGray, 0.6));
        painter.setBrush(QBrush(Qt::darkGray, Qt::BDiagPattern));
        painter.drawRect(room);
        painter.setPen(Qt::black);
        const bool atTheEnd = left > frame.left + 0.75 * frame.width;
        const QRectF words(atTheEnd ? left - 150 : left + 1, room.top() - line, 150, line);
        painter.drawText(words, (atTheEnd ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, toQt(span.label));
    }
    painter.setBrush(Qt::NoBrush);
}

/// "V first violation · R raised"
QString legendOf(const report::ChartCurves &curves)
{
    QStringList legend;
    for (const report::ChartMark &mark : curves.marks) {
        const QString entry = QStringLiteral("%1 %2").arg(QLatin1Char(mark.letter)).arg(toQt(mark.label));
        if (!legend.contains(entry)) {
            legend << entry;
        }
    }
    return legend.join(QStringLiteral(" · "));
}

void paintMarks(QPainter &painter, const report::ChartCurves &curves, const report::ChartFrame &frame)
{
    double lastLetter = frame.left - 20.0;
    for (const report::ChartMark &mark : curves.marks) {
        const double x = frame.x(double(toNanos(mark.time)));
        painter.setPen(mark.strong ? QPen(Qt::black, 1.0) : QPen(Qt::black, 0.6, Qt::DashLine));
        painter.drawLine(QPointF(x, frame.top), QPointF(x, frame.top + frame.height));
        lastLetter = std::max(x, lastLetter + 8.0); // letters step aside, lines do not
        painter.drawText(QRectF(lastLetter - 20, frame.top - 12, 40, 12), Qt::AlignCenter, QString(QLatin1Char(mark.letter)));
    }
}

} // namespace

void paintReportChart(QPainter &painter, const QRectF &box, const report::ChartRequest &chart)
{
    const report::ChartCurves curves = report::curvesOf(chart);
    if (curves.empty()) {
        return;
    }
    const double line = QFontMetricsF(painter.font()).height();
    const QRectF plot = box.adjusted(62, 2.4 * line, -4, -2.4 * line);
    const report::ChartFrame frame{plot.left(), plot.top(), plot.width(), plot.height(), chart.from, chart.to, curves.low, curves.high};
    painter.setPen(Qt::black);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignTop, toQt(chart.title + " · " + chart.valueAxis));
    paintAxes(painter, curves, frame);
    paintCurves(painter, curves, frame);
    paintSpans(painter, curves, frame);
    paintMarks(painter, curves, frame);
    painter.setPen(Qt::black);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignBottom, legendOf(curves));
    painter.drawText(box, Qt::AlignRight | Qt::AlignBottom, toQt(chart.timeAxis));
}

void paintReportStretch(QPainter &painter, const QRectF &box, const report::StretchRequest &stretch)
{
    const StretchPair pair{stretch.actual, stretch.nearest, stretch.unit};
    if (!pair.canBeDrawn()) {
        return;
    }
    const double line = QFontMetricsF(painter.font()).height();
    painter.setPen(Qt::black);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignTop, toQt(stretch.title + ": " + stretch.description));
    paintStretches(painter, box.adjusted(0.0, 1.5 * line, 0.0, 0.0), pair,
                   {QPen(Qt::black, 0.8), QPen(Qt::darkGray, 0.8, Qt::DashLine), Qt::black, Qt::lightGray});
}

} // namespace telltale::ui
