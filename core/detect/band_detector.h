// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector_kind.h"
#include "core/detect/running_moments.h"

#include <optional>

namespace telltale::detect {

/// Static band: a value further than k standard deviations from a mean is anomalous. Mean and deviation are given, or fitted once on
/// the first rows and then kept: this detector never follows a drift.
/// Shapes: one sensor. Units: raw score and limit in standard deviations; minSd in the sensor's unit.
/// A deviation is never smaller than minSd, a billionth of the mean, or 1e-12. So a sensor that stood still while it was fitted is
/// normal as long as it stands still and anomalous as soon as it moves. The raw score ends at 1e6.
/// Missing: skipped, also while fitting. A gap changes nothing.   Cost: O(1) a row, about 100 bytes.
/// Source: three-sigma rule; the default k = 3.72 leaves 1 in 5000 values of a normal distribution outside.
class BandDetector final : public RawDetector {
public:
    static constexpr double kScoreCap = 1e6;

    struct Setup {
        double k = 3.72;
        double minSd = 0.0;
        std::size_t fitRows = 200; ///< 0 = `mean` and `sd` are given
        double mean = 0.0;
        double sd = 1.0;
    };
    explicit BandDetector(const Setup &setup);

    [[nodiscard]] RawScore judge(const Point &point) override;
    [[nodiscard]] double warmUp() const override;
    [[nodiscard]] std::size_t bytes() const override { return sizeof(*this); }

private:
    void fit(double x);
    [[nodiscard]] double flooredSd(double sd) const;

    Setup m_setup;
    RunningMoments m_fitted;
};

[[nodiscard]] DetectorKind bandKind();

} // namespace telltale::detect
