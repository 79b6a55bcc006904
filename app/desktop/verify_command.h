// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"

namespace telltale::app {

/// --verify: checks the journal of the data folder, says on standard output what it found, and returns 0 when all is in order, else 1.
/// Changes nothing; the monitor may run meanwhile. Needs no QApplication.
[[nodiscard]] int verifyCommand(const DesktopOptions &options);

} // namespace telltale::app
