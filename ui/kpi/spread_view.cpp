// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kpi/spread_view.h"

#include "ui/charts/value_text.h"
#include "ui/kpi/kpi_texts.h"
#include "ui/style/priority_symbol.h"
#include "ui/widgets/palette.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace telltale::ui {

SpreadView::SpreadView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("spreadView"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
}

void SpreadView::show(const kpi::Kpis &kpis)
{
    m_shares = kpis.priorities;
    m_marks = kpis.question.limits.spread;
    setAccessibleName(tr("Spread of priorities. P1: %1. P2: %2. P3: %3.").arg(textOf(0), textOf(1), textOf(2)));
    update();
}

QSize SpreadView::sizeHint() const
{
    return {34 * fontMetrics().averageCharWidth(), 9 * fontMetrics().height()};
}

QSize SpreadView::minimumSizeHint() const
{
    return {28 * fontMetrics().averageCharWidth(), 6 * fontMetrics().height()};
}

QString SpreadView::textOf(std::size_t priority) const
{
    return tr("%1 (mark %2 %)").arg(percentOfHundred(m_shares[priority].percent), valueText(m_marks[priority], 3));
}

void SpreadView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(*this);
    painter.fillRect(rect(), theme.surface);
    const double line = fontMetrics().height();
    painter.setPen(theme.mutedText);
    painter.drawText(QRectF(4, 0, width() - 8, line), Qt::AlignLeft | Qt::AlignVCenter, tr("Spread of priorities"));
    const double height = (this->height() - 1.4 * line) / 3;
    for (std::size_t i = 0; i < m_shares.size(); ++i) {
        paintRow(painter, QRectF(6, 1.3 * line + height * double(i), width() - 12, height), i);
    }
}

void SpreadView::paintRow(QPainter &painter, const QRectF &row, std::size_t priority) const
{
    const Theme &theme = themeOf(*this);
    const double line = fontMetrics().height();
    paintPrioritySymbol(painter, QRectF(row.left(), row.top(), line, line), static_cast<Priority>(priority + 1), theme, true);
    painter.setPen(theme.text);
    painter.drawText(QRectF(row.left() + line + 4, row.top(), row.width() - line - 4, line), Qt::AlignLeft | Qt::AlignVCenter,
                     textOf(priority));
    const QRectF track(row.left() + line + 4, row.top() + line + 1, row.width() - line - 4, std::max(3.0, row.height() - line - 5));
    painter.setPen(theme.border);
    painter.drawLine(track.bottomLeft(), track.bottomRight());
    const double percent = m_shares[priority].percent;
    if (std::isfinite(percent)) {
        painter.fillRect(QRectF(track.left(), track.top(), track.width() * percent / 100, track.height()), theme.traces[0]);
    }
    const double mark = track.left() + track.width() * std::clamp(m_marks[priority], 0.0, 100.0) / 100;
    painter.setPen(QPen(theme.text, 2, Qt::DotLine));
    painter.drawLine(QPointF(mark, track.top() - 2), QPointF(mark, track.bottom() + 2));
}

} // namespace telltale::ui
