// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/svg_chart.h"

#include "core/report/chart_geometry.h"
#include "core/report/svg_parts.h"

#include <cmath>

namespace telltale::report {

using svg::line;
using svg::pixel;
using svg::text;

namespace {

constexpr double kWidth = 760;
constexpr double kHeight = 240;
constexpr double kLeft = 64;
constexpr double kRight = 12;
constexpr double kTop = 34;
constexpr double kBottom = 40;

std::string shape(const char *element, const char *css, const ChartLine &points)
{
    std::string html = '<' + std::string(element) + " class=\"" + css + "\" points=\"";
    for (const ChartPoint &each : points)
        html += svg::point(each.x, each.y);
    return html + "\"/>\n";
}

std::string axes(const ChartCurves &curves, const ChartFrame &frame)
{
    std::string html;
    for (const ChartTick &tick : curves.valueTicks) {
        const double y = frame.y(tick.at);
        html += line(kLeft, y, kWidth - kRight, y, "grid") + text(kLeft - 6, y + 3.5, "value-tick", tick.label);
    }
    for (const ChartTick &tick : curves.timeTicks) {
        const double x = frame.x(tick.at);
        html += line(x, kTop, x, kHeight - kBottom, "grid") + text(x, kHeight - kBottom + 14, "time-tick", tick.label);
    }
    return html;
}

/// Hatched at the foot of the plot, with what it was in words.
std::string heldSpans(const ChartCurves &curves, const ChartFrame &frame)
{
    constexpr double kHigh = 14;
    std::string html;
    for (const ChartSpan &span : curves.spans) {
        const double left = frame.x(double(toNanos(span.from)));
        const double right = frame.x(double(toNanos(span.until)));
        const double top = kHeight - kBottom - kHigh;
        html += shape("polygon", "held", {{left, top}, {right, top}, {right, top + kHigh}, {left, top + kHigh}});
        for (double x = left; x + 6 <= right; x += 6)
            html += line(x, top + kHigh, x + 6, top, "held-line");
        html += text(left + 2, top - 2, left > kWidth * 3 / 4 ? "mark-label left" : "mark-label", span.label);
    }
    return html;
}

std::string markLines(const ChartCurves &curves, const ChartFrame &frame)
{
    std::string html;
    int row = 0;
    for (const ChartMark &mark : curves.marks) {
        const double x = frame.x(double(toNanos(mark.time)));
        const double top = kTop - 4 - 10 * (row++ % 3);
        html += line(x, top, x, kHeight - kBottom, mark.strong ? "mark strong" : "mark")
                + text(x, top - 1, x > kWidth / 2 ? "mark-label left" : "mark-label", mark.label);
    }
    return html;
}

/// Nothing of a value is drawn outside the axes.
std::string clip(const std::string &id)
{
    return "<defs><clipPath id=\"" + id + "-plot\"><rect x=\"" + pixel(kLeft) + "\" y=\"" + pixel(kTop) + "\" width=\""
           + pixel(kWidth - kLeft - kRight) + "\" height=\"" + pixel(kHeight - kTop - kBottom) + "\"/></clipPath></defs>\n";
}

} // namespace

ValueSummary summarise(std::span<const ChunkPtr> samples, std::int64_t from, std::int64_t to)
{
    ValueSummary summary;
    for (const ChunkPtr &chunk : samples) {
        for (std::size_t i = 0; i < chunk->size(); ++i) {
            if (chunk->t[i] < from || chunk->t[i] >= to)
                continue;
            ++summary.samples;
            summary.first = summary.first == kNoTime ? fromNanos(chunk->t[i]) : summary.first;
            summary.last = fromNanos(chunk->t[i]);
            if (!std::isfinite(chunk->value[i])) {
                ++summary.missing;
                continue;
            }
            summary.min = std::fmin(summary.min, chunk->value[i]); // fmin takes the other one where one is NaN
            summary.max = std::fmax(summary.max, chunk->value[i]);
        }
    }
    return summary;
}

std::string svgChart(const ChartRequest &request)
{
    const ChartCurves curves = curvesOf(request);
    if (curves.empty())
        return {};
    const ChartFrame frame{kLeft,      kTop,       kWidth - kLeft - kRight, kHeight - kTop - kBottom, request.from, request.to,
                           curves.low, curves.high};
    std::string html = svg::open({request.id, request.title, request.description, kWidth, kHeight}) + clip(request.id) + axes(curves, frame)
                       + "<g clip-path=\"url(#" + request.id + "-plot)\">\n";
    for (const ChartLine &area : bandAreas(curves, frame))
        html += shape("polygon", "band", area);
    for (const ChartLine &values : valueLines(curves, frame))
        html += shape("polyline", "value", values);
    return html + "</g>\n" + heldSpans(curves, frame) + markLines(curves, frame)
           + text(kLeft, kHeight - 6, "axis", request.valueAxis + " · " + request.timeAxis) + "</svg>\n";
}

} // namespace telltale::report
