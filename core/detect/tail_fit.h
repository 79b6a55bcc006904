// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace telltale::detect {

/// The upper tail of a stream of raw scores, from two of their quantiles: how rare is a score that lies in it?
/// Units: raw scores and `spread` share a unit; s ≈ −log10 of the probability to see one as large, 0 below the tail, at most kCap.
/// A raw score is only large if it is large against a twentieth of the sensor's own spread, so that ripples on a calm sensor are not
/// rare events. Missing: none may be NaN.
/// Source: peaks over threshold with a Pareto or an exponential tail.
class TailFit {
public:
    static constexpr double kCap = 8.0;
    static constexpr double kFar = 0.99; ///< the quantile against which the tail's beginning is measured
    enum class Shape { Pareto, Exponential };
    struct Setup {
        Shape shape = Shape::Pareto;
        double p = 0.95; ///< the tail begins at this quantile; below kFar
    };
    explicit TailFit(const Setup &setup) : m_setup(setup) {}

    /// `begin` and `far`: the raw scores at the quantiles p and kFar.
    void fit(double begin, double far, double spread);
    [[nodiscard]] double score(double raw) const;
    /// The raw score that gives `s`.
    [[nodiscard]] double rawAt(double s) const;
    [[nodiscard]] const Setup &setup() const { return m_setup; }

private:
    Setup m_setup;
    double m_begin = 0.0;  ///< u: where the tail begins
    double m_offset = 0.0; ///< φ: what counts as small
    double m_scale = 1.0;  ///< β
};

} // namespace telltale::detect
