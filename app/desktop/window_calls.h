// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/instance_call.h"

namespace telltale::ui {
class MainWindow;
}

namespace telltale::app {

class Wakefulness;

/// Does what another start or the desktop asks: brings the window to the front, as far as the window manager lets it, with the question
/// about a plant file that was handed over, makes a kiosk of it, or starts the simulated plant as a program of its own. Thread: UI.
void obey(const InstanceCall &call, ui::MainWindow &window, Wakefulness &wakefulness);

} // namespace telltale::app
