// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"

namespace telltale::app {

/// --add-account, --remove-account and --list-accounts: does it, says so on standard output, and returns the exit code. A PIN is asked
/// twice on the terminal without being shown; when standard input is no terminal, its first line is the PIN.
[[nodiscard]] int accountCommand(const DesktopOptions &options);

} // namespace telltale::app
