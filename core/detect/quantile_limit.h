// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/sliding_quantiles.h"

namespace telltale::detect {

/// The limit of a model that has none of its own and runs without a tail stage: the 99 % quantile of its last 6000 raw scores, but at
/// least 1e-12, so that a sensor on which nothing ever happened (all scores 0) is not at its limit. About one row in a hundred is
/// anomalous by construction: it is meant for golden checks and for looking at raw scores, not for alarms.
/// Cost: about 1 µs a row, 36 kB.
class QuantileLimit {
public:
    struct Judgement {
        double limit;
        double likelihood; ///< share of the earlier scores that were smaller
    };
    /// Judges against the scores before, then keeps this one.
    [[nodiscard]] Judgement judge(double raw);
    [[nodiscard]] std::size_t bytes() const { return m_history.bytes(); }

private:
    SlidingQuantiles<float> m_history{6000};
};

} // namespace telltale::detect
