// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/envelope/envelope.h"
#include "core/report/svg_chart.h"

#include <string>
#include <vector>

namespace telltale::report {

struct ChartTick {
    double at = 0.0; ///< value, or nanoseconds
    std::string label;
};

/// What a chart draws, reduced to columns, with its axes and the marks that lie inside; on whatever canvas.
/// Missing: without a finite value all is empty.
struct ChartCurves {
    std::vector<envelope::Column> values;
    std::vector<envelope::Column> lower;
    std::vector<envelope::Column> upper;
    double low = 0.0; ///< of the axis: values in full, the band as far as it does not press them flat
    double high = 0.0;
    std::vector<ChartTick> valueTicks;
    std::vector<ChartTick> timeTicks;
    std::vector<ChartMark> marks;
    std::vector<ChartSpan> spans; ///< cut at both ends of the chart

    [[nodiscard]] bool empty() const { return values.empty(); }
};
[[nodiscard]] ChartCurves curvesOf(const ChartRequest &request);

/// The rectangle of a canvas that stands for the span of times and values; y grows downwards.
struct ChartFrame {
    double left = 0.0;
    double top = 0.0;
    double width = 0.0;
    double height = 0.0;
    std::int64_t from = 0;
    std::int64_t to = 1;
    double low = 0.0;
    double high = 1.0;

    [[nodiscard]] double x(double nanos) const { return left + (nanos - double(from)) / (double(to) - double(from)) * width; }
    [[nodiscard]] double y(double value) const { return top + (high - value) / (high - low) * height; }
    [[nodiscard]] double columnX(std::size_t column, std::size_t columns) const
    {
        return left + (double(column) + 0.5) / double(columns) * width;
    }
};

struct ChartPoint {
    double x = 0.0;
    double y = 0.0;
};
using ChartLine = std::vector<ChartPoint>;

/// One line per stretch without a gap; a lone sample is a short one.
[[nodiscard]] std::vector<ChartLine> valueLines(const ChartCurves &curves, const ChartFrame &frame);
/// One closed outline per stretch in which both bounds are known.
[[nodiscard]] std::vector<ChartLine> bandAreas(const ChartCurves &curves, const ChartFrame &frame);

} // namespace telltale::report
