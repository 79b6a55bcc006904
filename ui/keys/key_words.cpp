// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/key_words.h"

#include "ui/keys/key_bindings.h"
#include "ui/keys/menu_table.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace telltale::ui {

namespace {

/// What an act is called, without what is said about it.
QString nameOf(const KeyRow &row)
{
    const QString text = QCoreApplication::translate("KeyTable", row.text);
    static const QRegularExpression about(QStringLiteral(" \\(|:"));
    return text.left(text.indexOf(about)); // all of it where nothing is said
}

QString placeInMenu(Act act)
{
    const QString menu = QCoreApplication::translate("MenuTable", menuOf(act).title).remove(QLatin1Char('&'));
    return QStringLiteral("☰ %1 › %2").arg(menu, nameOf(rowOf(act)));
}

} // namespace

QString keysText(Act act)
{
    return QKeySequence::listToString(KeyBindings::instance().map().keysOf(act), QKeySequence::NativeText);
}

QString keyText(Act act)
{
    const QList<QKeySequence> keys = KeyBindings::instance().map().keysOf(act);
    return keys.isEmpty() ? QString() : keys.front().toString(QKeySequence::NativeText);
}

QString pressText(Act act)
{
    const QString key = keyText(act);
    return key.isEmpty() ? placeInMenu(act) : key;
}

QString withKeyText(const QString &text, Act act)
{
    const QString key = keyText(act);
    return key.isEmpty() ? text : QCoreApplication::translate("KeyWords", "%1 (%2)").arg(text, key);
}

QString withPressTexts(QString text, std::span<const Act> acts)
{
    // From the last on, so that what is filled in is never taken for a place holder with two digits.
    for (auto number = acts.size(); number > 0; --number) {
        text.replace(QLatin1Char('%') + QString::number(number), pressText(acts[number - 1]));
    }
    return text;
}

} // namespace telltale::ui
