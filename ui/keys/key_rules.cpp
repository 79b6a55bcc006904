// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/key_rules.h"

#include <algorithm>
#include <array>

namespace telltale::ui {

namespace {

constexpr Qt::KeyboardModifiers kStrong = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;

/// Without Ctrl, Alt or Meta these move, choose or leave in every list, field and dialog; modifiers alone are no key.
constexpr std::array kFixedKeys{Qt::Key_Tab,   Qt::Key_Backtab, Qt::Key_Return, Qt::Key_Enter,  Qt::Key_Left,
                                Qt::Key_Right, Qt::Key_Up,      Qt::Key_Down,   Qt::Key_PageUp, Qt::Key_PageDown};
constexpr std::array kModifierKeys{Qt::Key_Shift,    Qt::Key_Control, Qt::Key_Meta,    Qt::Key_Alt,    Qt::Key_AltGr,
                                   Qt::Key_CapsLock, Qt::Key_NumLock, Qt::Key_Super_L, Qt::Key_Super_R};

/// What a text field keeps for itself.
constexpr std::array kEditing{QKeySequence::Copy,
                              QKeySequence::Cut,
                              QKeySequence::Paste,
                              QKeySequence::Undo,
                              QKeySequence::Redo,
                              QKeySequence::SelectAll,
                              QKeySequence::MoveToNextWord,
                              QKeySequence::MoveToPreviousWord,
                              QKeySequence::MoveToStartOfDocument,
                              QKeySequence::MoveToEndOfDocument,
                              QKeySequence::SelectNextWord,
                              QKeySequence::SelectPreviousWord,
                              QKeySequence::DeleteStartOfWord,
                              QKeySequence::DeleteEndOfWord,
                              QKeySequence::DeleteCompleteLine};

template <typename Keys>
bool holds(const Keys &keys, Qt::Key key)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool edits(const QKeySequence &key)
{
    return std::any_of(kEditing.begin(), kEditing.end(),
                       [&](QKeySequence::StandardKey each) { return QKeySequence::keyBindings(each).contains(key); });
}

} // namespace

QKeySequence readKey(const QString &text)
{
    const QKeySequence key = QKeySequence::fromString(text.trimmed(), QKeySequence::PortableText);
    const bool one = key.count() == 1 && key[0].key() != Qt::Key_unknown && key[0].key() != 0;
    return one ? key : QKeySequence();
}

KeyFault faultOf(const QKeySequence &key)
{
    if (key.count() != 1) {
        return KeyFault::Unreadable;
    }
    const Qt::Key plain = key[0].key();
    const Qt::KeyboardModifiers with = key[0].keyboardModifiers();
    const bool weak = (with & kStrong) == Qt::NoModifier;
    const bool mnemonic = (with & kStrong) == Qt::AltModifier && plain < Qt::Key_Escape; // chooses buttons
    const bool fixed = (weak && holds(kFixedKeys, plain)) || holds(kModifierKeys, plain) || plain == Qt::Key_Escape || mnemonic
                       || key == QKeySequence(Qt::CTRL | Qt::Key_C);
    return fixed ? KeyFault::Fixed : KeyFault::None;
}

bool reaches(const QKeySequence &key)
{
    const Qt::Key plain = key[0].key();
    const bool function = plain >= Qt::Key_F1 && plain <= Qt::Key_F35;
    return (function || (key[0].keyboardModifiers() & kStrong) != Qt::NoModifier) && !edits(key);
}

QList<QKeySequence> defaultKeys(const KeyRow &row)
{
    QList<QKeySequence> keys;
    for (const QString &key : QString::fromLatin1(row.keys).split(QLatin1Char(' '))) {
        keys << QKeySequence(key, QKeySequence::PortableText);
    }
    return keys;
}

bool keepsEnough(const KeyRow &row, const QList<QKeySequence> &keys)
{
    const QList<QKeySequence> own = defaultKeys(row);
    switch (row.keeps) {
    case Keeps::Nothing: return true;
    case Keeps::Reach: return std::any_of(keys.begin(), keys.end(), reaches);
    case Keeps::Defaults: break;
    }
    return std::all_of(own.begin(), own.end(), [&](const QKeySequence &each) { return keys.contains(each); });
}

} // namespace telltale::ui
