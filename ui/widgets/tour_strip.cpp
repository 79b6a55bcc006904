// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tour_strip.h"

#include "ui/widgets/plain.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace telltale::ui {

TourStrip::TourStrip(QWidget *parent)
    : QWidget(parent)
    , m_count(plainLabel(QStringLiteral("tourCount"), this))
    , m_text(plainLabel(QStringLiteral("tourText"), this))
{
    setObjectName(QStringLiteral("tourStrip"));
    setAccessibleName(tr("Tour of the window"));
    auto *row = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 4;
    row->setContentsMargins(2 * gap, gap, 2 * gap, gap);
    row->setSpacing(2 * gap);
    QFont bold = m_count->font();
    bold.setBold(true);
    m_count->setFont(bold);
    m_text->setWordWrap(true);
    row->addWidget(m_count);
    row->addWidget(m_text, 1);
    const auto add = [&](const QString &name, const QString &text, auto signal) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(name);
        button->setAutoDefault(true);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, signal);
        return button;
    };
    m_back = add(QStringLiteral("tourBack"), tr("Back"), &TourStrip::backWanted);
    m_next = add(QStringLiteral("tourNext"), tr("Next"), &TourStrip::nextWanted);
    m_end = add(QStringLiteral("tourEnd"), tr("End tour (Esc)"), &TourStrip::endWanted);
    hide();
}

void TourStrip::showStep(int step, int steps, const QString &text)
{
    const bool last = step + 1 == steps;
    m_count->setText(tr("Tour %1/%2").arg(step + 1).arg(steps));
    m_text->setText(text);
    m_text->setAccessibleName(tr("Tour, step %1 of %2: %3").arg(QString::number(step + 1), QString::number(steps), text));
    if ((step == 0 && m_back->hasFocus()) || (last && m_next->hasFocus())) {
        (last ? m_end : m_next)->setFocus();
    }
    m_back->setEnabled(step > 0);
    m_next->setEnabled(!last);
    show();
}

void TourStrip::takeFocus()
{
    (m_next->isEnabled() ? m_next : m_end)->setFocus(Qt::ShortcutFocusReason);
}

} // namespace telltale::ui
