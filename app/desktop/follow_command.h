// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"

class QScreen;

namespace telltale::app {

/// `--readonly`: a window on what another program watches and stores, with nothing behind it that could write or listen. `screen` null =
/// where the window was. A folder that cannot be looked at is said on standard error and, where there is a display, in a dialog. The answer
/// is the program's exit code. Needs a QApplication. Thread: UI.
[[nodiscard]] int followCommand(const DesktopOptions &options, QScreen *screen, int stopSignals);

} // namespace telltale::app
