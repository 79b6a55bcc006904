// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_painter.h"

#include "ui/charts/line_pen.h"
#include "ui/charts/value_text.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace telltale::ui {

namespace {

constexpr double kDotSize = 6.0;
constexpr double kStripHeight = 5.0;
constexpr double kHatchWidth = 6.0;

QString words(const char *text)
{
    return QCoreApplication::translate("TrendPainter", text);
}

QPixmap dotPixmap(const Theme &theme, double ratio)
{
    const int side = qRound((kDotSize + 2.0) * ratio);
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.scale(ratio, ratio);
    painter.setPen(QPen(theme.surface, 1.0));
    painter.setBrush(theme.anomaly);
    painter.drawEllipse(QRectF(1.0, 1.0, kDotSize, kDotSize));
    return pixmap;
}

void paintBandPiece(QPainter &painter, const Theme &theme, const QPolygonF &upper, const QPolygonF &lower)
{
    QPolygonF area = upper;
    for (qsizetype i = lower.size(); i > 0; --i)
        area.append(lower[i - 1]);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.band);
    painter.drawPolygon(area);
    painter.setPen(QPen(theme.limit, 0)); // cosmetic: one device pixel is enough for an edge
    painter.drawPolyline(upper);
    painter.drawPolyline(lower);
}

} // namespace

void TrendPainter::setTheme(const Theme &theme)
{
    m_theme = &theme;
    m_dot = QPixmap();
}

void TrendPainter::paint(QPainter &painter, const PlotMap &map, const TrendSection &section, const SensorSpec &sensor)
{
    painter.save();
    painter.setClipRect(map.plot);
    paintRuns(painter, map, section);
    paintBand(painter, map, section);
    if (sensor.high)
        paintLimit(painter, map, *sensor.high, words(QT_TRANSLATE_NOOP("TrendPainter", "range high")));
    if (sensor.low)
        paintLimit(painter, map, *sensor.low, words(QT_TRANSLATE_NOOP("TrendPainter", "range low")));
    paintLine(painter, map, section);
    paintAnomalies(painter, map, section);
    painter.restore();
}

void TrendPainter::paintRuns(QPainter &painter, const PlotMap &map, const TrendSection &section) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    for (const TrendRun &run : section.runs) {
        const bool bad = run.kind == ChunkMarks::Kind::BadQuality;
        const double left = std::max(map.plot.left(), map.x(run.interval.from));
        const double right = std::max(left + 1.0, std::min(map.plot.right(), map.x(run.interval.to)));
        // Bad quality covers the readings' background; "no decision" only runs along the bottom, it says nothing about the readings.
        const double top = bad ? map.plot.top() : map.plot.bottom() - kStripHeight;
        painter.setBrush(QBrush(bad ? m_theme->quality : m_theme->mutedText, bad ? Qt::BDiagPattern : Qt::Dense4Pattern));
        painter.drawRect(QRectF(left, top, right - left, map.plot.bottom() - top));
    }
}

void TrendPainter::paintBand(QPainter &painter, const PlotMap &map, const TrendSection &section) const
{
    QPolygonF upper;
    QPolygonF lower;
    for (const BandPoint &point : section.band) {
        if (point.gap && !upper.isEmpty()) {
            paintBandPiece(painter, *m_theme, upper, lower);
            upper.clear();
            lower.clear();
        }
        upper.append(map.point(point.time, double(point.upper)));
        lower.append(map.point(point.time, double(point.lower)));
    }
    if (!upper.isEmpty())
        paintBandPiece(painter, *m_theme, upper, lower);
}

void TrendPainter::paintLimit(QPainter &painter, const PlotMap &map, double limit, const QString &label) const
{
    if (limit < map.low || limit > map.high)
        return;
    const double y = std::round(map.y(limit));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(m_theme->limit, 1.0, Qt::DashLine));
    painter.drawLine(QPointF(map.plot.left(), y), QPointF(map.plot.right(), y));
    const QString text = label + ' ' + valueText(limit);
    const double height = painter.fontMetrics().height();
    const double top = y - height < map.plot.top() ? y + 1.0 : y - height;
    painter.setPen(m_theme->mutedText);
    painter.drawText(QRectF(map.plot.left() + 4.0, top, map.plot.width() - 8.0, height), Qt::AlignLeft | Qt::AlignVCenter, text);
}

void TrendPainter::paintLine(QPainter &painter, const PlotMap &map, const TrendSection &section) const
{
    LinePen pen(painter, m_theme->traces.front());
    for (const TrendPoint &point : section.points)
        pen.add(map.point(point.time, point.value), point.gap);
    const double width = map.plot.width() / double(std::max<std::size_t>(1, section.columns.size()));
    for (std::size_t i = 0; i < section.columns.size(); ++i)
        pen.addColumn(map.plot.left() + double(i) * width, width, section.columns[i], [&](float value) { return map.y(double(value)); });
}

void TrendPainter::paintAnomalies(QPainter &painter, const PlotMap &map, const TrendSection &section)
{
    if (section.anomalies.empty())
        return;
    const double ratio = painter.device()->devicePixelRatioF();
    const int side = qRound((kDotSize + 2.0) * ratio);
    if (m_dot.width() != side)
        m_dot = dotPixmap(*m_theme, ratio);
    QList<QPainter::PixmapFragment> dots;
    dots.reserve(qsizetype(section.anomalies.size()));
    for (const TrendPoint &point : section.anomalies)
        dots.append(QPainter::PixmapFragment::create(map.point(point.time, point.value), QRectF(0, 0, side, side), 1 / ratio, 1 / ratio));
    painter.drawPixmapFragments(dots.constData(), int(dots.size()), m_dot);
}

void paintHatchedFrame(QPainter &painter, const QRectF &frame, const Theme &theme)
{
    QPainterPath ring;
    ring.addRect(frame);
    ring.addRect(frame.adjusted(kHatchWidth, kHatchWidth, -kHatchWidth, -kHatchWidth));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillPath(ring, theme.surface);
    painter.fillPath(ring, QBrush(theme.text, Qt::BDiagPattern));
    painter.restore();
}

} // namespace telltale::ui
