// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace telltale {

inline constexpr std::size_t kMaxAssetPathBytes = 128;

/// What feeds, plant files and the simulator may call an asset: levels of letters, digits and `._-`, separated by single slashes, together
/// at most kMaxAssetPathBytes. A level is neither empty nor `.` nor `..`: in the asset tree it would be a row without a name.
/// Thread: any. Cost: one walk over the text.
[[nodiscard]] bool isAssetPath(std::string_view text);

/// The rule in words, for an error's "expected".
inline constexpr std::string_view kAssetPathRule = "1 to 128 letters, digits and ._-, in levels between single slashes";

} // namespace telltale
