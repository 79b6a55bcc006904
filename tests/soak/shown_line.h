// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace telltale::soak {

/// What the seated operator says: "<steady ms> <word> <number> <text>".
struct ShownLine {
    std::int64_t ms = 0;
    std::string word;         ///< "ready", "shown", "banner", "stall"
    std::uint64_t number = 0; ///< occurrence; 1 = the banner shows; ms that the window itself took for something
    std::string text;         ///< state; what the banner says; ms that it stood still, other programs' share of the processor included
};

/// How long the window stood still, at the longest. Unit: ms.
struct Stall {
    std::uint64_t ownMs = 0;   ///< that the program itself took
    std::uint64_t totalMs = 0; ///< also because others had the processor

    [[nodiscard]] std::string text() const { return std::to_string(totalMs) + " ms, by itself " + std::to_string(ownMs) + " ms"; }
};

/// Of what was said in [fromMs, toMs).
[[nodiscard]] Stall longestStall(const std::vector<ShownLine> &lines, std::int64_t fromMs, std::int64_t toMs);

/// Missing: nothing where it is not such a line: other people write to standard output too.
[[nodiscard]] std::optional<ShownLine> readShownLine(const std::string &line);

/// Cuts a stream into lines; what is not whole waits for its end.
class ShownLines {
public:
    void take(const std::string &bytes);
    /// What is not whole never will be: its writer was killed.
    void cut() { m_rest.clear(); }
    [[nodiscard]] const std::vector<ShownLine> &all() const { return m_lines; }

private:
    std::vector<ShownLine> m_lines;
    std::string m_rest;
};

} // namespace telltale::soak
