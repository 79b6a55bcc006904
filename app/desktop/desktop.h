// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"

namespace telltale::app {

/// The monitor itself, from plant file to closed window. `stopSignals`: a descriptor that becomes readable when the program shall end.
/// Returns the exit code. Needs a QApplication. Thread: UI.
[[nodiscard]] int runDesktop(const DesktopOptions &options, int stopSignals);

/// --check-config: 0 when the plant file is right, else 2 and everything that is wrong with it on standard error.
[[nodiscard]] int checkConfig(const DesktopOptions &options);

} // namespace telltale::app
