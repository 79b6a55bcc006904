// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sign_in_row.h"

#include "ui/widgets/fitting_label.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <initializer_list>

namespace telltale::ui {

namespace {

constexpr int kMostCharacters = 64;
constexpr int kMostPin = 128;

QLineEdit *fieldOf(const QString &name, QLabel *label, int most, QHBoxLayout &row, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(name);
    edit->setAccessibleName(label->text().remove(QLatin1Char('&')));
    edit->setMaxLength(most);
    edit->setMaximumWidth(edit->fontMetrics().averageCharWidth() * 28);
    label->setBuddy(edit);
    row.addWidget(label);
    row.addWidget(edit, 1);
    return edit;
}

} // namespace

SignInRow::SignInRow(QWidget *parent)
    : QWidget(parent)
    , m_pinLabel(new QLabel(tr("P&IN"), this))
    , m_note(new FittingLabel(QStringLiteral("signInNote"), this))
{
    setObjectName(QStringLiteral("signInRow"));
    auto *row = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 4;
    row->setContentsMargins(2 * gap, gap, 2 * gap, gap);
    m_name = fieldOf(QStringLiteral("signInName"), new QLabel(tr("&Name"), this), kMostCharacters, *row, this);
    m_pin = fieldOf(QStringLiteral("signInPin"), m_pinLabel, kMostPin, *row, this);
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    const auto add = [&](const QString &name, const QString &text, auto slot) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(name);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, slot);
        return button;
    };
    m_in = add(QStringLiteral("signInButton"), tr("Sign in"), &SignInRow::accept);
    m_out = add(QStringLiteral("signOutButton"), tr("Sign out"), &SignInRow::signOutWanted);
    add(QStringLiteral("signInClose"), tr("Close"), &SignInRow::close);
    row->addWidget(m_note, 3);
    connect(m_pin, &QLineEdit::returnPressed, this, &SignInRow::accept);
    connect(m_name, &QLineEdit::returnPressed, this, [this] { m_pin->isVisible() ? m_pin->setFocus() : accept(); });
    hide();
}

void SignInRow::open(const QStringList &names, bool withPin, bool maySignOut)
{
    auto *completer = new QCompleter(names, m_name);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionMode(QCompleter::InlineCompletion);
    delete m_name->completer();
    m_name->setCompleter(completer);
    m_name->clear();
    m_pin->clear();
    m_note->setText({});
    m_pinLabel->setVisible(withPin);
    m_pin->setVisible(withPin);
    m_in->setText(withPin ? tr("Sign in") : tr("Act as this"));
    m_out->setVisible(maySignOut);
    setBusy(false);
    show();
    m_name->setFocus(Qt::ShortcutFocusReason);
}

void SignInRow::close()
{
    m_pin->clear();
    hide();
    emit closed();
}

void SignInRow::setBusy(bool busy)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_name, m_pin, m_in}) {
        part->setEnabled(!busy);
    }
    if (busy) {
        m_note->setText(tr("Looking at the PIN…"));
    }
}

void SignInRow::tell(const QString &problem)
{
    setBusy(false);
    m_note->setText(problem);
    m_note->setAccessibleName(problem);
    (m_pin->isVisible() ? m_pin : m_name)->setFocus();
}

void SignInRow::accept()
{
    const QString pin = m_pin->text();
    m_pin->clear();
    setBusy(true);
    emit wanted(m_name->text().trimmed(), pin);
}

void SignInRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace telltale::ui
