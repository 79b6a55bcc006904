// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_bar.h"

#include "ui/widgets/fitting_label.h"
#include "ui/widgets/room_share.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace telltale::ui {

namespace {

constexpr std::size_t kMostProblems = 10;

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_problemLabel(new FittingLabel(QStringLiteral("messageProblem"), this))
    , m_noteLabel(new FittingLabel(QStringLiteral("messageNote"), this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    m_problemLabel->setBold(true);
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setText(QStringLiteral("✕"));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setAccessibleName(tr("Dismiss the message"));
    m_close->setToolTip(tr("Dismiss (Esc)"));
    QSizePolicy kept = m_close->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_close->setSizePolicy(kept);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (FittingLabel *label : {m_problemLabel, m_noteLabel}) {
        label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        row->addWidget(label);
    }
    row->addStretch(1);
    row->addWidget(m_close);
    new RoomShare(*row, {m_problemLabel, m_noteLabel});
    m_noteTimer.setSingleShot(true);
    connect(&m_noteTimer, &QTimer::timeout, this, [this] {
        m_note.clear();
        refresh();
    });
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    refresh();
}

void MessageBar::note(const QString &text, int ms)
{
    m_note = text;
    m_noteTimer.start(ms);
    refresh();
}

void MessageBar::problem(const QString &text)
{
    if (problemText() == text) {
        return;
    }
    m_problems.push_back(text);
    if (m_problems.size() > kMostProblems) {
        m_problems.pop_front();
    }
    refresh();
}

void MessageBar::dismiss()
{
    if (!m_problems.empty()) {
        m_problems.pop_back();
    } else {
        m_note.clear();
    }
    refresh();
}

void MessageBar::refresh()
{
    const QString more = m_problems.size() > 1 ? tr(" (and %1 before it)").arg(m_problems.size() - 1) : QString();
    m_problemLabel->setText(m_problems.empty() ? QString() : QStringLiteral("⚠ ") + m_problems.back() + more);
    m_problemLabel->setVisible(!m_problems.empty());
    m_noteLabel->setText(m_note);
    m_close->setVisible(!m_problems.empty() || !m_note.isEmpty());
}

} // namespace telltale::ui
