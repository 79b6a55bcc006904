// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/key_recorder.h"

#include "ui/keys/key_bindings.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

namespace telltale::ui {

namespace {

/// Shift counts, unless it is only how the keyboard writes a sign: "?" is "?" wherever it is.
QKeySequence keyOf(const QKeyEvent &event)
{
    const QString text = event.text();
    const bool sign = !text.isEmpty() && text.front().isPrint() && !text.front().isLetterOrNumber() && !text.front().isSpace();
    const Qt::KeyboardModifiers dropped = Qt::KeypadModifier | (sign ? Qt::ShiftModifier : Qt::NoModifier);
    return QKeySequence(QKeyCombination(event.modifiers() & ~dropped, Qt::Key(event.key())));
}

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta || key == Qt::Key_AltGr || key == 0
           || key == Qt::Key_unknown;
}

} // namespace

KeyRecorder::KeyRecorder(QWidget *parent) : QLineEdit(parent)
{
    setReadOnly(true);
}

bool KeyRecorder::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const QKeySequence key = keyOf(*static_cast<QKeyEvent *>(event));
        event->setAccepted(!KeyBindings::instance().map().keysOf(Act::Silence).contains(key));
        return true;
    }
    return QLineEdit::event(event);
}

void KeyRecorder::keyPressEvent(QKeyEvent *event)
{
    event->accept();
    if (event->key() == Qt::Key_Escape) {
        emit givenUp();
    } else if (!isModifier(event->key())) {
        emit pressed(keyOf(*event));
    }
}

void KeyRecorder::contextMenuEvent(QContextMenuEvent *event)
{
    event->ignore(); // there is nothing to copy or to paste
}

} // namespace telltale::ui
