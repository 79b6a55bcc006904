// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/inline_field.h"

#include "ui/widgets/draft_book.h"
#include "ui/widgets/fitting_label.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace telltale::ui {

InlineField::InlineField(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_question(new FittingLabel(name + QStringLiteral("Question"), this))
    , m_edit(new QLineEdit(this))
{
    setObjectName(name);
    m_edit->setObjectName(name + QStringLiteral("Edit"));
    m_edit->setMaxLength(kMostCharacters);
    m_edit->setPlaceholderText(tr("Enter sends, Esc drops"));
    m_question->setBold(true);
    m_question->setLines(2);
    auto *send = new QPushButton(tr("Send"), this);
    auto *drop = new QPushButton(tr("Drop"), this);
    auto *column = new QVBoxLayout(this);
    auto *row = new QHBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_question);
    column->addLayout(row);
    row->addWidget(m_edit, 1);
    row->addWidget(send);
    row->addWidget(drop);
    connect(m_edit, &QLineEdit::returnPressed, this, &InlineField::accept);
    connect(send, &QPushButton::clicked, this, &InlineField::accept);
    connect(drop, &QPushButton::clicked, this, &InlineField::cancel);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (m_drafts && !m_draft.isEmpty()) {
            m_drafts->keep(m_draft, text);
        }
    });
    hide();
}

void InlineField::ask(const QString &question, bool needed, Answer answer, const QString &proposed, const QString &draft)
{
    m_answer = std::move(answer);
    m_needed = needed;
    m_question->setText(question);
    m_draft = draft;
    const QString typed = m_drafts && !draft.isEmpty() ? m_drafts->text(draft) : QString();
    m_edit->setText(typed.isEmpty() ? proposed : typed);
    m_edit->setAccessibleName(question);
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
    if (!typed.isEmpty()) {
        m_edit->end(false); // whoever goes on typing must not overwrite it
    }
}

void InlineField::setDrafts(DraftBook *drafts)
{
    m_drafts = drafts;
}

void InlineField::accept()
{
    const QString text = m_edit->text().trimmed();
    if (m_needed && text.isEmpty()) {
        return;
    }
    dropDraft();
    const Answer answer = std::exchange(m_answer, nullptr);
    hide();
    if (answer) {
        answer(text);
    }
    emit finished();
}

void InlineField::cancel()
{
    dropDraft();
    close();
}

void InlineField::leave()
{
    m_draft.clear();
    close();
}

void InlineField::close()
{
    m_answer = nullptr;
    hide();
    emit finished();
}

void InlineField::dropDraft()
{
    if (m_drafts && !m_draft.isEmpty()) {
        m_drafts->drop(m_draft);
    }
    m_draft.clear();
}

void InlineField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        cancel();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace telltale::ui
