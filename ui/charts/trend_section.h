// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/envelope/envelope.h"
#include "ui/charts/trend_samples.h"

#include <limits>
#include <optional>
#include <vector>

namespace telltale::ui {

/// The expected band at one instant, or over one pixel column.
struct BandPoint {
    std::int64_t time = 0;
    float lower = 0.0F;
    float upper = 0.0F;
    bool gap = false; ///< do not join with the point before
};

/// A reading as a point: when there are fewer of them than pixel columns, or to be marked.
struct TrendPoint {
    std::int64_t time = 0;
    double value = 0.0;
    bool gap = false; ///< do not join with the point before
};

/// A stretch that is drawn as a whole.
struct TrendRun {
    TimeInterval interval;
    ChunkMarks::Kind kind = ChunkMarks::Kind::BadQuality;

    friend bool operator==(const TrendRun &, const TrendRun &) = default;
};

/// Everything of one sensor that one picture needs, reduced to its pixel columns.
struct TrendSection {
    TimeInterval interval;
    std::vector<envelope::Column> columns; ///< empty when `points` are drawn instead
    std::vector<TrendPoint> points;        ///< with the neighbours outside on both sides, so that lines reach the edges
    std::vector<BandPoint> band;           ///< where one is known
    std::vector<TrendPoint> anomalies;     ///< at most two in a column: its first and the farthest from it
    std::vector<TrendRun> runs;
    std::size_t samples = 0; ///< inside `interval`
};

inline constexpr double kUnlimited = std::numeric_limits<double>::infinity();

struct ValueExtent {
    double low = 0.0;
    double high = 0.0;
};

/// Lines and bands are broken where samples lie farther apart than `longest`.
/// Cost: O(columns + chunks inside), whatever the number of samples; the band is probed at eight samples a column.
[[nodiscard]] TrendSection sectionOf(const TrendSamples &samples, TimeInterval interval, std::size_t columns,
                                     std::optional<Duration> longest = std::nullopt);

/// What the value axis should show: all readings, and the band but for its most extreme columns, inside what is physically `possible`, and
/// as far as the readings keep an eleventh of the height. Nothing when there is neither.
[[nodiscard]] std::optional<ValueExtent> extentOf(const TrendSection &section, const ValueExtent &possible = {-kUnlimited, kUnlimited});

} // namespace telltale::ui
