// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include <array>
#include <cstdio>

namespace telltale {

std::string escapeLine(std::string_view text, std::size_t limit)
{
    std::string line;
    for (const char c : text.substr(0, limit)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7f) {
            line += c;
            continue;
        }
        std::array<char, 8> escaped{};
        std::snprintf(escaped.data(), escaped.size(), "\\x%02x", byte);
        line += escaped.data();
    }
    if (text.size() > limit)
        line += "…";
    return line;
}

} // namespace telltale
