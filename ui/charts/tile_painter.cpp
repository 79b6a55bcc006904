// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/tile_painter.h"

#include "ui/charts/tile_texts.h"
#include "ui/charts/value_text.h"
#include "ui/style/priority_symbol.h"
#include "ui/text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

namespace telltale::ui {

namespace {

constexpr double kAlarmBorder = 3.0;

QFont scaled(QFont font, double factor, bool bold)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(1, qRound(font.pixelSize() * factor)));
    else
        font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(bold);
    return font;
}

/// Draws `text` at the right end of `row` and takes its room away from the row.
void takeRight(QPainter &painter, QRectF &row, const QString &text)
{
    if (text.isEmpty())
        return;
    const double width = std::min(QFontMetricsF(painter.font()).horizontalAdvance(text) + 1.0, row.width());
    const QRectF place(row.right() - width, row.top(), width, row.height());
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, width));
    row.setRight(place.left() - row.height() / 4.0);
}

void drawLeft(QPainter &painter, const QRectF &row, const QString &text)
{
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

/// Four bars: the outline of a rectangle takes a pen ten times as long, and most tiles have nothing else.
void paintEdges(QPainter &painter, const QRectF &bounds, const QColor &colour)
{
    painter.fillRect(QRectF(bounds.left(), bounds.top(), bounds.width(), 1.0), colour);
    painter.fillRect(QRectF(bounds.left(), bounds.bottom() - 1.0, bounds.width(), 1.0), colour);
    painter.fillRect(QRectF(bounds.left(), bounds.top(), 1.0, bounds.height()), colour);
    painter.fillRect(QRectF(bounds.right() - 1.0, bounds.top(), 1.0, bounds.height()), colour);
}

void paintBorder(QPainter &painter, const QRectF &bounds, const TileContent &content, const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    if (!showsAlarm(content.state) && !isDoubtful(content.state)) {
        paintEdges(painter, bounds, theme.border);
        return;
    }
    if (!showsAlarm(content.state)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.quality, 2.0, Qt::DashLine, Qt::FlatCap, Qt::MiterJoin));
        painter.drawRect(bounds.adjusted(1.0, 1.0, -1.0, -1.0));
        return;
    }
    // Between two thin lines in the text colour: the yellow of P3 alone would not be seen on a light background.
    painter.fillRect(bounds, theme.text);
    painter.fillRect(bounds.adjusted(1, 1, -1, -1), theme.priority(content.state.worstPriority));
    const double inner = 1.0 + kAlarmBorder;
    painter.fillRect(bounds.adjusted(inner, inner, -inner, -inner), theme.text);
    painter.fillRect(bounds.adjusted(inner + 1, inner + 1, -inner - 1, -inner - 1), theme.surface);
}

void paintNameRow(QPainter &painter, QRectF row, TileLayout &layout, const TileContent &content, const Theme &theme)
{
    const SensorState &state = content.state;
    const auto takeSquare = [&row] {
        const QRectF square(row.right() - row.height(), row.top(), row.height(), row.height());
        row.setRight(square.left() - row.height() / 4.0);
        return square;
    };
    if (showsAlarm(state))
        paintPrioritySymbol(painter, takeSquare(), state.worstPriority, theme, !isUnacknowledged(state.worstAlarm));
    if (isDoubtful(state))
        paintQualitySymbol(painter, takeSquare(), theme);
    painter.setPen(theme.text);
    painter.setFont(layout.smallFont);
    takeRight(painter, row, tileAlarmLabel(state));
    painter.setFont(layout.nameFont);
    drawLeft(painter, row, layout.nameText.fitted(toQt(content.sensor.key.sensor), layout.nameFont, row.width(), Qt::ElideRight));
}

void paintValueRow(QPainter &painter, QRectF row, const TileLayout &layout, const TileContent &content, const Theme &theme)
{
    painter.setFont(layout.valueFont);
    const QString value = valueWithUnit(content.state.value, content.sensor.unit);
    const double wanted = QFontMetricsF(layout.valueFont).horizontalAdvance(value) + 1.0;
    const double width = std::min(wanted, row.width());
    // What cannot be believed is not written in full strength.
    painter.setPen(isDoubtful(content.state) ? theme.mutedText : theme.text);
    const bool fits = wanted <= row.width();
    drawLeft(painter, QRectF(row.left(), row.top(), width, row.height()),
             fits ? value : QFontMetricsF(layout.valueFont).elidedText(value, Qt::ElideRight, width));
    row.setLeft(row.left() + width + row.height() / 4.0);
    painter.setFont(layout.smallFont);
    painter.setPen(isDoubtful(content.state) ? theme.quality : theme.mutedText);
    if (row.width() > row.height())
        takeRight(painter, row, tileNote(content.state));
}

} // namespace

const QString &FittedText::fitted(const QString &text, const QFont &font, double width, Qt::TextElideMode mode)
{
    if (text != m_text || width != m_width)
        m_shown = QFontMetricsF(font).elidedText(text, mode, width);
    m_text = text;
    m_width = width;
    return m_shown;
}

TileLayout::TileLayout(const QFont &font, const QRectF &bounds, bool assetShown)
    : nameFont(scaled(font, 1.0, true))
    , smallFont(scaled(font, 0.85, false))
    , valueFont(scaled(font, 1.25, true))
{
    const double pad = kAlarmBorder + 2.0 + std::round(QFontMetricsF(font).height() / 5.0);
    QRectF rest = bounds.adjusted(pad, pad, -pad, -pad);
    const auto takeTop = [&rest](const QFont &rowFont) {
        QRectF row = rest;
        row.setHeight(std::min(rest.height(), std::ceil(QFontMetricsF(rowFont).height())));
        rest.setTop(row.bottom());
        return row;
    };
    name = takeTop(nameFont);
    if (assetShown)
        asset = takeTop(smallFont);
    value = takeTop(valueFont);
    spark = rest.adjusted(0.0, 2.0, 0.0, 0.0);
}

QSize TileLayout::sizeHint(const QFont &font)
{
    const double line = QFontMetricsF(font).height();
    return {qRound(line * 13.6), qRound(line * 6.1)};
}

void paintTile(QPainter &painter, const QRectF &bounds, TileLayout &layout, const TileContent &content, const Theme &theme)
{
    paintBorder(painter, bounds, content, theme);
    paintNameRow(painter, layout.name, layout, content, theme);
    if (!layout.asset.isEmpty()) {
        painter.setFont(layout.smallFont);
        painter.setPen(theme.mutedText);
        drawLeft(painter, layout.asset,
                 layout.assetText.fitted(toQt(content.sensor.key.asset), layout.smallFont, layout.asset.width(), Qt::ElideMiddle));
    }
    paintValueRow(painter, layout.value, layout, content, theme);
    if (!content.spark.empty() && layout.spark.height() > 4.0)
        paintSparkLine(painter, layout.spark, content.spark, theme.traces.front());
    if (!content.focused)
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.text, 1.0, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    const double inset = kAlarmBorder + 3.5;
    painter.drawRect(bounds.adjusted(inset, inset, -inset, -inset));
}

} // namespace telltale::ui
