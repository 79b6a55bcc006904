// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/key_guard.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace telltale::ui {

namespace {

bool takesText(const QObject *object)
{
    if (const auto *area = qobject_cast<const QPlainTextEdit *>(object)) {
        return !area->isReadOnly();
    }
    if (const auto *area = qobject_cast<const QTextEdit *>(object)) {
        return !area->isReadOnly();
    }
    return qobject_cast<const QLineEdit *>(object) || qobject_cast<const QAbstractSpinBox *>(object);
}

bool takesPress(const QObject *object)
{
    return qobject_cast<const QAbstractButton *>(object) || qobject_cast<const QComboBox *>(object);
}

bool isPlain(const QKeyEvent &key)
{
    return (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
}

} // namespace

bool KeyGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride) {
        return false;
    }
    auto *key = static_cast<QKeyEvent *>(event);
    const bool printable = isPlain(*key) && !key->text().isEmpty() && key->text().front().isPrint();
    const bool presses = isPlain(*key) && (key->key() == Qt::Key_Space || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter);
    if ((printable && takesText(watched)) || (presses && (takesPress(watched) || takesText(watched)))) {
        event->accept(); // the key stays with the widget
        return true;
    }
    return false;
}

} // namespace telltale::ui
