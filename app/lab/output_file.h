// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/option_table.h"
#include "core/base/result.h"

#include <span>
#include <string>

namespace telltale::app {

/// Whether a command may write its result there, to be asked before the work.
/// Errors: InvalidArgument, `where` = `option`, when the file is one of the `inputs` (under whatever name), or no regular file.
[[nodiscard]] Result<void> checkOutput(const std::string &option, const std::string &file, std::span<const std::string> inputs);

/// The same for what `option` names, if it is given and is not standard output ("-"): the inputs are the plant file and the operands
/// from `firstInput` on.
[[nodiscard]] Result<void> checkOutput(const Options &options, const std::string &option, std::size_t firstInput = 0);

} // namespace telltale::app
