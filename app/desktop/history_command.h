// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"

namespace telltale::app {

/// `--backup`: what it says on standard output, and an exit code.
int backupCommand(const DesktopOptions &options);
/// `--import-history`: each file is tried; one that cannot be taken in makes the exit code 3, none at all 1.
int importHistoryCommand(const DesktopOptions &options);

} // namespace telltale::app
