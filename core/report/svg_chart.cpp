// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/svg_chart.h"

#include "core/envelope/envelope.h"
#include "core/report/html_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace telltale::report {

using envelope::Column;

namespace {

constexpr double kWidth = 760;
constexpr double kHeight = 240;
constexpr double kLeft = 64;
constexpr double kRight = 12;
constexpr double kTop = 34;
constexpr double kBottom = 40;
constexpr std::size_t kMostColumns = 800;
constexpr double kTicks = 5;

struct Plot {
    std::int64_t from;
    std::int64_t to;
    double low;
    double high;

    [[nodiscard]] double x(double nanos) const
    {
        return kLeft + (nanos - double(from)) / (double(to) - double(from)) * (kWidth - kLeft - kRight);
    }
    [[nodiscard]] double y(double value) const { return kTop + (high - value) / (high - low) * (kHeight - kTop - kBottom); }
    [[nodiscard]] double columnX(std::size_t column, std::size_t columns) const
    {
        return kLeft + (double(column) + 0.5) / double(columns) * (kWidth - kLeft - kRight);
    }
};

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

/// The chunks with another column as their value, for the bounds of the band.
std::vector<ChunkPtr> withValues(std::span<const ChunkPtr> chunks, std::vector<float> Chunk::*column)
{
    std::vector<ChunkPtr> changed;
    for (const ChunkPtr &chunk : chunks) {
        auto copy = std::make_shared<Chunk>();
        copy->t = chunk->t;
        copy->flags = chunk->flags;
        copy->value.assign(((*chunk).*column).begin(), ((*chunk).*column).end());
        changed.push_back(std::move(copy));
    }
    return changed;
}

struct Range {
    double low = HUGE_VAL;
    double high = -HUGE_VAL;

    void include(const std::vector<Column> &columns)
    {
        for (const Column &column : columns) {
            if (column.empty())
                continue;
            low = std::min(low, double(column.min));
            high = std::max(high, double(column.max));
        }
    }
    [[nodiscard]] bool empty() const { return low > high; }
};

/// Values in full; the band as far as it does not press the values flat.
Plot plotFor(const ChartRequest &request, const Range &values, const Range &band)
{
    const double span = values.high - values.low;
    double low = values.low;
    double high = values.high;
    if (!band.empty()) {
        const double reach = span > 0 ? 1.5 * span : HUGE_VAL;
        low = std::min(low, std::max(band.low, low - reach));
        high = std::max(high, std::min(band.high, high + reach));
    }
    const double margin = high > low ? 0.06 * (high - low) : std::max(1.0, std::fabs(high) * 0.1);
    return {request.from, request.to, low - margin, high + margin};
}

/// One <polyline> per stretch without a gap.
std::string valueLines(const std::vector<Column> &columns, const Plot &plot)
{
    std::string html;
    std::string points;
    const auto finish = [&] {
        if (!points.empty())
            html += "<polyline class=\"value\" points=\"" + points + "\"/>\n";
        points.clear();
    };
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column &column = columns[i];
        if (column.empty())
            continue;
        if (column.gap)
            finish();
        const double x = plot.columnX(i, columns.size());
        float last = HUGE_VALF;
        for (const float value : {column.first, column.min, column.max, column.last}) {
            if (value != last)
                points += point(x, plot.y(value));
            last = value;
        }
        if (points.find(' ') + 1 == points.size()) // a lone sample still shows
            points += point(x + 1, plot.y(column.last));
    }
    finish();
    return html;
}

std::string bandAreas(const std::vector<Column> &lower, const std::vector<Column> &upper, const Plot &plot)
{
    std::string html;
    std::string above;
    std::string below;
    const auto finish = [&] {
        if (!above.empty())
            html += "<polygon class=\"band\" points=\"" + above + below + "\"/>\n";
        above.clear();
        below.clear();
    };
    for (std::size_t i = 0; i < lower.size(); ++i) {
        if (lower[i].empty() || upper[i].empty())
            continue;
        if (lower[i].gap || upper[i].gap)
            finish();
        const double x = plot.columnX(i, lower.size());
        above += point(x, plot.y(upper[i].max));
        below = point(x, plot.y(lower[i].min)) + below;
    }
    finish();
    return html;
}

std::string text(double x, double y, const char *css, std::string_view content)
{
    return "<text class=\"" + std::string(css) + "\" x=\"" + pixel(x) + "\" y=\"" + pixel(y) + "\">" + htmlText(content) + "</text>\n";
}

std::string line(double x1, double y1, double x2, double y2, const char *css)
{
    return "<line class=\"" + std::string(css) + "\" x1=\"" + pixel(x1) + "\" y1=\"" + pixel(y1) + "\" x2=\"" + pixel(x2) + "\" y2=\""
           + pixel(y2) + "\"/>\n";
}

double niceStep(double span)
{
    const double rough = span / kTicks;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= rough)
            return factor * power;
    return 10.0 * power;
}

std::string valueAxis(const Plot &plot)
{
    std::string html;
    const double step = niceStep(plot.high - plot.low);
    const double first = std::ceil(plot.low / step);
    for (double i = 0; i < 12 && (first + i) * step <= plot.high; ++i) {
        const double value = (first + i) * step;
        const double y = plot.y(value);
        html += line(kLeft, y, kWidth - kRight, y, "grid") + text(kLeft - 6, y + 3.5, "value-tick", plainNumber(value));
    }
    return html;
}

std::int64_t timeStep(std::int64_t span)
{
    constexpr std::int64_t kSecond = 1'000'000'000;
    constexpr std::array<std::int64_t, 20> kSteps{1,   2,    5,    10,   15,    30,    60,    120,    300,    600,
                                                  900, 1800, 3600, 7200, 21600, 43200, 86400, 172800, 604800, 2592000};
    for (const std::int64_t step : kSteps)
        if (span / (step * kSecond) <= 6)
            return step * kSecond;
    return 31'536'000 * kSecond;
}

std::string timeAxis(const Plot &plot)
{
    std::string html;
    const std::int64_t step = timeStep(plot.to - plot.from);
    const bool days = step >= 86'400'000'000'000;
    const std::int64_t first = plot.from / step + (plot.from % step > 0 ? 1 : 0);
    for (std::int64_t i = first; i - first < 12 && i * step < plot.to; ++i) {
        const double x = plot.x(double(i * step));
        const std::string iso = toIso(fromNanos(i * step), 0);
        html += line(x, kTop, x, kHeight - kBottom, "grid")
                + text(x, kHeight - kBottom + 14, "time-tick", days ? iso.substr(0, 10) : iso.substr(11, 8));
    }
    return html;
}

std::string markLines(const ChartRequest &request, const Plot &plot)
{
    std::string html;
    int row = 0;
    for (const ChartMark &mark : request.marks) {
        if (mark.time == kNoTime || toNanos(mark.time) < request.from || toNanos(mark.time) >= request.to)
            continue;
        const double x = plot.x(double(toNanos(mark.time)));
        const double top = kTop - 4 - 10 * (row++ % 3);
        html += line(x, top, x, kHeight - kBottom, mark.strong ? "mark strong" : "mark")
                + text(x, top - 1, x > kWidth / 2 ? "mark-label left" : "mark-label", mark.label);
    }
    return html;
}

std::string open(const ChartRequest &request)
{
    const std::string title = request.id + "-title";
    const std::string description = request.id + "-text";
    return "<svg class=\"chart\" role=\"img\" aria-labelledby=\"" + title + ' ' + description + "\" viewBox=\"0 0 " + pixel(kWidth) + ' '
           + pixel(kHeight) + "\">\n<title id=\"" + title + "\">" + htmlText(request.title) + "</title>\n<desc id=\"" + description + "\">"
           + htmlText(request.description) + "</desc>\n<defs><clipPath id=\"" + request.id + "-plot\"><rect x=\"" + pixel(kLeft) + "\" y=\""
           + pixel(kTop) + "\" width=\"" + pixel(kWidth - kLeft - kRight) + "\" height=\"" + pixel(kHeight - kTop - kBottom)
           + "\"/></clipPath></defs>\n";
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
    if (request.to <= request.from)
        return {};
    const std::size_t samples = summarise(request.samples, request.from, request.to).samples;
    const std::size_t count = std::clamp<std::size_t>(samples, 1, kMostColumns);
    const auto reduced = [&](std::span<const ChunkPtr> chunks) { return envelope::reduce(chunks, request.from, request.to, count); };
    const auto columns = reduced(request.samples);
    const auto lower = reduced(withValues(request.samples, &Chunk::lower));
    const auto upper = reduced(withValues(request.samples, &Chunk::upper));
    Range values;
    values.include(columns);
    if (values.empty())
        return {};
    Range band;
    band.include(lower);
    band.include(upper);
    const Plot plot = plotFor(request, values, band);
    return open(request) + valueAxis(plot) + timeAxis(plot) + "<g clip-path=\"url(#" + request.id + "-plot)\">\n"
           + bandAreas(lower, upper, plot) + valueLines(columns, plot) + "</g>\n" + markLines(request, plot)
           + text(kLeft, kHeight - 6, "axis", request.valueAxis + " · " + request.timeAxis) + "</svg>\n";
}

} // namespace telltale::report
