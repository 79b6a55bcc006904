// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"

namespace telltale::app {

/// `--alive`: whether the instance of the data folder lives, in a line on standard output; 0 when all is well, 1 otherwise.
int aliveCommand(const DesktopOptions &options);

} // namespace telltale::app
