// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/hover_readout.h"

#include "core/model/score.h"
#include "ui/charts/time_text.h"
#include "ui/charts/value_text.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QPainter>
#include <cmath>

namespace telltale::ui {

namespace {

constexpr double kPadding = 6.0;
constexpr double kDistance = 12.0; ///< from the anchor

QString words(const char *text)
{
    return QCoreApplication::translate("HoverReadout", text);
}

QString scoreLine(const Chunk &chunk, std::size_t i)
{
    const QString verdict = toQt(toText(chunk.verdict(i)));
    if ((chunk.flags[i] & Chunk::kNotScored) != 0)
        return words(QT_TRANSLATE_NOOP("HoverReadout", "came late or twice: not judged"));
    if (!std::isfinite(chunk.score[i]))
        return words(QT_TRANSLATE_NOOP("HoverReadout", "score \u2013: %1")).arg(verdict);
    return words(QT_TRANSLATE_NOOP("HoverReadout", "score %1 (limit 1): %2")).arg(valueText(double(chunk.score[i]), 3), verdict);
}

} // namespace

QStringList readoutLines(const SensorSpec &sensor, const SampleRef &sample)
{
    const Chunk &chunk = *sample.chunk;
    const std::size_t i = sample.index;
    QStringList lines;
    const UtcTime at = fromNanos(sample.time());
    lines.append(QStringList{dateText(at), clockText(at, 3), zoneText(at)}.join(QLatin1Char(' ')));
    lines.append(toQt(sensor.key.sensor) + ' ' + valueWithUnit(sample.value(), sensor.unit));
    if (std::isfinite(chunk.lower[i]) && std::isfinite(chunk.upper[i]))
        lines.append(words(QT_TRANSLATE_NOOP("HoverReadout", "expected %1 to %2"))
                         .arg(valueText(double(chunk.lower[i])), valueWithUnit(double(chunk.upper[i]), sensor.unit)));
    lines.append(scoreLine(chunk, i));
    if (chunk.quality(i) != Quality::Good)
        lines.append(words(QT_TRANSLATE_NOOP("HoverReadout", "quality %1")).arg(toQt(toText(chunk.quality(i)))));
    return lines;
}

QStringList cellLines(const SensorSpec &sensor, const SampleRef &sample, RollupLevel level)
{
    const Chunk &chunk = *sample.chunk;
    const std::int64_t cell = cellIndex(sample.time(), level);
    double low = kMissing;
    double high = kMissing;
    bool anomalous = false;
    const auto inside = [&](std::size_t i) { return cellIndex(chunk.t[i], level) == cell; };
    std::size_t first = sample.index;
    while (first > 0 && inside(first - 1))
        --first;
    for (std::size_t i = first; i < chunk.size() && inside(i); ++i) {
        low = std::fmin(low, chunk.value[i]);
        high = std::fmax(high, chunk.value[i]);
        anomalous = anomalous || chunk.verdict(i) == Verdict::Anomalous;
    }
    const UtcTime from = fromNanos(cell * cellLength(level));
    const UtcTime to = fromNanos((cell + 1) * cellLength(level));
    QStringList lines{level == RollupLevel::Day
                          ? dateText(from)
                          : QStringLiteral("%1 %2\u2013%3 %4").arg(dateText(from), clockText(from), clockText(to), zoneText(from))};
    lines.append(words(QT_TRANSLATE_NOOP("HoverReadout", "%1 from %2 to %3"))
                     .arg(toQt(sensor.key.sensor), valueText(low), valueWithUnit(high, sensor.unit)));
    if (anomalous)
        lines.append(words(QT_TRANSLATE_NOOP("HoverReadout", "anomalous in between")));
    return lines;
}

void paintReadout(QPainter &painter, const QRectF &bounds, QPointF anchor, const QStringList &lines, const Theme &theme)
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    double width = 0.0;
    for (const QString &line : lines)
        width = std::max(width, metrics.horizontalAdvance(line));
    width = std::min(width, bounds.width() - 2.0 * kPadding);
    QRectF box(0, 0, width + 2.0 * kPadding, metrics.height() * double(lines.size()) + 2.0 * kPadding);
    const bool left = anchor.x() + kDistance + box.width() > bounds.right();
    box.moveLeft(std::max(bounds.left(), left ? anchor.x() - kDistance - box.width() : anchor.x() + kDistance));
    box.moveTop(std::clamp(anchor.y() + kDistance, bounds.top(), std::max(bounds.top(), bounds.bottom() - box.height())));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(theme.border);
    painter.setBrush(theme.background);
    painter.drawRect(box);
    painter.setPen(theme.text);
    QRectF row(box.left() + kPadding, box.top() + kPadding, width, metrics.height());
    for (const QString &line : lines) {
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, metrics.elidedText(line, Qt::ElideRight, width));
        row.translate(0, metrics.height());
    }
}

} // namespace telltale::ui
