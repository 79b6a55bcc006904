// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chart_geometry.h"

#include "core/report/html_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace telltale::report {

using envelope::Column;

namespace {

constexpr std::size_t kMostColumns = 800;
constexpr double kTicks = 5;
constexpr double kMostTicks = 12;

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
void setAxis(ChartCurves &curves, const Range &values, const Range &band)
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
    curves.low = low - margin;
    curves.high = high + margin;
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

std::vector<ChartTick> valueTicks(double low, double high)
{
    std::vector<ChartTick> ticks;
    const double step = niceStep(high - low);
    const double first = std::ceil(low / step);
    for (double i = 0; i < kMostTicks && (first + i) * step <= high; ++i)
        ticks.push_back({(first + i) * step, plainNumber((first + i) * step)});
    return ticks;
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

std::vector<ChartTick> timeTicks(std::int64_t from, std::int64_t to)
{
    std::vector<ChartTick> ticks;
    const std::int64_t step = timeStep(to - from);
    const bool days = step >= 86'400'000'000'000;
    const std::int64_t first = from / step + (from % step > 0 ? 1 : 0);
    for (std::int64_t i = first; double(i - first) < kMostTicks && i * step < to; ++i) {
        const std::string iso = toIso(fromNanos(i * step), 0);
        ticks.push_back({double(i * step), days ? iso.substr(0, 10) : iso.substr(11, 8)});
    }
    return ticks;
}

void addColumn(ChartLine &line, const Column &column, double x, const ChartFrame &frame)
{
    float last = HUGE_VALF;
    for (const float value : {column.first, column.min, column.max, column.last}) {
        if (value != last)
            line.push_back({x, frame.y(value)});
        last = value;
    }
    if (line.size() == 1) // a lone sample still shows
        line.push_back({x + 1, frame.y(column.last)});
}

} // namespace

ChartCurves curvesOf(const ChartRequest &request)
{
    if (request.to <= request.from)
        return {};
    const std::size_t samples = summarise(request.samples, request.from, request.to).samples;
    const std::size_t count = std::clamp<std::size_t>(samples, 1, kMostColumns);
    const auto reduced = [&](std::span<const ChunkPtr> chunks) { return envelope::reduce(chunks, request.from, request.to, count); };
    ChartCurves curves;
    curves.values = reduced(request.samples);
    Range values;
    values.include(curves.values);
    if (values.empty())
        return {};
    curves.lower = reduced(withValues(request.samples, &Chunk::lower));
    curves.upper = reduced(withValues(request.samples, &Chunk::upper));
    Range band;
    band.include(curves.lower);
    band.include(curves.upper);
    setAxis(curves, values, band);
    curves.valueTicks = valueTicks(curves.low, curves.high);
    curves.timeTicks = timeTicks(request.from, request.to);
    std::ranges::copy_if(request.marks, std::back_inserter(curves.marks), [&](const ChartMark &mark) {
        return mark.time != kNoTime && toNanos(mark.time) >= request.from && toNanos(mark.time) < request.to;
    });
    for (const ChartSpan &span : request.spans) {
        const UtcTime from = std::max(span.from, fromNanos(request.from));
        const UtcTime until = std::min(span.until == kNoTime ? fromNanos(request.to) : span.until, fromNanos(request.to));
        if (from < until)
            curves.spans.push_back({from, until, span.label});
    }
    return curves;
}

std::vector<ChartLine> valueLines(const ChartCurves &curves, const ChartFrame &frame)
{
    std::vector<ChartLine> lines;
    for (std::size_t i = 0; i < curves.values.size(); ++i) {
        const Column &column = curves.values[i];
        if (column.empty())
            continue;
        if (column.gap || lines.empty())
            lines.emplace_back();
        addColumn(lines.back(), column, frame.columnX(i, curves.values.size()), frame);
    }
    return lines;
}

std::vector<ChartLine> bandAreas(const ChartCurves &curves, const ChartFrame &frame)
{
    std::vector<ChartLine> areas;
    ChartLine above;
    ChartLine below;
    const auto finish = [&] {
        above.insert(above.end(), below.rbegin(), below.rend());
        if (!above.empty())
            areas.push_back(std::move(above));
        above.clear();
        below.clear();
    };
    for (std::size_t i = 0; i < curves.lower.size(); ++i) {
        const Column &low = curves.lower[i];
        const Column &high = curves.upper[i];
        if (low.empty() || high.empty())
            continue;
        if (low.gap || high.gap)
            finish();
        const double x = frame.columnX(i, curves.lower.size());
        above.push_back({x, frame.y(high.max)});
        below.push_back({x, frame.y(low.min)});
    }
    finish();
    return areas;
}

} // namespace telltale::report
