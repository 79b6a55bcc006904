// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/key_table.h"

namespace telltale::ui {

struct WindowRoom;

/// Does what a key, a button or a row of the menu asks for; says why not where the role of who acts does not allow it.
void runAct(WindowRoom &room, Act act);

} // namespace telltale::ui
