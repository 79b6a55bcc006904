// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/priority_badge.h"

#include "ui/style/priority_symbol.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/plain.h"

#include <QPainter>

namespace telltale::ui {

namespace {

QFont bigFont(const QFont &font)
{
    QFont big = font;
    big.setBold(true);
    big.setPointSizeF(font.pointSizeF() * 1.35);
    return big;
}

} // namespace

PriorityBadge::PriorityBadge(Priority priority, QWidget *parent) : QWidget(parent), m_priority(priority)
{
    setObjectName(QStringLiteral("badgeP%1").arg(int(priority)));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCounts(0, 0);
}

void PriorityBadge::setCounts(int unacked, int open)
{
    if (unacked == m_unacked && open == m_open) {
        return;
    }
    m_unacked = unacked;
    m_open = open;
    const QString text = tr("P%1: %2 not acknowledged of %3 open").arg(int(m_priority)).arg(unacked).arg(open);
    setAccessibleName(text);
    setToolTip(escapedToolTip(text));
    updateGeometry();
    update();
}

QSize PriorityBadge::sizeHint() const
{
    const QFontMetrics big(bigFont(font()));
    const int symbol = big.height();
    const int number = big.horizontalAdvance(QString::number(m_unacked));
    const int rest = fontMetrics().horizontalAdvance(QStringLiteral("/%1").arg(m_open));
    return {symbol + number + rest + 3 * fontMetrics().averageCharWidth(), big.height() + 2};
}

void PriorityBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(*this);
    const QFont big = bigFont(font());
    const QFontMetrics metrics(big);
    const int gap = fontMetrics().averageCharWidth() / 2;
    const QRectF symbol(1, 1, height() - 2, height() - 2);
    paintPrioritySymbol(painter, symbol, m_priority, theme, m_unacked == 0);

    const QString number = QString::number(m_unacked);
    int x = height() + gap;
    painter.setFont(big);
    painter.setPen(m_unacked > 0 ? theme.text : theme.mutedText);
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, number);
    x += metrics.horizontalAdvance(number) + gap / 2;
    painter.setFont(font());
    painter.setPen(theme.mutedText);
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("/%1").arg(m_open));
}

} // namespace telltale::ui
