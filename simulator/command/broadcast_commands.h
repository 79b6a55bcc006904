// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/option_table.h"

#include <ostream>

namespace telltale::simulator {

/// The commands that publish. They print `bound ADDRESS` on `out` as soon as somebody can connect, and notes on `err`.
/// Errors: InvalidArgument for wrong usage, anything else for a failure.
[[nodiscard]] Result<void> runScenario(const Options &options, std::ostream &out, std::ostream &err);
[[nodiscard]] Result<void> replayFile(const Options &options, std::ostream &out, std::ostream &err);
[[nodiscard]] Result<void> publishHost(const Options &options, std::ostream &out, std::ostream &err);

} // namespace telltale::simulator
