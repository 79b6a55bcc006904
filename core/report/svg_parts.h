// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// Elements of inline SVG. Coordinates with one decimal, locale-free; all texts are escaped here.
namespace telltale::report::svg {

struct Canvas {
    std::string id; ///< letters and digits
    std::string title;
    std::string description;
    double width;
    double height;
};

/// The start of a picture, with its title and description for people who cannot see it; to be ended with `</svg>`.
[[nodiscard]] std::string open(const Canvas &canvas);
[[nodiscard]] std::string pixel(double at);
[[nodiscard]] std::string point(double x, double y); ///< "1.0,2.0 "
[[nodiscard]] std::string line(double x1, double y1, double x2, double y2, const char *css);
[[nodiscard]] std::string text(double x, double y, const char *css, std::string_view content);

} // namespace telltale::report::svg
