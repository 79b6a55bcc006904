// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace telltale::app {

/// Rows of words in aligned columns, the first row being the heading. The first column stands left, all others right.
[[nodiscard]] std::string textTable(const std::vector<std::vector<std::string>> &rows);

/// A number with so many digits behind the point, "-" for a missing one; the same in every locale.
[[nodiscard]] std::string fixedText(double number, int digits);
/// A number with at most six digits that matter.
[[nodiscard]] std::string shortText(double number);
/// A share as percent: "14.25 %", "-" when missing.
[[nodiscard]] std::string percentText(double share, int digits = 2);

} // namespace telltale::app
