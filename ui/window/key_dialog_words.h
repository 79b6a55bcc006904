// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/key_map.h"

namespace telltale::ui {

/// What the dialog of keys says of acts and keys, in the language of the screen.

[[nodiscard]] QString textOf(Act act);
[[nodiscard]] QString written(const QKeySequence &key);
/// "none" where there are none.
[[nodiscard]] QString listed(const QList<QKeySequence> &keys);
/// Keys, what it does, the table's keys where others were chosen, group.
[[nodiscard]] QStringList rowFor(const KeyRow &row, const KeyMap &map);
/// Why a station cannot take that from the act.
[[nodiscard]] QString lackText(const KeyRow &row);

} // namespace telltale::ui
