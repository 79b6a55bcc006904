// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/svg_parts.h"

#include "core/report/html_text.h"

#include <array>
#include <charconv>

namespace telltale::report::svg {

std::string open(const Canvas &canvas)
{
    const std::string title = canvas.id + "-title";
    const std::string description = canvas.id + "-text";
    return "<svg class=\"chart\" role=\"img\" aria-labelledby=\"" + title + ' ' + description + "\" viewBox=\"0 0 " + pixel(canvas.width)
           + ' ' + pixel(canvas.height) + "\">\n<title id=\"" + title + "\">" + htmlText(canvas.title) + "</title>\n<desc id=\""
           + description + "\">" + htmlText(canvas.description) + "</desc>\n";
}

std::string pixel(double at)
{
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), at, std::chars_format::fixed, 1).ptr;
    return {digits.data(), end};
}

std::string point(double x, double y)
{
    return pixel(x) + ',' + pixel(y) + ' ';
}

std::string line(double x1, double y1, double x2, double y2, const char *css)
{
    return "<line class=\"" + std::string(css) + "\" x1=\"" + pixel(x1) + "\" y1=\"" + pixel(y1) + "\" x2=\"" + pixel(x2) + "\" y2=\""
           + pixel(y2) + "\"/>\n";
}

std::string text(double x, double y, const char *css, std::string_view content)
{
    return "<text class=\"" + std::string(css) + "\" x=\"" + pixel(x) + "\" y=\"" + pixel(y) + "\">" + htmlText(content) + "</text>\n";
}

} // namespace telltale::report::svg
