// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/sliding_quantiles.h"
#include "core/detect/tail_history.h"
#include "core/model/score.h"

namespace telltale::detect {

/// How rare is this raw score for this sensor? Fits a tail to the last raw scores and answers s ≈ −log10 of the probability to see
/// one as large: 0 below the quantile p, 3 = one row in a thousand, at most 8.
/// Shapes: one scalar stream, one call a row. Missing: rows without a raw score are not shown to it; a gap changes nothing.
/// Units: `raw` and `spread` share a unit. s is dimensionless. A raw score is only large if it is large against a twentieth of the
/// sensor's own spread (see Yardstick), so that ripples on a calm sensor are not rare events.
/// Answers 0 for the first max(6, warmUp/4) rows, and always on a sensor that never moved.
/// Cost: about 1 µs a row; with 6000 rows of history 12 kB.
/// Raw scores are rounded to 8 significant bits, which moves s by less than 0.05.
/// Source: ours; peaks over threshold with a Pareto or an exponential tail.
class TailLikelihood {
public:
    static constexpr double kCap = 8.0;
    enum class Fit { Pareto, Exponential };
    struct Setup {
        Fit fit = Fit::Pareto;
        double p = 0.95; ///< the tail begins at this quantile; below 0.99
        std::size_t history = 6000;
        double warmUp = 750.0; ///< rows
    };
    explicit TailLikelihood(const Setup &setup);

    /// Judges against the scores before, then keeps this one.
    [[nodiscard]] double judge(double raw, double spread);
    /// The raw score that would have made the last answer `s`; NaN while it answers 0 because of its own warm-up.
    [[nodiscard]] double rawAt(double s) const;
    [[nodiscard]] std::size_t bytes() const { return m_history.bytes(); }

private:
    void fitTail(double spread);
    [[nodiscard]] double tailScore(double raw) const;

    Setup m_setup;
    std::size_t m_row = 0;
    TailHistory m_history; ///< of raw scores, which are never negative
    bool m_fitted = false;
    double m_begin = 0.0;  ///< u: where the tail begins
    double m_offset = 0.0; ///< φ: what counts as small
    double m_scale = 1.0;  ///< β
};

} // namespace telltale::detect
