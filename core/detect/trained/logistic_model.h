// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector_kind.h"

namespace telltale::detect {

/// Two-class logistic regression: the score is the probability that a row is anomalous; a tie is normal.
/// Fit: Newton's method on Σ log-loss · C + ½|w|², the intercept free; C = 0 stands for no penalty at all. Labels that a plane separates
/// perfectly have no finite optimum without a penalty: that is refused.
/// Explanation: each channel's push towards "anomalous", compared with the mean of the training rows.
/// Source: McCullagh & Nelder 1989; penalty as in common libraries.
class LogisticModel final : public FittedModel {
public:
    LogisticModel(std::vector<double> weights, double intercept, std::vector<double> mean);

    [[nodiscard]] double score(std::span<const double> row) const override;
    void explain(std::span<const double> row, std::span<double> expected, std::span<double> share) const override;
    [[nodiscard]] std::size_t bytes() const override;

private:
    std::vector<double> m_weights;
    double m_intercept;
    std::vector<double> m_mean; ///< of the training rows, scaled
};

[[nodiscard]] DetectorKind logisticKind();

} // namespace telltale::detect
