// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// One command-line option as a row of a table: the table parses, prints --help and feeds the manual page.
struct OptionRule {
    std::string_view name;     ///< with its dashes: "--feed"
    std::string_view argument; ///< what follows it, "URI"; empty = a switch
    std::string_view text;     ///< one sentence for people
    bool repeats = false;      ///< may be given more than once
};

/// What was given. Names must be in the table that was parsed with.
class Options {
public:
    [[nodiscard]] bool has(std::string_view name) const { return m_given.contains(std::string(name)); }
    /// The last value given, or `fallback`.
    [[nodiscard]] std::string text(std::string_view name, std::string_view fallback = {}) const;
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
    /// Errors: InvalidArgument, `where` = the option, when the text is no finite number within [min, max].
    [[nodiscard]] Result<double> number(std::string_view name, double fallback, double min, double max) const;
    [[nodiscard]] const std::vector<std::string> &positional() const { return m_positional; }

private:
    friend Result<Options> parseOptions(std::span<const std::string>, std::span<const OptionRule>);
    std::map<std::string, std::vector<std::string>> m_given;
    std::vector<std::string> m_positional;
};

/// Understands "--name value", "--name=value" and "--" (everything after it is positional).
/// Errors: InvalidArgument naming the option, with the nearest known one for a misspelt name.
[[nodiscard]] Result<Options> parseOptions(std::span<const std::string> arguments, std::span<const OptionRule> rules);

/// The table as aligned lines for --help.
[[nodiscard]] std::string optionHelp(std::span<const OptionRule> rules);

/// The candidate that takes the fewest single-character edits to become `word`, or "" when all are too far (more than a third of it).
[[nodiscard]] std::string nearestWord(std::string_view word, std::span<const std::string_view> candidates);

} // namespace telltale
