// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector_kind.h"
#include "core/detect/t2_residual_fit.h"

#include <vector>

namespace telltale::detect {

/// Judges the sensors of one asset together: do their levels lie where they lay in the warm-up (Hotelling's T²), and does each still follow
/// from the others (ridge residuals). The raw score is √(a/qa · b/qb): a and b measure the two kinds of deviation of the smoothed
/// z-scores, qa and qb are their 99 % quantiles over the warm-up.
/// While normal the centre follows slowly, so that drift is absorbed and a fault is not. Channels that wandered about during the warm-up
/// (temperatures) prove little by being elsewhere: they count for no more than five spreads, and their centre follows at a quarter of the
/// speed in an alarm too.
/// Shapes: two channels or more; one has nothing to follow from and is refused. Rows count as consecutive, whatever time lies between them.
/// Units: the raw score has none, 1 = as in the strangest percent of the warm-up; the limit is 2. A contribution's `expected` is what the
/// other channels and the drift so far make of this row, in the sensor's unit; shares are of the fourth powers in a and in b.
/// A sensor that stood still in the warm-up counts 0.1 % of its mean as one standard deviation (at a mean of 0, any movement is large). A
/// freak reading during the warm-up widens its channel for good.
/// Missing: a row with any channel missing or bad is not judged and changes nothing, also in the warm-up. Nor does a gap: the smoothed
/// values go on from where they were and have forgotten it after some 25 rows, while starting anew at one noisy row would cry wolf.
/// Cost: O(channels²) a row: see bench_detect. Memory 3 · 8 · channels² bytes and a little; during the warm-up all of its rows.
/// Source: Hotelling 1947; the rest is ours. Constants were selected on the valve1 runs of the Skoltech Anomaly Benchmark.
class T2ResidualDetector final : public RawDetector {
public:
    struct Setup {
        T2FitSetup fit;
        std::size_t warmUp = 400; ///< rows that are fitted
        double limit = 2.0;
        double drift = 150.0; ///< rows in which the centre follows by 63 %
    };
    /// Learns from the first rows.
    T2ResidualDetector(const Setup &setup, std::size_t channels);
    /// Goes on after the warm-up of another. `setup.fit` and `setup.warmUp` no longer matter.
    T2ResidualDetector(const Setup &setup, T2ResidualFit fit);

    [[nodiscard]] RawScore judge(const Point &point) override;
    [[nodiscard]] std::vector<Contribution> contributions() const override;
    [[nodiscard]] double warmUp() const override;
    [[nodiscard]] std::size_t bytes() const override;

private:
    [[nodiscard]] bool fitted() const { return m_fit.channels() > 0; }
    void learn(std::span<const double> values);
    void start(T2ResidualFit fit);
    [[nodiscard]] double rawScore() const;
    void follow(bool anomalous);

    Setup m_setup;
    std::size_t m_channels;
    std::vector<double> m_warmUp; ///< rows so far, until the fit
    T2ResidualFit m_fit;          ///< without channels until then
    T2Features m_row;
    T2Features m_smoothed;
    T2Features m_centre;
    T2Features m_deviations;
    std::vector<double> m_values; ///< of the last row judged
    T2Features m_centreThen;      ///< what it was judged against
};

[[nodiscard]] DetectorKind t2ResidualKind();

} // namespace telltale::detect
