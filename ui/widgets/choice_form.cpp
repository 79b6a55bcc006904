// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choice_form.h"

#include "ui/widgets/draft_book.h"
#include "ui/widgets/plain.h"

#include <QApplication>
#include <QButtonGroup>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace telltale::ui {

namespace {

/// Words of unknown length in a narrow pane.
QLabel *wrappingLabel(const QString &name, QWidget *parent)
{
    QLabel *label = plainLabel(name, parent);
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

bool types(const QKeyEvent &key)
{
    const bool plain = (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    return plain && !key.text().isEmpty() && key.text().front().isPrint();
}

void showText(QLabel &label, const QString &text)
{
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

} // namespace

ChoiceForm::ChoiceForm(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_title(wrappingLabel(name + QStringLiteral("Title"), this))
    , m_note(wrappingLabel(name + QStringLiteral("Note"), this))
    , m_grid(new QGridLayout)
    , m_buttons(new QButtonGroup(this))
    , m_textTitle(wrappingLabel(name + QStringLiteral("TextTitle"), this))
    , m_edit(new QLineEdit(this))
    , m_offered(wrappingLabel(name + QStringLiteral("Offered"), this))
{
    setObjectName(name);
    m_edit->setObjectName(name + QStringLiteral("Edit"));
    m_edit->setMaxLength(kMostCharacters);
    m_edit->setPlaceholderText(tr("Enter sends, Esc drops"));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_grid->setSpacing(fontMetrics().height() / 6);
    auto *send = new QPushButton(tr("Send"), this);
    auto *drop = new QPushButton(tr("Drop"), this);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(send);
    row->addWidget(drop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addLayout(m_grid);
    column->addWidget(m_note);
    column->addWidget(m_textTitle);
    column->addWidget(m_edit);
    column->addWidget(m_offered);
    column->addLayout(row);
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int choice) { take(std::size_t(choice)); });
    connect(m_edit, &QLineEdit::returnPressed, this, &ChoiceForm::accept);
    connect(m_edit, &QLineEdit::textEdited, this, &ChoiceForm::keepDraft);
    connect(send, &QPushButton::clicked, this, &ChoiceForm::accept);
    connect(drop, &QPushButton::clicked, this, &ChoiceForm::cancel);
    hide();
}

void ChoiceForm::createChoices()
{
    for (QAbstractButton *old : m_buttons->buttons()) {
        m_buttons->removeButton(old);
        old->hide();
        old->deleteLater();
    }
    for (std::size_t i = 0; i < m_question.choices.size(); ++i) {
        const Choice &choice = m_question.choices[i];
        auto *button = new QToolButton(this);
        button->setObjectName(QStringLiteral("%1Choice%2").arg(objectName(), choice.key));
        button->setText(buttonText(QStringLiteral("%1  %2").arg(choice.key.toUpper()).arg(choice.text)));
        button->setAccessibleName(tr("%1, key %2").arg(choice.text, choice.key.toUpper()));
        button->setCheckable(true);
        button->setToolTip(escapedToolTip(choice.text));
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // the pane must not grow for it
        button->setChecked(i == m_question.proposed);
        m_buttons->addButton(button, int(i));
    }
    placeChoices();
}

/// Two beside each other where the longest of them leaves room for that.
void ChoiceForm::placeChoices()
{
    int widest = 0;
    for (const QAbstractButton *button : m_buttons->buttons()) {
        widest = std::max(widest, button->sizeHint().width());
    }
    const int columns = 2 * widest + m_grid->horizontalSpacing() <= width() ? 2 : 1;
    for (QAbstractButton *button : m_buttons->buttons()) {
        const int place = m_buttons->id(button);
        m_grid->removeWidget(button);
        m_grid->addWidget(button, place / columns, place % columns);
    }
}

void ChoiceForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeChoices();
}

void ChoiceForm::ask(Question question, Answer answer)
{
    if (!isVisible()) {
        m_before = QApplication::focusWidget();
    }
    m_question = std::move(question);
    m_answer = std::move(answer);
    m_offer = -1;
    createChoices();
    m_title->setText(m_question.title);
    setAccessibleName(m_question.title);
    showText(*m_note, m_question.note);
    m_textTitle->setText(m_question.textTitle);
    m_edit->setAccessibleName(m_question.textTitle);
    const QString typed = m_drafts && !m_question.draft.isEmpty() ? m_drafts->text(m_question.draft) : QString();
    m_edit->setText(typed.isEmpty() ? m_question.proposedText : typed);
    showText(*m_offered, m_question.offered.isEmpty() ? QString() : tr("↓ %1").arg(m_question.offered.join(QStringLiteral(" · "))));
    show();
    m_buttons->button(int(m_question.proposed))->setFocus(Qt::ShortcutFocusReason);
}

void ChoiceForm::take(std::size_t choice)
{
    m_buttons->button(int(choice))->setChecked(true);
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
    if (m_drafts && !m_question.draft.isEmpty() && !m_drafts->text(m_question.draft).isEmpty()) {
        m_edit->end(false); // whoever goes on typing must not overwrite it
    }
}

int ChoiceForm::choiceOf(const QKeyEvent &key) const
{
    const bool plain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const auto found = std::find_if(m_question.choices.begin(), m_question.choices.end(), [&](const Choice &choice) {
        return plain && key.text().compare(choice.key, Qt::CaseInsensitive) == 0;
    });
    return found == m_question.choices.end() ? -1 : int(found - m_question.choices.begin());
}

/// A digit among digits is a choice that is not offered, not the beginning of the text.
bool ChoiceForm::startsText(const QKeyEvent &key) const
{
    return types(key) && key.text().front().isDigit() != m_question.choices.front().key.isDigit();
}

/// Letters and digits mean something else in the rest of the window: whoever begins to type the text must not set that off.
bool ChoiceForm::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && types(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ChoiceForm::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isVisible()) {
        return; // Enter has sent it a moment ago
    }
    if (const int choice = choiceOf(*event); choice >= 0 && !m_edit->hasFocus()) {
        take(std::size_t(choice));
    } else if (m_edit->hasFocus() && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
        offer(event->key() == Qt::Key_Down ? 1 : -1);
    } else if (enter && !m_edit->hasFocus()) {
        take(std::size_t(std::max(0, m_buttons->checkedId())));
    } else if (startsText(*event) && !m_edit->hasFocus()) {
        m_edit->setFocus(Qt::ShortcutFocusReason);
        m_edit->setText(event->text());
        keepDraft(event->text());
    } else if (event->key() == Qt::Key_Escape) {
        cancel();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ChoiceForm::offer(int step)
{
    if (m_question.offered.isEmpty()) {
        return;
    }
    m_offer = std::clamp(m_offer + step, 0, int(m_question.offered.size()) - 1);
    m_edit->setText(m_question.offered[m_offer]);
    m_edit->selectAll();
}

void ChoiceForm::setDrafts(DraftBook *drafts)
{
    m_drafts = drafts;
}

void ChoiceForm::accept()
{
    const QString text = m_edit->text().trimmed();
    const int choice = m_buttons->checkedId();
    if (choice < 0 || (m_question.textNeeded && text.isEmpty())) {
        m_edit->setFocus();
        return;
    }
    keepDraft({});
    const Answer answer = std::exchange(m_answer, nullptr);
    close();
    if (answer) {
        answer(std::size_t(choice), text);
    }
}

void ChoiceForm::keepDraft(const QString &text)
{
    if (m_drafts && !m_question.draft.isEmpty()) {
        m_drafts->keep(m_question.draft, text);
    }
}

void ChoiceForm::cancel()
{
    keepDraft({});
    m_answer = nullptr;
    close();
}

void ChoiceForm::close()
{
    hide();
    if (m_before) {
        m_before->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace telltale::ui
