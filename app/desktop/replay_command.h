// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"

namespace telltale::app {

/// `--replay`: a window on a stretch of the stored past, with nothing behind it that could write. The answer is the program's exit code.
[[nodiscard]] int replayCommand(const DesktopOptions &options, int stopSignals);

} // namespace telltale::app
