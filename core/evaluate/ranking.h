// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/confusion.h"

#include <span>
#include <vector>

namespace telltale::evaluate {

/// A score and what is true of the row. Larger scores are more anomalous; a row is called anomalous at or over a threshold.
struct Ranked {
    double score = 0.0;
    bool anomalous = false;
};

/// Area under the receiver operating characteristic: how often an anomalous row has the higher score than a normal one, ties counting
/// half. Missing: NaN when either kind is absent.   Cost: O(n log n).   Source: Mann & Whitney 1947.
[[nodiscard]] double rocArea(std::span<const Ranked> rows);

/// Area under precision over recall as a sum of steps (average precision), rows of one score entering together.
/// Missing: NaN without anomalous rows.   Cost: O(n log n).
[[nodiscard]] double precisionRecallArea(std::span<const Ranked> rows);

/// What a threshold would have made of the rows.
struct ThresholdRow {
    double threshold = 0.0;
    Confusion confusion;
    bool own = false; ///< the model's own limit
};

/// Thresholds at `steps` even quantiles of the scores, and `ownLimit` unless it is NaN, from the lowest up; equal ones once.
/// Cost: O(n log n + steps · log n).
[[nodiscard]] std::vector<ThresholdRow> thresholdSweep(std::span<const Ranked> rows, std::size_t steps, double ownLimit);

} // namespace telltale::evaluate
