// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace telltale {

namespace {

struct Characters {
    char32_t first;
    char32_t last;
};
/// What ends a line, steers a terminal, or turns the direction in which the rest of the line is read.
constexpr std::array<Characters, 6> kUnsafe{
    {{0x00, 0x1F}, {0x7F, 0x9F}, {0x061C, 0x061C}, {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069}}};

bool isUnsafe(char32_t character)
{
    return std::any_of(kUnsafe.begin(), kUnsafe.end(),
                       [character](const Characters &range) { return range.first <= character && character <= range.last; });
}

std::string escaped(const char *pattern, unsigned number)
{
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), pattern, number);
    return text.data();
}

} // namespace

std::string escapeLine(std::string_view text, std::size_t limit)
{
    std::string line;
    std::string_view rest = cutUtf8(text, limit);
    const bool whole = rest.size() == text.size();
    while (!rest.empty()) {
        const std::size_t length = utf8Length(rest);
        const char32_t character = utf8Character(rest);
        if (length > 0 && !isUnsafe(character))
            line += rest.substr(0, length);
        else
            line += length > 1 ? escaped("\\u%04x", character) : escaped("\\x%02x", static_cast<unsigned char>(rest.front()));
        rest.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return whole ? line : line + "…";
}

} // namespace telltale
