// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace telltale::evaluate {

/// Rows of one anomaly window, both ends included.
struct RowWindow {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// What a detector said about one file, and what is true. Shapes: one score a row; windows in order, not overlapping.
struct NabSeries {
    std::span<const double> scores; ///< larger = more anomalous
    std::vector<RowWindow> windows;
};

/// What a hit, a false alarm and a missed window are worth.
struct NabProfile {
    std::string_view name;
    double hit = 1.0;
    double falseAlarm = 0.11;
    double miss = 1.0;
};

inline constexpr NabProfile kNabStandard{"standard", 1.0, 0.11, 1.0};
inline constexpr NabProfile kNabLowFalseAlarms{"reward_low_FP_rate", 1.0, 0.22, 1.0};
inline constexpr NabProfile kNabLowMisses{"reward_low_FN_rate", 1.0, 0.11, 2.0};

/// Rows at the start of a file that are never judged: 15 %, at most 750.
[[nodiscard]] std::size_t nabProbation(std::size_t rows);

/// The score of one file before normalisation: a row at or over the threshold counts by where it lies before or after a window's right
/// edge; of the rows within one window the best counts.
/// Missing: a NaN score is under every threshold.   Cost: O(rows).   Source: Numenta Anomaly Benchmark, Lavin & Ahmad 2015.
[[nodiscard]] double nabRawScore(const NabSeries &series, double threshold, const NabProfile &profile);

struct NabResult {
    double threshold = 0.0;
    double raw = 0.0;
    double normalised = 0.0; ///< 0 = says nothing, 100 = one hit at the start of each window and nothing else
};

/// All files at one threshold. Shapes: no windows at all gives a normalised score of 0.
[[nodiscard]] NabResult nabAtThreshold(std::span<const NabSeries> files, double threshold, const NabProfile &profile);

/// The best single threshold for all files. This flatters: the threshold is chosen on what it is judged by.
/// Cost: O(n log n) over all rows.
[[nodiscard]] NabResult nabBestThreshold(std::span<const NabSeries> files, const NabProfile &profile);

} // namespace telltale::evaluate
