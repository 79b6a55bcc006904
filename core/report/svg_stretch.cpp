// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/svg_stretch.h"

#include "core/report/html_text.h"
#include "core/report/svg_parts.h"

#include <algorithm>
#include <cmath>

namespace telltale::report {

namespace {

constexpr double kWidth = 760;
constexpr double kHeight = 170;
constexpr double kLeft = 64;
constexpr double kRight = 12;
constexpr double kTop = 14;
constexpr double kBottom = 34;
constexpr double kSample = 26; ///< length of a line in the legend

struct Scale {
    double low;
    double high;

    /// Halves, so that the difference of two huge numbers does not become infinite.
    [[nodiscard]] double y(double value) const
    {
        const double span = high / 2 - low / 2;
        const double share = span > 0 ? (high / 2 - value / 2) / span : 0.5;
        return kTop + share * (kHeight - kTop - kBottom);
    }
};

std::string curve(const std::vector<double> &values, const Scale &scale, const char *css)
{
    std::string points;
    const double step = (kWidth - kLeft - kRight) / double(values.size() - 1);
    for (std::size_t i = 0; i < values.size(); ++i)
        points += svg::point(kLeft + double(i) * step, scale.y(values[i]));
    return "<polyline class=\"" + std::string(css) + "\" points=\"" + points + "\"/>\n";
}

std::string tick(double value, const Scale &scale, const std::string &unit)
{
    const double y = scale.y(value);
    return svg::line(kLeft, y, kWidth - kRight, y, "grid") + svg::text(kLeft - 6, y + 3.5, "value-tick", withUnit(value, unit));
}

std::string legend(double x, const char *css, const std::string &name)
{
    const double y = kHeight - 10;
    return svg::line(x, y - 3.5, x + kSample, y - 3.5, css) + svg::text(x + kSample + 6, y, "axis", name);
}

} // namespace

bool canBeDrawn(const StretchRequest &request)
{
    const auto known = [](const std::vector<double> &values) {
        return std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
    };
    return request.actual.size() >= 2 && request.actual.size() == request.nearest.size() && known(request.actual) && known(request.nearest);
}

std::string svgStretch(const StretchRequest &request)
{
    if (!canBeDrawn(request))
        return {};
    const auto [actualLow, actualHigh] = std::ranges::minmax(request.actual);
    const auto [nearestLow, nearestHigh] = std::ranges::minmax(request.nearest);
    const Scale scale{std::min(actualLow, nearestLow), std::max(actualHigh, nearestHigh)};
    return svg::open({request.id, request.title, request.description, kWidth, kHeight}) + tick(scale.low, scale, request.unit)
           + (scale.high > scale.low ? tick(scale.high, scale, request.unit) : std::string()) + curve(request.nearest, scale, "value past")
           + curve(request.actual, scale, "value") + legend(kLeft, "value", request.actualName)
           + legend(kWidth / 2, "value past", request.nearestName) + "</svg>\n";
}

} // namespace telltale::report
