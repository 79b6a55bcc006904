// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_text.h"

#include "core/base/json_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace telltale::report {

namespace {

std::string_view escaped(unsigned char c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return (c < 0x20 && c != '\t' && c != '\n') || c == 0x7f ? "\xEF\xBF\xBD" : std::string_view();
    }
}

std::string row(const std::vector<std::string> &cells, std::string_view element)
{
    std::string html = "<tr>";
    for (const std::string &cell : cells) {
        html += '<';
        html += element;
        html += '>';
        html += cell;
        html += "</";
        html += element;
        html += '>';
    }
    return html + "</tr>\n";
}

} // namespace

std::string htmlText(std::string_view text)
{
    std::string html;
    for (const char c : cleanUtf8(text)) {
        const auto replacement = escaped(static_cast<unsigned char>(c));
        if (replacement.empty())
            html += c;
        else
            html += replacement;
    }
    return html;
}

std::string isolated(std::string_view text)
{
    return text.empty() ? std::string(kNothing) : "<bdi>" + htmlText(text) + "</bdi>";
}

std::string plainNumber(double number, int precision)
{
    if (!std::isfinite(number))
        return std::string(kNothing);
    std::array<char, 40> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number + 0.0, std::chars_format::general, precision).ptr;
    return {digits.data(), end};
}

std::string withUnit(double number, std::string_view unit)
{
    std::string text = plainNumber(number);
    if (std::isfinite(number) && !unit.empty())
        text.append(" ").append(unit);
    return text;
}

std::string lengthText(Duration length)
{
    if (length < Duration::zero())
        return std::string(kNothing);
    const auto seconds = std::chrono::floor<std::chrono::seconds>(length).count();
    const auto pair = [](std::int64_t big, const char *bigUnit, std::int64_t small, const char *smallUnit) {
        return std::to_string(big) + ' ' + bigUnit + (small > 0 ? ' ' + std::to_string(small) + ' ' + smallUnit : std::string());
    };
    if (seconds < 120)
        return plainNumber(toSeconds(length)) + " s";
    if (seconds < 7200)
        return pair(seconds / 60, "min", seconds % 60, "s");
    if (seconds < 172'800)
        return pair(seconds / 3600, "h", seconds % 3600 / 60, "min");
    return pair(seconds / 86'400, "d", seconds % 86'400 / 3600, "h");
}

std::string HtmlTable::html() const
{
    std::string text = "<table>\n" + (header.empty() ? std::string() : "<thead>" + row(header, "th") + "</thead>\n") + "<tbody>\n";
    for (const auto &cells : rows)
        text += row(cells, "td");
    return text + "</tbody>\n</table>\n";
}

} // namespace telltale::report
