// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"

#include <string>

namespace telltale::app {

/// Says why there will be no window: on standard error, and where there is a display in a dialog too, because who starts from an icon sees
/// no terminal. Returns when the dialog is closed, after --run-for, or on a stop signal. Needs a QApplication. Thread: UI.
void showStartFailure(const std::string &why, const DesktopOptions &options, int stopSignals);

} // namespace telltale::app
