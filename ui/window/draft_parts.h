// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace telltale::ui {

struct WindowRoom;

/// Keeps what is being typed in the fields of the window beside its layout, and says at the start that something is kept. A window that
/// only looks keeps nothing. Before anything can be typed.
void keepDrafts(WindowRoom &room);

} // namespace telltale::ui
