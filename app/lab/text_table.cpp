// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/text_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace telltale::app {

namespace {

/// Characters, not bytes.
std::size_t widthOf(const std::string &text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

} // namespace

std::string textTable(const std::vector<std::vector<std::string>> &rows)
{
    std::vector<std::size_t> widths;
    for (const auto &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(row[i]));
    }
    std::string text;
    for (const auto &row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string blanks(widths[i] - widthOf(row[i]), ' ');
            text += i == 0 ? row[i] + (row.size() > 1 ? blanks : "") : "  " + blanks + row[i];
        }
        text += '\n';
    }
    return text;
}

std::string fixedText(double number, int digits)
{
    if (std::isnan(number))
        return "-";
    std::array<char, 400> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, digits).ptr;
    return {text.data(), end};
}

std::string shortText(double number)
{
    if (std::isnan(number))
        return "-";
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::general, 6).ptr;
    return {text.data(), end};
}

std::string percentText(double share, int digits)
{
    return std::isnan(share) ? "-" : fixedText(100.0 * share, digits) + " %";
}

} // namespace telltale::app
