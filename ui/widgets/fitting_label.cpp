// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fitting_label.h"

#include "ui/widgets/plain.h"

#include <QPainter>
#include <QStyle>

namespace telltale::ui {

FittingLabel::FittingLabel(const QString &name, QWidget *parent) : QFrame(parent)
{
    setObjectName(name);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FittingLabel::setForms(const QStringList &forms)
{
    if (forms == m_forms) {
        return;
    }
    const bool sameSize = m_lines == 1 && !m_forms.isEmpty() && !forms.isEmpty()
                          && fontMetrics().horizontalAdvance(m_forms.first()) == fontMetrics().horizontalAdvance(forms.first());
    m_forms = forms;
    setToolTip(escapedToolTip(text()));
    setAccessibleName(text());
    if (!sameSize) {
        updateGeometry();
    }
    update();
}

void FittingLabel::setBold(bool bold)
{
    QFont bolder = font();
    bolder.setBold(bold);
    setFont(bolder);
}

void FittingLabel::setLeast(int characters)
{
    m_least = characters;
    updateGeometry();
}

void FittingLabel::setBoxed()
{
    setFrameShape(QFrame::Box);
    const int gap = fontMetrics().averageCharWidth() / 2;
    setContentsMargins(gap + frameWidth(), frameWidth(), gap + frameWidth(), frameWidth());
    updateGeometry();
}

void FittingLabel::setLines(int most)
{
    m_lines = most;
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(most > 1);
    setSizePolicy(policy);
    updateGeometry();
}

void FittingLabel::setGranted(int width)
{
    if (width != m_granted) {
        m_granted = width;
        updateGeometry();
    }
}

int FittingLabel::widthOf(const QString &form) const
{
    const QMargins around = contentsMargins();
    return fontMetrics().horizontalAdvance(form) + around.left() + around.right() + fontMetrics().averageCharWidth();
}

bool FittingLabel::isElided() const
{
    return !m_forms.isEmpty() && !m_forms.contains(fittingText(contentsRect().width()));
}

QSize FittingLabel::sizeHint() const
{
    const QMargins around = contentsMargins();
    return {m_granted > 0 ? m_granted : widthOf(text()), fontMetrics().height() + around.top() + around.bottom()};
}

QSize FittingLabel::minimumSizeHint() const
{
    const int shortest = m_forms.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_forms.last());
    const QMargins around = contentsMargins();
    return {std::min(shortest, m_least * fontMetrics().averageCharWidth()) + around.left() + around.right(), sizeHint().height()};
}

int FittingLabel::heightForWidth(int width) const
{
    const QMargins around = contentsMargins();
    const int room = width - around.left() - around.right();
    const int lines = m_forms.isEmpty() ? 1 : linesOf(fittingText(room), room);
    return fontMetrics().height() + (lines - 1) * fontMetrics().lineSpacing() + around.top() + around.bottom();
}

int FittingLabel::linesOf(const QString &form, int width) const
{
    if (m_lines == 1 || fontMetrics().horizontalAdvance(form) <= width) {
        return 1;
    }
    const QRect words = fontMetrics().boundingRect(QRect(0, 0, std::max(1, width), QWIDGETSIZE_MAX), Qt::TextWordWrap, form);
    const int lines = (words.height() + fontMetrics().leading()) / fontMetrics().lineSpacing();
    return words.width() > width ? QWIDGETSIZE_MAX : lines; // a word that is wider than the room cannot be wrapped
}

QString FittingLabel::fittingText(int width) const
{
    for (const QString &form : m_forms) {
        if (m_lines == 1 ? fontMetrics().horizontalAdvance(form) <= width : linesOf(form, width) <= m_lines) {
            return form;
        }
    }
    return m_forms.isEmpty() ? QString() : fontMetrics().elidedText(m_forms.last(), Qt::ElideRight, width);
}

void FittingLabel::paintEvent(QPaintEvent *event)
{
    const QRect room = contentsRect();
    const QString shown = fittingText(room.width());
    const bool boxed = frameShape() == QFrame::Box;
    if (!boxed) {
        QFrame::paintEvent(event);
    }
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    if (boxed) {
        // Around the words, not around the room that longer ones would need.
        const int gap = room.left();
        const QRect words(0, 0, fontMetrics().horizontalAdvance(shown) + 2 * gap, height());
        painter.drawRect(QStyle::alignedRect(layoutDirection(), Qt::AlignCenter, words.size(), rect()).adjusted(0, 0, -1, -1));
    }
    painter.drawText(room,
                     Qt::AlignVCenter | (boxed ? Qt::AlignHCenter : Qt::AlignLeft)
                         | (m_lines > 1 ? int(Qt::TextWordWrap) : int(Qt::TextSingleLine)),
                     shown);
}

} // namespace telltale::ui
