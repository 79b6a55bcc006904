// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace telltale {

/// Length of the well-formed sequence at the front of `text`, 0 if there is none.   Source: Unicode 15, table 3-7.
[[nodiscard]] std::size_t utf8Length(std::string_view text);

/// The character at the front of `text`, 0 where there is no well-formed one.
[[nodiscard]] char32_t utf8Character(std::string_view text);

/// As much of the front of `text` as fits into `most` bytes without cutting a well-formed sequence in two.
[[nodiscard]] std::string_view cutUtf8(std::string_view text, std::size_t most);

} // namespace telltale
