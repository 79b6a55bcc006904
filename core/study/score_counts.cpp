// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/score_counts.h"

#include <algorithm>
#include <cmath>

namespace telltale::study {

RowCount recount(std::span<const double> values, double limit)
{
    RowCount count;
    for (const double value : values) {
        count.rows += std::isnan(value) ? 0 : 1;
        count.anomalous += value >= limit ? 1 : 0;
    }
    return count;
}

Histogram histogram(std::span<const double> values, std::size_t bins, double most)
{
    Histogram made{.counts = std::vector<std::size_t>(std::max<std::size_t>(1, bins))};
    double largest = 0.0;
    for (const double value : values) {
        if (!std::isnan(value)) {
            made.low = std::min(made.low, value);
            largest = std::max(largest, value);
        }
    }
    made.high = std::min(largest, most);
    if (!(made.high > made.low))
        made.high = made.low + 1.0;
    for (const double value : values) {
        if (std::isnan(value))
            continue;
        const double bin = std::floor((value - made.low) / made.binWidth());
        ++made.counts[static_cast<std::size_t>(std::clamp(bin, 0.0, static_cast<double>(made.counts.size() - 1)))];
    }
    return made;
}

evaluate::Agreement agreement(const CandidateStudy &first, const CandidateStudy &second)
{
    evaluate::Agreement found;
    for (std::size_t row = 0; row < std::min(first.verdicts.size(), second.verdicts.size()); ++row) {
        if (first.verdicts[row] == Verdict::NoDecision || second.verdicts[row] == Verdict::NoDecision)
            continue;
        found.add(first.verdicts[row] == Verdict::Anomalous, second.verdicts[row] == Verdict::Anomalous);
    }
    return found;
}

} // namespace telltale::study
