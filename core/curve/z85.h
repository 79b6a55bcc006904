// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace telltale::curve {

inline constexpr std::size_t kKeyBytes = 32;
inline constexpr std::size_t kKeyCharacters = 40;

using KeyBytes = std::array<unsigned char, kKeyBytes>;
using KeyText = std::array<char, kKeyCharacters>;

/// Z85: the form in which ZeroMQ writes keys, without quotes, backslashes and spaces. Both directions write into the caller's memory and
/// keep nothing, because a key may be a secret.
/// Source: ZeroMQ RFC 32. Thread: any.
void encodeZ85(const KeyBytes &key, KeyText &text);
/// False for a text of another length, a character that is not of the alphabet, and groups beyond 32 bits; `key` is then all zeros.
[[nodiscard]] bool decodeZ85(std::string_view text, KeyBytes &key);

} // namespace telltale::curve
