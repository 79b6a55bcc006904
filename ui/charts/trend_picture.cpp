// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_picture.h"

#include "core/envelope/rollup_choice.h"
#include "ui/charts/default_span.h"
#include "ui/charts/hover_readout.h"
#include "ui/charts/mark_painter.h"
#include "ui/charts/silence.h"
#include "ui/charts/time_text.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>

namespace telltale::ui {

namespace {

constexpr double kTitleEdges = 6.0; ///< what Qt Charts leaves free around a title, and rounding: beyond that it cuts the title
constexpr double kReach = 40.0;     ///< a readout tells about samples no farther than this from the mouse

QString words(const char *text)
{
    return QCoreApplication::translate("TrendPicture", text);
}

TimeInterval intervalOf(const TrendRange &range)
{
    // The right edge belongs to the picture.
    return {toNanos(range.begin()), toNanos(range.end()) + 1};
}

QString dateTitle(const TrendRange &range)
{
    const QString first = dateText(range.begin());
    const QString last = dateText(range.end());
    return (first == last ? first : first + QStringLiteral(" \u2013 ") + last) + QLatin1Char(' ') + zoneText(range.end());
}

} // namespace

void TrendPicture::setTheme(const Theme &theme)
{
    m_theme = &theme;
    m_painter.setTheme(theme);
}

bool TrendPicture::setMarks(std::vector<TrendMark> marks)
{
    std::erase_if(marks, [](const TrendMark &mark) { return mark.at == kNoTime; });
    std::stable_sort(marks.begin(), marks.end(), [](const TrendMark &a, const TrendMark &b) { return a.at < b.at; });
    const bool changes = m_marks != marks;
    m_marks = std::move(marks);
    return changes;
}

void TrendPicture::rebuild(const Room &room)
{
    const TimeInterval sight = intervalOf(range);
    m_columns = std::size_t(std::max(0.0, std::round(room.plot.width() * room.ratio)));
    m_section = sectionOf(samples, sight, m_columns, longestStep(samples, sight, period()));
    const ValueExtent fallback{sensor.low.value_or(0.0), sensor.high.value_or(sensor.low.value_or(0.0) + 1.0)};
    const ValueExtent possible{sensor.low.value_or(-kUnlimited), sensor.high.value_or(kUnlimited)};
    const ValueTicks &ticks = m_axis.fit(extentOf(m_section, possible), fallback, room.valueTicks);
    m_map = {room.plot, range.begin(), range.end(), ticks.low, ticks.high};
    m_placed = placeMarks(m_marks, m_map, room.strip, markSize(QFontMetricsF(room.font)));
    buildFrame(room);
}

Duration TrendPicture::period() const
{
    if (sensor.period > Duration::zero())
        return sensor.period;
    if (!samples.level())
        m_period = typicalStep(samples.chunks());
    return m_period;
}

std::optional<RollupLevel> TrendPicture::wantedLevel() const
{
    return m_columns == 0 ? samples.level() : envelope::levelFor(range.span().count(), m_columns, period().count());
}

QString TrendPicture::unitText() const
{
    return sensor.unit.empty() ? words(QT_TRANSLATE_NOOP("TrendPicture", "unit unknown")) : toQt(sensor.unit);
}

void TrendPicture::buildFrame(const Room &room)
{
    m_frame.spanSec = toSeconds(range.span());
    m_frame.end = range.end();
    m_frame.times =
        range.live() ? relativeTicks(range.end(), range.span(), room.timeTicks) : clockTicks(range.begin(), range.end(), room.timeTicks);
    m_frame.timeTitle = range.live() ? words(QT_TRANSLATE_NOOP("TrendPicture", "before now")) : dateTitle(range);
    m_frame.values = m_axis.ticks();
    m_frame.valueTitle = m_titled ? valueTitle(room).toHtmlEscaped() : QString();
}

/// Upwards beside the axis; a name cut short would say nothing, and the status line has it.
QString TrendPicture::valueTitle(const Room &room) const
{
    const QString unit = unitText();
    const QFontMetricsF metrics(room.font);
    const auto fits = [&](const QString &title) { return metrics.horizontalAdvance(title) + kTitleEdges <= room.plot.height(); };
    const QString whole = QStringLiteral("%1 (%2)").arg(toQt(sensor.key.sensor), unit);
    if (fits(whole))
        return whole;
    return fits(unit) ? unit : QString();
}

void TrendPicture::paint(QPainter &painter, const QString &emptyText)
{
    m_painter.paint(painter, m_map, m_section, sensor);
    paintMarks(painter, m_map, m_marks, m_placed, *m_theme);
    if (m_section.samples > 0 || !m_section.points.empty())
        return;
    painter.setPen(m_theme->mutedText);
    painter.drawText(m_map.plot, Qt::AlignCenter, emptyText);
}

const PlacedMark *TrendPicture::markAt(QPointF at) const
{
    const auto found = std::find_if(m_placed.begin(), m_placed.end(),
                                    [&](const PlacedMark &mark) { return mark.box.adjusted(-2, -4, 2, 4).contains(at); });
    return found == m_placed.end() ? nullptr : &*found;
}

std::optional<SampleRef> TrendPicture::sampleAt(QPointF at) const
{
    if (!m_map.plot.contains(at))
        return std::nullopt;
    const auto sample = samples.nearest(toNanos(m_map.time(at.x())));
    const bool near = sample && std::fabs(m_map.x(sample->time()) - at.x()) <= kReach;
    return near ? sample : std::nullopt;
}

QStringList TrendPicture::hoverLines(QPointF at) const
{
    if (const PlacedMark *mark = markAt(at))
        return markLines(m_marks, *mark);
    const auto sample = sampleAt(at);
    if (!sample)
        return {};
    return samples.level() && sample->time() < samples.traceBegin().value_or(std::numeric_limits<std::int64_t>::max())
               ? cellLines(sensor, *sample, *samples.level())
               : readoutLines(sensor, *sample);
}

void TrendPicture::paintHover(QPainter &painter, const QRectF &bounds, QPointF at, const QStringList &lines) const
{
    if (lines.isEmpty())
        return;
    const auto sample = markAt(at) ? std::nullopt : sampleAt(at);
    if (sample) {
        const double x = std::clamp(std::round(m_map.x(sample->time())), m_map.plot.left(), m_map.plot.right());
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(m_theme->text, 0));
        painter.drawLine(QPointF(x, m_map.plot.top()), QPointF(x, m_map.plot.bottom() - 1.0));
    }
    paintReadout(painter, bounds, at, lines, *m_theme);
}

} // namespace telltale::ui
