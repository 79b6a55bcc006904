// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/key_table.h"

#include <span>

namespace telltale::ui {

/// One menu below ☰: its title with a mnemonic, in English, and its acts in order. Every act is in exactly one of them.
struct MenuRow {
    const char *name; ///< of the menu as an object
    const char *title;
    std::span<const Act> acts;
};

[[nodiscard]] std::span<const MenuRow> menuTable();
[[nodiscard]] const MenuRow &menuOf(Act act);

} // namespace telltale::ui
