// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector_kind.h"

#include <vector>

namespace telltale::detect {

/// One-class support vector machine with a radial kernel. With f = Σ α·exp(−γ·|x − s|²), the usual decision value is f − rho and
/// negative for strange rows. The score here is Σα − f, so that 0 is the least strange a row can be, and the limit Σα − rho and
/// the solver's tolerance of 1e-3: many rows lie on the boundary itself, and rounding must not decide over them.
/// Fit: libsvm's solver. Refused where the kernel is too wide to tell the rows apart, or flags far more of them than nu. gamma 0 stands for
/// 1/(channels · variance of all values), "scale" elsewhere. Scoring: single precision about the mean of the support vectors, which are
/// kept column by column and taken a block at a time. Within about 1e-7·Σα of double precision for rows a kernel's width (1/√γ) from that
/// mean, and in proportion further out. Explanation: the mean of the support vectors, weighted by how much they hold the row, is what was
/// expected. Cost: about 1 ns a support vector and row (bench_trained).   Source: Schölkopf, Platt, Shawe-Taylor, Smola, Williamson 2001.
class OneClassSvmModel final : public FittedModel {
public:
    /// Shapes: `vectors` row-major, one per entry of `alpha`.
    OneClassSvmModel(std::size_t channels, std::span<const double> vectors, std::span<const double> alpha, double gamma);

    [[nodiscard]] double score(std::span<const double> row) const override;
    void explain(std::span<const double> row, std::span<double> expected, std::span<double> share) const override;
    [[nodiscard]] std::size_t bytes() const override;

    /// Σ α of the model.
    [[nodiscard]] double weight() const { return m_weight; }

private:
    /// A value from the centre, scaled.
    [[nodiscard]] float exponentOf(double value, std::size_t channel) const;

    std::size_t m_channels;
    std::size_t m_count;          ///< support vectors
    std::size_t m_padded;         ///< the same, rounded up to whole blocks; the rest has alpha 0
    double m_toExponent;          ///< √(γ·log2 e): exp(−γ·d²) = 2^(−(m_toExponent·d)²)
    std::vector<double> m_centre; ///< mean of the support vectors
    std::vector<float> m_vectors; ///< column by column, from the centre, scaled by m_toExponent
    std::vector<float> m_alpha;
    double m_weight = 0.0;
};

[[nodiscard]] DetectorKind ocsvmKind();

} // namespace telltale::detect
