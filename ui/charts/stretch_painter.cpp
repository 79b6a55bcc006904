// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/stretch_painter.h"

#include "ui/charts/value_text.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace telltale::ui {

namespace {

constexpr int kUsualDigits = 4;
constexpr int kMostDigits = 9;

QString tr(const char *text)
{
    return QCoreApplication::translate("StretchPainter", text);
}

struct Range {
    double low = 0.0;
    double high = 0.0;
};

Range rangeOf(const StretchPair &pair)
{
    const auto [low, high] = std::minmax_element(pair.actual.begin(), pair.actual.end());
    const auto [pastLow, pastHigh] = std::minmax_element(pair.nearest.begin(), pair.nearest.end());
    return {std::min(*low, *pastLow), std::max(*high, *pastHigh)};
}

/// A stretch that stands still lies in the middle.
double heightOf(double value, const Range &range, const QRectF &plot)
{
    const double share = range.high > range.low ? (value - range.low) / (range.high - range.low) : 0.5;
    return plot.bottom() - plot.height() * share;
}

QPolygonF lineOf(const std::vector<double> &values, const Range &range, const QRectF &plot)
{
    QPolygonF line;
    for (std::size_t i = 0; i < values.size(); ++i)
        line << QPointF(plot.left() + plot.width() * double(i) / double(values.size() - 1), heightOf(values[i], range, plot));
    return line;
}

void paintScale(QPainter &painter, const QRectF &room, const QRectF &plot, const Range &range, const StretchPair &pair,
                const StretchLook &look)
{
    const StretchScale scale = stretchScale(pair);
    const double line = QFontMetricsF(painter.font()).height();
    const auto paint = [&](double value, const QString &text) {
        const double y = heightOf(value, range, plot);
        painter.setPen(QPen(look.grid, 0.5));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(look.text);
        painter.drawText(QRectF(room.left(), y - line / 2.0, plot.left() - room.left() - line / 3.0, line),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, text);
    };
    paint(range.low, scale.low);
    if (range.high > range.low)
        paint(range.high, scale.high);
}

void paintName(QPainter &painter, const QRectF &room, const QPen &pen, const QString &name, const QColor &text)
{
    const QFontMetricsF metrics(painter.font());
    const double swatch = 3.0 * metrics.averageCharWidth();
    painter.setPen(pen);
    painter.drawLine(QPointF(room.left(), room.center().y()), QPointF(room.left() + swatch, room.center().y()));
    const QRectF words = room.adjusted(swatch + room.height() / 2.0, 0.0, 0.0, 0.0);
    painter.setPen(text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(name, Qt::ElideRight, words.width()));
}

} // namespace

bool StretchPair::canBeDrawn() const
{
    const auto known = [](double value) { return std::isfinite(value); };
    return actual.size() > 1 && actual.size() == nearest.size() && std::all_of(actual.begin(), actual.end(), known)
           && std::all_of(nearest.begin(), nearest.end(), known);
}

StretchScale stretchScale(const StretchPair &pair)
{
    const Range range = rangeOf(pair);
    StretchScale scale{valueText(range.low, kUsualDigits), valueText(range.high, kUsualDigits)};
    for (int digits = kUsualDigits + 1; digits <= kMostDigits && range.low < range.high && scale.low == scale.high; ++digits)
        scale = {valueText(range.low, digits), valueText(range.high, digits)};
    if (pair.unit.empty())
        return scale;
    const QString unit = ' ' + toQt(pair.unit);
    return {scale.low + unit, scale.high + unit};
}

QString stretchWords(const StretchPair &pair)
{
    const StretchScale scale = stretchScale(pair);
    return tr("Last %1 readings, ending at %2; the most similar stretch of its own past ended at %3. All between %4 and %5")
        .arg(QString::number(pair.actual.size()), valueWithUnit(pair.actual.back(), pair.unit),
             valueWithUnit(pair.nearest.back(), pair.unit), scale.low, scale.high);
}

void paintStretches(QPainter &painter, const QRectF &box, const StretchPair &pair, const StretchLook &look)
{
    const QFontMetricsF metrics(painter.font());
    const double line = metrics.height();
    const StretchScale scale = stretchScale(pair);
    const double labels = std::max(metrics.horizontalAdvance(scale.low), metrics.horizontalAdvance(scale.high));
    const QRectF plot = box.adjusted(std::min(labels + line / 2.0, box.width() / 2.0), line / 2.0, -2.0, -2.5 * line);
    const Range range = rangeOf(pair);
    paintScale(painter, box, plot, range, pair, look);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look.nearest);
    painter.drawPolyline(lineOf(pair.nearest, range, plot));
    painter.setPen(look.actual);
    painter.drawPolyline(lineOf(pair.actual, range, plot));
    painter.restore();
    const QRectF name(box.left(), box.bottom() - 2.0 * line, box.width(), line);
    paintName(painter, name, look.actual, tr("last %1 readings").arg(pair.actual.size()), look.text);
    paintName(painter, name.translated(0.0, line), look.nearest, tr("most similar stretch of its past"), look.text);
}

} // namespace telltale::ui
