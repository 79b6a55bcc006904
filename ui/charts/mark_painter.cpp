// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/mark_painter.h"

#include "core/model/alarm_definition.h"
#include "ui/charts/time_text.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <array>

namespace telltale::ui {

namespace {

constexpr std::size_t kMostLines = 8;

QString words(const char *text)
{
    return QCoreApplication::translate("MarkPainter", text);
}

using Drawing = void (*)(QPainter &, const Theme &, const TrendMark &);

const std::array<QPointF, 3> kTriangle{QPointF(0.06, 0.14), QPointF(0.94, 0.14), QPointF(0.5, 0.92)};

// All symbols are drawn in the unit square.

void drawRaise(QPainter &painter, const Theme &theme, const TrendMark &mark)
{
    painter.setPen(QPen(theme.text, 0.09));
    painter.setBrush(theme.priority(mark.priority));
    painter.drawPolygon(kTriangle.data(), 3);
}

void drawClear(QPainter &painter, const Theme &theme, const TrendMark &)
{
    painter.setPen(QPen(theme.text, 0.11));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(kTriangle.data(), 3);
}

void drawAcknowledge(QPainter &painter, const Theme &theme, const TrendMark &)
{
    const std::array<QPointF, 3> tick{QPointF(0.1, 0.55), QPointF(0.38, 0.85), QPointF(0.92, 0.16)};
    painter.setPen(QPen(theme.text, 0.16, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(tick.data(), 3);
}

void drawFirstViolation(QPainter &painter, const Theme &theme, const TrendMark &)
{
    const std::array<QPointF, 4> stroke{QPointF(0.36, 0.06), QPointF(0.64, 0.06), QPointF(0.57, 0.64), QPointF(0.43, 0.64)};
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.text);
    painter.drawPolygon(stroke.data(), 4);
    painter.drawEllipse(QPointF(0.5, 0.84), 0.12, 0.12);
}

void drawNote(QPainter &painter, const Theme &theme, const TrendMark &)
{
    const std::array<QPointF, 5> pencil{QPointF(0.06, 0.94), QPointF(0.14, 0.64), QPointF(0.7, 0.08), QPointF(0.92, 0.3),
                                        QPointF(0.36, 0.86)};
    painter.setPen(QPen(theme.text, 0.1, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(pencil.data(), 5);
}

void drawHeld(QPainter &painter, const Theme &theme, const TrendMark &)
{
    painter.setPen(QPen(theme.text, 0.1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(0.08, 0.2, 0.84, 0.6));
    painter.drawLine(QPointF(0.08, 0.8), QPointF(0.5, 0.2));
    painter.drawLine(QPointF(0.5, 0.8), QPointF(0.92, 0.2));
}

struct KindRow {
    Drawing draw;
    const char *words;
    bool numbered;      ///< shows the priority
    bool lineDown;      ///< marks its instant through the whole plot
    Qt::PenStyle style; ///< of that line
};

/// By kind: first violation, raise, clear, acknowledge, note, note on a range, kept from people.
constexpr std::array<KindRow, 7> kRows{
    KindRow{drawFirstViolation, QT_TRANSLATE_NOOP("MarkPainter", "first violation"), true, true, Qt::DotLine},
    KindRow{drawRaise, QT_TRANSLATE_NOOP("MarkPainter", "raised"), true, true, Qt::SolidLine},
    KindRow{drawClear, QT_TRANSLATE_NOOP("MarkPainter", "cleared"), true, true, Qt::DashLine},
    KindRow{drawAcknowledge, QT_TRANSLATE_NOOP("MarkPainter", "acknowledged"), true, false, Qt::NoPen},
    KindRow{drawNote, QT_TRANSLATE_NOOP("MarkPainter", "note"), false, false, Qt::NoPen},
    KindRow{drawNote, QT_TRANSLATE_NOOP("MarkPainter", "note on a range"), false, false, Qt::NoPen},
    KindRow{drawHeld, QT_TRANSLATE_NOOP("MarkPainter", "kept from people"), true, false, Qt::NoPen},
};

const KindRow &rowOf(const TrendMark &mark)
{
    return kRows[std::size_t(mark.kind)];
}

QString labelOf(const TrendMark &mark, std::size_t count)
{
    const bool numbered = rowOf(mark).numbered && mark.priority != Priority::Diagnostic;
    const QString number = numbered ? QString::number(int(mark.priority)) : QString();
    return count > 1 ? number + QStringLiteral(" +") + QString::number(count - 1) : number;
}

void paintMark(QPainter &painter, const PlacedMark &placed, const TrendMark &mark, const Theme &theme)
{
    const double side = placed.box.height();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.translate(placed.x - side / 2.0, placed.box.top());
    painter.scale(side, side);
    rowOf(mark).draw(painter, theme, mark);
    painter.restore();
    painter.setPen(theme.text);
    const QRectF room(placed.x + side / 2.0 + 1.0, placed.box.top() - 2.0, 4.0 * side, placed.box.height() + 4.0);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, labelOf(mark, placed.count));
}

/// Hatched along the foot of the plot.
void paintHeld(QPainter &painter, const PlotMap &map, const TrendMark &mark, const Theme &theme)
{
    constexpr double kHigh = 7.0;
    if (mark.until < map.from || mark.at > map.to)
        return;
    const double left = map.x(toNanos(std::max(mark.at, map.from)));
    const double right = map.x(toNanos(std::min(mark.until, map.to)));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.mutedText, 1));
    painter.setBrush(QBrush(theme.mutedText, Qt::BDiagPattern));
    painter.drawRect(QRectF(left, map.plot.bottom() - kHigh, right - left, kHigh - 1.0));
    painter.setBrush(Qt::NoBrush);
}

/// From end to end of a range, with feet where it begins and ends in sight.
void paintBracket(QPainter &painter, const PlotMap &map, const TrendMark &mark, const Theme &theme)
{
    constexpr double kFoot = 5.0;
    if (mark.until == kNoTime || mark.until < map.from || mark.at > map.to)
        return;
    const double y = map.plot.top() + 2.0;
    const double left = map.x(toNanos(std::max(mark.at, map.from)));
    const double right = map.x(toNanos(std::min(mark.until, map.to)));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.text, 2));
    painter.drawLine(QPointF(left, y), QPointF(right, y));
    if (mark.at >= map.from)
        painter.drawLine(QPointF(left, y), QPointF(left, y + kFoot));
    if (mark.until <= map.to)
        painter.drawLine(QPointF(right, y), QPointF(right, y + kFoot));
}

} // namespace

QSizeF markSize(const QFontMetricsF &metrics)
{
    const double side = metrics.ascent();
    return {side + metrics.horizontalAdvance(QStringLiteral("1 +99")), side};
}

void paintMarks(QPainter &painter, const PlotMap &map, std::span<const TrendMark> marks, std::span<const PlacedMark> placed,
                const Theme &theme)
{
    for (const TrendMark &mark : marks) {
        if (mark.kind == TrendMark::Kind::Held)
            paintHeld(painter, map, mark, theme);
        else
            paintBracket(painter, map, mark, theme);
    }
    for (const PlacedMark &place : placed) {
        const TrendMark &mark = marks[place.leading];
        if (rowOf(mark).lineDown) {
            painter.setRenderHint(QPainter::Antialiasing, false);
            painter.setPen(QPen(theme.mutedText, 0, rowOf(mark).style));
            painter.drawLine(QPointF(place.x, map.plot.top()), QPointF(place.x, map.plot.bottom() - 1.0));
        }
        paintMark(painter, place, mark, theme);
    }
}

QString markWords(const TrendMark &mark)
{
    QString line = words(rowOf(mark).words);
    if (rowOf(mark).numbered)
        line += QStringLiteral(", ") + toQt(toText(mark.priority));
    if (!mark.text.isEmpty())
        line += QStringLiteral(" \u2013 ") + mark.text;
    return line;
}

QStringList markLines(std::span<const TrendMark> marks, const PlacedMark &placed)
{
    QStringList lines;
    for (const TrendMark &mark : marks.subspan(placed.first, std::min(placed.count, kMostLines))) {
        const bool ends = mark.until != kNoTime && mark.until != TrendMark::kGoesOn;
        const QString end = ends ? QStringLiteral(" \u2013 ") + clockText(mark.until) : QString();
        lines.append(clockText(mark.at) + end + QLatin1Char(' ') + zoneText(mark.at) + QStringLiteral("  ") + markWords(mark));
    }
    if (placed.count > kMostLines)
        lines.append(words(QT_TRANSLATE_NOOP("MarkPainter", "and %1 more")).arg(placed.count - kMostLines));
    return lines;
}

} // namespace telltale::ui
