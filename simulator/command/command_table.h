// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/option_table.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace telltale::simulator {

/// One bit per command, so that an option's row can say where it belongs.
enum CommandBit : unsigned { kList = 1, kRun = 2, kReplay = 4, kHost = 8, kGenerate = 16, kChannels = 32, kHelp = 64, kKeygen = 128 };

struct CommandRule {
    CommandBit bit;
    std::string_view name;
    std::string_view operand; ///< what follows it, empty = nothing
    std::string_view text;    ///< one line for people
    std::string_view more;    ///< further lines of its help
};

[[nodiscard]] std::span<const CommandRule> commandRules();
/// nullptr when there is none.
[[nodiscard]] const CommandRule *findCommand(std::string_view name);
/// The options that a command takes, from the one table of all.
[[nodiscard]] std::vector<OptionRule> optionsOf(const CommandRule &command);

/// Paragraphs of a command's help below its options.
[[nodiscard]] std::string remarksOf(const CommandRule &command);

/// Text of `telltale-sim help` and `telltale-sim help COMMAND`.
[[nodiscard]] std::string overviewHelp();
[[nodiscard]] std::string commandHelp(const CommandRule &command);

} // namespace telltale::simulator
