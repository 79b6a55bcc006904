// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace telltale::ui {

/// Paints the rows of the alarm list: the symbol, and bold text while an alarm is not acknowledged. `lit` is the phase of the blinking,
/// the same for all rows. Thread: UI.
class AlarmDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    AlarmDelegate(const QWidget &view, QObject *parent) : QStyledItemDelegate(parent), m_view(view) {}

    void setLit(bool lit) { m_lit = lit; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const QWidget &m_view;
    bool m_lit = true;
};

} // namespace telltale::ui
