// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/chunk.h"

#include <span>
#include <string>
#include <vector>

namespace telltale::report {

/// A moment worth a line in a chart.
struct ChartMark {
    UtcTime time = kNoTime;
    std::string label;   ///< plain text
    bool strong = false; ///< the raise itself
    char letter = 0;     ///< where there is no room for the label
};

/// A time that is hatched at the foot of a chart.
struct ChartSpan {
    UtcTime from = kNoTime;
    UtcTime until = kNoTime; ///< kNoTime: to the end of the chart
    std::string label;       ///< plain text
};

/// One sensor over a span of time, with the band that the detector expected. All texts are plain, the chart escapes them.
struct ChartRequest {
    std::string id; ///< distinguishes charts of one page: letters and digits
    std::string title;
    std::string description; ///< for people who cannot see it
    std::string valueAxis;   ///< "temperature (°C)"
    std::string timeAxis;
    std::span<const ChunkPtr> samples; ///< in time order, not overlapping
    std::int64_t from = 0;             ///< nanoseconds, half-open
    std::int64_t to = 0;
    std::vector<ChartMark> marks;
    std::vector<ChartSpan> spans = {};
};

/// The chart as one inline <svg> element without script or reference to anything outside it. At most 800 columns, each with its smallest
/// and largest value, whatever the number of samples; gaps stay gaps. Shapes: empty text when no finite value lies in the span.
[[nodiscard]] std::string svgChart(const ChartRequest &request);

/// Count, smallest and largest finite value of a span: the chart in words.
struct ValueSummary {
    std::size_t samples = 0;
    std::size_t missing = 0;
    double min = kMissing;
    double max = kMissing;
    UtcTime first = kNoTime;
    UtcTime last = kNoTime;
};
[[nodiscard]] ValueSummary summarise(std::span<const ChunkPtr> samples, std::int64_t from, std::int64_t to);

} // namespace telltale::report
