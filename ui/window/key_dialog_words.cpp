// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/key_dialog_words.h"

#include "ui/keys/key_rules.h"
#include "ui/window/key_dialog.h"

#include <QCoreApplication>

namespace telltale::ui {

QString textOf(Act act)
{
    return QCoreApplication::translate("KeyTable", rowOf(act).text);
}

QString listed(const QList<QKeySequence> &keys)
{
    return keys.isEmpty() ? KeyDialog::tr("none") : QKeySequence::listToString(keys, QKeySequence::NativeText);
}

QString written(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText);
}

QStringList rowFor(const KeyRow &row, const KeyMap &map)
{
    return {listed(map.keysOf(row.act)), textOf(row.act), map.isChosen(row.act) ? listed(defaultKeys(row)) : QString(),
            QCoreApplication::translate("KeyTable", row.group)};
}

QString lackText(const KeyRow &row)
{
    return row.keeps == Keeps::Defaults
               ? KeyDialog::tr("“%1” always keeps %2.").arg(textOf(row.act), listed(defaultKeys(row)))
               : KeyDialog::tr("“%1” needs a function key, or one with Ctrl, Alt or Meta that edits no text: it must work everywhere.")
                     .arg(textOf(row.act));
}

} // namespace telltale::ui
