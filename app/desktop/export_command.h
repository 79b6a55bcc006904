// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"

namespace telltale::app {

/// --export-incident, --open-report and --export-journal: writes, says on standard output what was written, and returns the exit code.
[[nodiscard]] int exportIncidentCommand(const DesktopOptions &options);
[[nodiscard]] int openReportCommand(const DesktopOptions &options);
[[nodiscard]] int exportJournalCommand(const DesktopOptions &options);

} // namespace telltale::app
