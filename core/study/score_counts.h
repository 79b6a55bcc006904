// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/agreement.h"
#include "core/study/detector_study.h"

#include <span>
#include <vector>

namespace telltale::study {

/// How many of the decided rows are anomalous at some limit.
struct RowCount {
    std::size_t anomalous = 0;
    std::size_t rows = 0;

    [[nodiscard]] double share() const { return rows == 0 ? kMissing : static_cast<double>(anomalous) / static_cast<double>(rows); }
};

/// Missing: NaN is a row without a decision, and does not count. Cost: O(n).
[[nodiscard]] RowCount recount(std::span<const double> values, double limit);

/// Equal bins from `low` to `high`; what lies above `high` is in the last one.
struct Histogram {
    double low = 0.0;
    double high = 1.0;
    std::vector<std::size_t> counts = {};

    [[nodiscard]] double binWidth() const { return (high - low) / static_cast<double>(counts.size()); }
};

/// From 0 (or the smallest value, if that is less) to the largest value, but not further than `most`, so that one wild score does not push
/// all others into one bin. Missing: NaN does not count; without any value all bins are empty.
[[nodiscard]] Histogram histogram(std::span<const double> values, std::size_t bins, double most);

/// On which rows two candidates agree. Rows that one of them left undecided do not count.
[[nodiscard]] evaluate::Agreement agreement(const CandidateStudy &first, const CandidateStudy &second);

} // namespace telltale::study
