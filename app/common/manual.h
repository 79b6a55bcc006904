// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/option_table.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace telltale::app {

/// One command of a program that has several, with what its help says.
struct ManualCommand {
    std::string_view name;
    std::string_view operands;
    std::string_view text;
    std::vector<OptionRule> options;
    std::string remarks; ///< paragraphs for people; lines are filled anew
};

/// A manual page as somebody wrote it, without what the tables of the program know. A line "@OPTIONS@" or "@COMMANDS@" stands for a table,
/// "@NAME@" within a line for a value. What belongs to one option or command beyond its sentence is between `.\"+ NAME` and `.\"-`.
class ManualTemplate {
public:
    explicit ManualTemplate(std::string_view source);

    /// Errors: InvalidArgument for a place that nothing is known for, and for text that belongs to no option or command of the tables.
    [[nodiscard]] Result<std::string> page(std::span<const OptionRule> options, std::span<const ManualCommand> commands,
                                           const std::map<std::string, std::string> &values) const;

private:
    std::vector<std::string> m_lines;
    std::map<std::string, std::string, std::less<>> m_more; ///< by option or command
};

/// Plain text as roff input that prints the same.
[[nodiscard]] std::string roffText(std::string_view text);

} // namespace telltale::app
