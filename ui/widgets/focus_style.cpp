// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/focus_style.h"

#include <QApplication>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QStyleOption>
#include <QTableView>
#include <QToolButton>
#include <algorithm>
#include <set>

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

/// Fusion's own edge is darker than the window, which on a dark one is next to nothing (WCAG 1.4.11 wants 3:1).
void drawEdge(QPainter &painter, const QStyleOption &option)
{
    painter.save();
    painter.setPen(option.palette.color(QPalette::PlaceholderText));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
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
        QStyleOption frame = *option;
        // Of a tool button Qt leaves three pixels free, and the frame would cross its text.
        frame.rect = qobject_cast<const QToolButton *>(widget) != nullptr ? option->rect.adjusted(-2, -2, 2, 2) : option->rect;
        drawFocusFrame(*painter, frame);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_FrameLineEdit || element == PE_IndicatorCheckBox) {
        drawEdge(*painter, *option);
    }
    if (element == PE_FrameLineEdit && option->state.testFlag(State_HasFocus)) {
        drawFocusFrame(*painter, *option);
    }
}

/// Fusion only tints the outline of a push button, and shows nothing for tabs and texts that scroll.
void FocusStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawControl(element, option, painter, widget);
    const bool framed = element == CE_PushButton || element == CE_TabBarTab
                        || (element == CE_ShapedFrame && qobject_cast<const QScrollArea *>(widget) != nullptr);
    if (framed && option->state.testFlag(State_HasFocus)) {
        drawFocusFrame(*painter, *option);
    }
}

void FocusStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ComboBox && option->state.testFlag(State_HasFocus)) {
        drawFocusFrame(*painter, *option);
    }
    if (control == CC_ToolButton && option->state.testFlag(State_On)) {
        const QRect below = option->rect.adjusted(3, option->rect.height() - 4, -3, -2);
        painter->fillRect(below, option->palette.color(QPalette::Text));
    }
}

QSize FocusStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    static const std::set<ContentsType> kTargets{CT_PushButton,  CT_ToolButton, CT_ComboBox, CT_LineEdit,     CT_SpinBox,      CT_CheckBox,
                                                 CT_RadioButton, CT_TabBarTab,  CT_MenuItem, CT_ItemViewItem, CT_HeaderSection};
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    return kTargets.contains(type) ? size.expandedTo(QSize(m_smallestTarget, m_smallestTarget)) : size;
}

int FocusStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const int pixels = QProxyStyle::pixelMetric(metric, option, widget);
    return metric == PM_ScrollBarExtent ? std::max(pixels, m_smallestTarget) : pixels;
}

int FocusStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    if (hint == SH_UnderlineShortcut) {
        return qobject_cast<const QMenu *>(widget) != nullptr ? 1 : 0; // elsewhere keys are in the tooltips and on the key sheet
    }
    return QProxyStyle::styleHint(hint, option, widget, data);
}

void setSmallestTarget(QApplication &application, int pixels)
{
    auto *style = qobject_cast<FocusStyle *>(application.style());
    if (style == nullptr || style->smallestTarget() == pixels)
        return;
    style->setSmallestTarget(pixels);
    for (QWidget *widget : QApplication::allWidgets()) {
        QEvent changed(QEvent::StyleChange);
        QApplication::sendEvent(widget, &changed);
        if (auto *table = qobject_cast<QTableView *>(widget)) {
            QHeaderView &rows = *table->verticalHeader();
            rows.setDefaultSectionSize(std::max(pixels, rows.defaultSectionSize()));
        }
    }
}

int smallestTarget(const QWidget &widget)
{
    const auto *style = qobject_cast<const FocusStyle *>(widget.style());
    return style == nullptr ? 0 : style->smallestTarget();
}

} // namespace telltale::ui
