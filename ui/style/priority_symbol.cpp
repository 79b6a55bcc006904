// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/priority_symbol.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace telltale::ui {

namespace {

constexpr double kOutlineShare = 1.5 / 16.0; ///< 1.5 px at the usual size of 16

/// A shape in the unit square, and where and how large its sign stands in it.
struct Shape {
    QPainterPath outline;
    QPointF signCentre;
    double signHeight;
    char16_t sign;
};

QPainterPath polygon(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
    path.closeSubpath();
    return path;
}

QPainterPath halfDisc()
{
    QPainterPath path(QPointF(0.04, 0.88));
    path.arcTo(QRectF(0.04, 0.12, 0.92, 1.52), 180.0, -180.0);
    path.closeSubpath();
    return path;
}

const Shape &shapeOf(Priority priority)
{
    static const std::array<Shape, 4> kShapes{
        Shape{polygon({{0.08, 0.08}, {0.92, 0.08}, {0.92, 0.92}, {0.08, 0.92}}), {0.5, 0.5}, 0.72, u'1'},
        Shape{polygon({{0.5, 0.11}, {0.92, 0.93}, {0.08, 0.93}}), {0.5, 0.67}, 0.52, u'2'},
        Shape{polygon({{0.5, 0.07}, {0.93, 0.5}, {0.5, 0.93}, {0.07, 0.5}}), {0.5, 0.5}, 0.56, u'3'},
        Shape{halfDisc(), {0.5, 0.55}, 0.6, u'?'},
    };
    return kShapes[std::size_t(priority) - 1];
}

void paintSign(QPainter &painter, const Shape &shape, const QRectF &square, const QColor &colour)
{
    QFont font = painter.font();
    font.setBold(true);
    font.setItalic(false);
    font.setPixelSize(std::max(1, qRound(shape.signHeight * square.height())));
    painter.setFont(font);
    painter.setPen(colour);
    const QPointF centre = square.topLeft() + shape.signCentre * square.width();
    const QSizeF size = square.size();
    painter.drawText(QRectF(centre - QPointF(size.width(), size.height()) / 2.0, size), Qt::AlignCenter, QString(QChar(shape.sign)));
}

void paintShape(QPainter &painter, const QRectF &box, const Shape &shape, const QBrush &fill, const Theme &theme, const QColor &sign)
{
    const double side = std::min(box.width(), box.height());
    const QRectF square(box.center() - QPointF(side, side) / 2.0, QSizeF(side, side));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.translate(square.topLeft());
    painter.scale(side, side);
    painter.setPen(QPen(theme.text, kOutlineShare, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(fill);
    painter.drawPath(shape.outline);
    painter.restore();
    painter.save();
    paintSign(painter, shape, square, sign);
    painter.restore();
}

} // namespace

void paintPrioritySymbol(QPainter &painter, const QRectF &box, Priority priority, const Theme &theme, bool outlineOnly)
{
    const QBrush fill = outlineOnly ? QBrush(Qt::NoBrush) : QBrush(theme.priority(priority));
    paintShape(painter, box, shapeOf(priority), fill, theme, outlineOnly ? theme.text : theme.priorityText(priority));
}

void paintQualitySymbol(QPainter &painter, const QRectF &box, const Theme &theme)
{
    paintShape(painter, box, shapeOf(Priority::Diagnostic), theme.quality, theme, theme.qualityText);
}

} // namespace telltale::ui
