// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace telltale::config {

struct Entry;

/// One value of a TOML document with the line it stands on: all that the checks need, and the TOML library stays in one file.
struct Node {
    enum class Kind { Text, Number, Flag, Time, List, Table };
    Kind kind = Kind::Table;
    std::size_t line = 0; ///< from 1; a table's is that of its header
    std::string text;     ///< Text
    double number = 0.0;  ///< Number; may be infinite or NaN
    bool flag = false;    ///< Flag
    std::vector<Node> items;
    std::vector<Entry> entries; ///< Table, in the order of the file
};

struct Entry {
    std::string key;
    std::size_t line = 0;
    Node value;
};

/// Where the text stops being TOML.
struct SyntaxProblem {
    std::size_t line = 0;
    std::string what;
};

/// Errors: one problem, the first; text nested deeper than kMaxDepth is one. Never throws.
inline constexpr std::size_t kMaxDepth = 32;
[[nodiscard]] std::variant<Node, SyntaxProblem> parseToml(std::string_view text);

/// What was found, for people: `text "abc"`, `number 5`, `a list`.
[[nodiscard]] std::string describe(const Node &node);
/// Text or key of the file as it may stand in an error, at most so many bytes of it; what may be a secret that slipped in is not repeated.
[[nodiscard]] std::string quotable(std::string_view text, std::size_t most);

} // namespace telltale::config
