// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/quality.h"
#include "ui/charts/trend_samples.h"

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace telltale::ui {

/// What one sensor said in one row.
struct TrendCell {
    double low = kMissing; ///< smallest and largest reading; the same where there is one. Missing: no reading, or none with a value
    double high = kMissing;
    float score = std::numeric_limits<float>::quiet_NaN(); ///< the largest, in units of the limit
    std::size_t readings = 0;                              ///< with or without a value
    std::size_t missing = 0;                               ///< of these: without a value
    std::size_t anomalous = 0;
    Quality quality = Quality::Good; ///< the worst
};

struct TrendRow {
    UtcTime from{};
    UtcTime to{};                 ///< the same as `from`: one instant
    Duration silentBefore{0};     ///< how long nothing at all was recorded until then; zero where that is nothing unusual
    std::vector<TrendCell> cells; ///< by sensor
};

/// A trend as a table.
struct TrendRows {
    std::vector<TrendRow> rows; ///< newest first
    std::size_t readings = 0;   ///< in sight, of all sensors
    bool summed = false;        ///< some of it is drawn from roll-ups: smallest and largest are right, numbers of readings are not
    Duration step{0}; ///< zero: every reading has its row; else each row holds this much time, and those without a reading are left out
};

/// The readings of `sight`, in at most `most` rows. `longest`: time without readings that is nothing unusual (longestStep).
/// Cost: O(rows + chunks) where nothing is out of the ordinary, else O(samples).
[[nodiscard]] TrendRows trendRows(std::span<const TrendSamples *const> sensors, TimeInterval sight, std::size_t most,
                                  std::optional<Duration> longest);

} // namespace telltale::ui
