// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/focus_style.h"

#include <QPainter>
#include <QStyleOption>

namespace telltale::ui {

namespace {

void drawFocusFrame(QPainter &painter, const QStyleOption &option)
{
    painter.save();
    painter.setPen(QPen(option.palette.color(QPalette::Text), 2.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    painter.restore();
}

} // namespace

FocusStyle::FocusStyle() : QProxyStyle(QStringLiteral("Fusion"))
{
    setObjectName(kName);
}

void FocusStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == PE_FrameFocusRect) {
        drawFocusFrame(*painter, *option);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_FrameLineEdit && option->state.testFlag(State_HasFocus)) {
        drawFocusFrame(*painter, *option);
    }
}

void FocusStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ToolButton && option->state.testFlag(State_On)) {
        const QRect below = option->rect.adjusted(3, option->rect.height() - 4, -3, -2);
        painter->fillRect(below, option->palette.color(QPalette::Text));
    }
}

int FocusStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    if (hint == SH_UnderlineShortcut) {
        return 0; // keys are in the tooltips and on the key sheet
    }
    return QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace telltale::ui
