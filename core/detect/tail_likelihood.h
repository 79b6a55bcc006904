// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/tail_fit.h"
#include "core/detect/tail_history.h"
#include "core/model/score.h"

#include <vector>

namespace telltale::detect {

/// How rare is this raw score for this sensor? Fits one or more tails to the last raw scores and answers the mean of their
/// s ≈ −log10 of the probability to see one as large: 0 below the tail, 3 = one row in a thousand, at most 8.
/// Shapes: one scalar stream, one call a row. Missing: rows without a raw score are not shown to it; a gap changes nothing.
/// Units: `raw` and `spread` (see Yardstick) share a unit. s is dimensionless.
/// Answers 0 for the first max(6, warmUp/4) rows, and always on a sensor that never moved.
/// Cost: about 1 µs a row and tail; with 6000 rows of history 12 kB, however many tails.
/// Raw scores are rounded to 8 significant bits, which moves s by less than 0.05.
class TailLikelihood {
public:
    struct Setup {
        std::vector<TailFit::Setup> tails{{}}; ///< at least one
        std::size_t history = 6000;
        double warmUp = 750.0; ///< rows
    };
    explicit TailLikelihood(const Setup &setup);

    /// Judges against the scores before, then keeps this one.
    [[nodiscard]] double judge(double raw, double spread);
    /// The mean of the raw scores that would have made the tails of the last answer say `s`; NaN while it answers 0 because of its own
    /// warm-up.
    [[nodiscard]] double rawAt(double s) const;
    [[nodiscard]] std::size_t bytes() const { return m_history.bytes() + m_tails.capacity() * sizeof(TailFit); }

private:
    [[nodiscard]] double judgeFitted(double raw, double spread);

    double m_warmUp;
    std::size_t m_row = 0;
    TailHistory m_history; ///< of raw scores, which are never negative
    std::vector<TailFit> m_tails;
    bool m_fitted = false;
};

} // namespace telltale::detect
