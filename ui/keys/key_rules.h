// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/key_table.h"

#include <QKeySequence>
#include <QList>
#include <QString>

namespace telltale::ui {

/// Why nobody can give a key to an act.
enum class KeyFault {
    None,
    Unreadable, ///< no key is called that, or it is several
    Fixed       ///< it means the same everywhere: Tab, Enter, Esc, arrows, pages, Ctrl+C, Alt with a letter
};

/// A key as files name it: "Ctrl+Return". Empty where no key is called that, or where it is several.
[[nodiscard]] QKeySequence readKey(const QString &text);
[[nodiscard]] KeyFault faultOf(const QKeySequence &key);

/// Works wherever the keys go: it neither types nor edits text.
[[nodiscard]] bool reaches(const QKeySequence &key);

/// Keys that the table gives an act.
[[nodiscard]] QList<QKeySequence> defaultKeys(const KeyRow &row);
/// With these keys the act still has what a station cannot take from it.
[[nodiscard]] bool keepsEnough(const KeyRow &row, const QList<QKeySequence> &keys);

} // namespace telltale::ui
