// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <string>
#include <string_view>
#include <vector>

namespace telltale::report {

/// What a report shows where nothing is known.
inline constexpr std::string_view kNothing = "–";

/// Foreign text as HTML text: no character of it is markup, neither between tags nor inside a quoted attribute. Bytes that are no UTF-8 and
/// control characters become U+FFFD; tab and line feed stay.
[[nodiscard]] std::string htmlText(std::string_view text);

/// The same in an element of its own direction, so that a right-to-left override inside cannot reach what stands beside it.
[[nodiscard]] std::string isolated(std::string_view text);

/// Six significant digits, locale-free. Missing: "–" for what is not finite.
[[nodiscard]] std::string plainNumber(double number, int precision = 6);
/// "88.125 °C"; the unit is plain text and still has to be escaped.
[[nodiscard]] std::string withUnit(double number, std::string_view unit);
/// "75 s", "12 min 5 s", "3 h 20 min", "2 d 4 h". Missing: "–" for a negative length.
[[nodiscard]] std::string lengthText(Duration length);

/// Rows of finished HTML cells.
struct HtmlTable {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;

    [[nodiscard]] std::string html() const;
};

} // namespace telltale::report
