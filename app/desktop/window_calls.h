// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/instance_call.h"

class QWidget;

namespace telltale::app {

/// Does what another start or the desktop asks: brings the window to the front, as far as the window manager lets it, or starts the
/// simulated plant as a program of its own. Thread: UI.
void obey(const InstanceCall &call, QWidget &window);

} // namespace telltale::app
