// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/alarm_delegate.h"

#include "ui/models/alarm_filter.h"
#include "ui/models/alarm_model.h"
#include "ui/style/priority_symbol.h"
#include "ui/widgets/palette.h"

#include <QPainter>

namespace telltale::ui {

void AlarmDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->font.setBold(index.data(AlarmModel::UnackedRole).toBool());
    option->fontMetrics = QFontMetrics(option->font);
    if (index.data(AlarmFilter::GroupRole).toBool()) {
        option->font.setBold(true);
        option->backgroundBrush = option->palette.button();
    }
    option->textElideMode = index.column() == AssetColumn ? Qt::ElideLeft : Qt::ElideRight;
}

void AlarmDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (index.column() != SymbolColumn) {
        return;
    }
    const bool unacked = index.data(AlarmModel::UnackedRole).toBool();
    const bool active = index.data(AlarmModel::ActiveRole).toBool();
    const double side = std::min(option.rect.height() - 4, option.fontMetrics.height() + 2);
    const QPointF middle = QRectF(option.rect).center();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    // Back to normal but not acknowledged: the outline itself blinks. Not acknowledged: the fill does.
    painter->setOpacity(unacked && !active && !m_lit ? 0.35 : 1.0);
    paintPrioritySymbol(*painter, QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side),
                        Priority(index.data(AlarmModel::PriorityRole).toInt()), themeOf(m_view), !unacked || !active || !m_lit);
    painter->restore();
}

} // namespace telltale::ui
