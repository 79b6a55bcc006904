// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

#include <cmath>
#include <limits>
#include <memory>
#include <vector>

namespace telltale::detect {

/// Rows are anomalous at their limit; a model that means "beyond it", for which a tie is normal, gives this one.
[[nodiscard]] inline double beyond(double limit)
{
    return std::nextafter(limit, std::numeric_limits<double>::infinity());
}

/// What a model makes of one row, before any stage.
struct RawScore {
    double raw = kMissing;   ///< larger = stranger, never negative; NaN = the row cannot be judged (missing, bad, still fitting)
    double limit = kMissing; ///< the model's own limit; NaN = it has none (yet): where no stage has one either, no decision
    double likelihood = 0.0; ///< only read where the model's own limit decides
    double yardstick =
        kMissing;               ///< its spread over time says what a raw score is large against: the watched quantity, in the unit of `raw`
    double expected = kMissing; ///< one sensor: in its unit
    double unitsPerRaw = kMissing; ///< one sensor: how far from `expected` a value of raw score 1 lies
};

/// One model. It turns rows into raw scores; StagedDetector turns those into judgements.
/// Shapes, Missing, Thread: as Detector.
class RawDetector {
public:
    virtual ~RawDetector() = default;
    /// Judges the row with what is known so far, then learns from it. A row whose raw score is NaN must leave no trace,
    /// but for counting towards a fit.
    [[nodiscard]] virtual RawScore judge(const Point &point) = 0;
    /// What each channel had to do with the last row judged, in any order. One entry per channel; the shares need not sum to 1 yet, and
    /// all zero means "cannot say". Asked only for anomalous rows, before the next row: it may cost as much as a judgement.
    [[nodiscard]] virtual std::vector<Contribution> contributions() const { return {}; }
    /// Only of detectors that compare stretches of readings: the last one and the most similar one. Asked as `contributions`.
    [[nodiscard]] virtual std::shared_ptr<const Precedent> precedent() const { return nullptr; }
    [[nodiscard]] virtual double warmUp() const { return 1.0; }
    /// Only where the raw score is a tail likelihood: how far from `expected` the value of the last row had to be for this score.
    [[nodiscard]] virtual double halfWidthAt(double /*s*/) const { return kMissing; }
    [[nodiscard]] virtual std::size_t bytes() const = 0;
};

/// Nothing measures more than this; programs send such numbers (DBL_MAX, 1e300) to say "invalid". It keeps squares finite.
inline constexpr double kLargestValue = 1e100;

[[nodiscard]] inline bool usable(double value)
{
    return std::abs(value) <= kLargestValue;
}
/// A value that is missing, infinite, absurd or of bad quality is not there.
[[nodiscard]] inline bool usable(const Point &point, std::size_t channel)
{
    return usable(point.values[channel]) && point.quality[channel] != Quality::Bad;
}

} // namespace telltale::detect
