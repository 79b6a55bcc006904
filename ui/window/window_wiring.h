// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace telltale::ui {

struct WindowRoom;

/// Makes panes and desks; the actions must be there. The window owns what is a widget, the room the rest.
void createParts(WindowRoom &room);
/// Lets them hear of each other.
void connectParts(WindowRoom &room);

} // namespace telltale::ui
