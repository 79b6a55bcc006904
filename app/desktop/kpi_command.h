// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"

namespace telltale::app {

/// `--kpi`: the figures of the KPI page as CSV, into a file or (-) to standard output. Without --until up to now, without --since from the
/// start of the shift that this belongs to. The answer is the program's exit code.
[[nodiscard]] int kpiCommand(const DesktopOptions &options);

} // namespace telltale::app
