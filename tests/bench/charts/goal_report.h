// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace telltale::bench {

/// What one goal says. Units: of the measure, printed behind it ("x", "%", "ms").
struct Goal {
    std::string number; ///< "G1"
    std::string what;
    double limit = 0.0;
    std::string unit = "x";
};

/// Prints a goal with what was measured: the median of all passes, with the smallest and the largest. Says when nothing was measured.
void report(const Goal &goal, std::vector<double> passes);
/// The same for a comparison without a limit.
void remark(const std::string &what, std::vector<double> passes, const std::string &unit = "x");
/// How many of the goals reported so far were missed.
[[nodiscard]] int missedGoals();

/// Ratios pass by pass; empty when either is.
[[nodiscard]] std::vector<double> ratios(const std::vector<double> &ours, const std::vector<double> &theirs);

} // namespace telltale::bench
