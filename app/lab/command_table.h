// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/lab.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace telltale::app {

struct LabCommand {
    unsigned bit; ///< so that an option's row can say where it belongs
    std::string_view name;
    std::string_view operands;
    std::size_t operandCount;
    Result<void> (*act)(const Options &options, Lab &lab);
    std::string_view text; ///< one line for people
    std::string_view more; ///< further lines of its help
};

[[nodiscard]] std::span<const LabCommand> labCommands();
/// nullptr when there is none.
[[nodiscard]] const LabCommand *labCommand(std::string_view name);
/// The options that a command takes, from the one table of all.
[[nodiscard]] std::vector<OptionRule> labOptionsOf(const LabCommand &command);

/// Text of `telltale-lab --help` and `telltale-lab COMMAND --help`.
[[nodiscard]] std::string labHelp();
[[nodiscard]] std::string labHelp(const LabCommand &command);

} // namespace telltale::app
