// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curve/z85.h"

namespace telltale::curve {

namespace {

constexpr std::string_view kAlphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";
constexpr std::uint64_t kBase = kAlphabet.size();
constexpr std::size_t kGroupBytes = 4;
constexpr std::size_t kGroupCharacters = 5;
static_assert(kBase == 85 && kKeyBytes / kGroupBytes == kKeyCharacters / kGroupCharacters);

/// Five characters, the most significant first. False when they are no number of 32 bits.
bool readGroup(std::string_view text, std::uint64_t &group)
{
    group = 0;
    for (const char character : text) {
        const std::size_t digit = kAlphabet.find(character);
        if (digit == std::string_view::npos)
            return false;
        group = group * kBase + digit;
    }
    return group <= UINT32_MAX;
}

} // namespace

void encodeZ85(const KeyBytes &key, KeyText &text)
{
    for (std::size_t place = 0; place < kKeyBytes / kGroupBytes; ++place) {
        std::uint64_t group = 0;
        for (std::size_t i = 0; i < kGroupBytes; ++i)
            group = group << 8 | key[place * kGroupBytes + i];
        for (std::size_t i = kGroupCharacters; i-- > 0; group /= kBase)
            text[place * kGroupCharacters + i] = kAlphabet[group % kBase];
    }
}

bool decodeZ85(std::string_view text, KeyBytes &key)
{
    key.fill(0);
    if (text.size() != kKeyCharacters)
        return false;
    for (std::size_t place = 0; place < kKeyBytes / kGroupBytes; ++place) {
        std::uint64_t group = 0;
        if (!readGroup(text.substr(place * kGroupCharacters, kGroupCharacters), group)) {
            key.fill(0);
            return false;
        }
        for (std::size_t i = 0; i < kGroupBytes; ++i)
            key[place * kGroupBytes + i] = static_cast<unsigned char>(group >> (8 * (kGroupBytes - 1 - i)));
    }
    return true;
}

} // namespace telltale::curve
