// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"

namespace telltale::app {

/// --keygen: makes the two files, shows the public key and its fingerprint on standard output, never the secret, and returns the exit code.
[[nodiscard]] int keygenCommand(const DesktopOptions &options);

} // namespace telltale::app
