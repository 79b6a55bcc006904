// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace telltale::detect {

/// Two numbers per channel: one about its level, one about what is left over when the other channels have estimated it.
/// Shapes: both vectors have one entry per channel.
struct T2Features {
    std::vector<double> level;
    std::vector<double> residual;

    T2Features() = default;
    explicit T2Features(std::size_t channels) : level(channels, 0.0), residual(channels, 0.0) {}
};

/// How the fit looks at the warm-up.
struct T2FitSetup {
    double smoothing = 25.0; ///< rows; the newest row weighs 2 / (smoothing + 1) in the smoothed features
    double ridge = 1.0;      ///< penalty on the weights of the estimates, as a share of the warm-up's rows
    double shrink = 0.1;     ///< how far the correlations are drawn towards none, 0 to 1
};

/// What `t2_residual` learns from a warm-up, all of it, in plain numbers: a model file can hold it and a judge be built from it.
/// Shapes: p channels; matrices are p × p, row by row.
/// Units: mean and sd in the sensors' units; the rest in standard deviations of the warm-up, or without.
struct T2ResidualFit {
    double newest = 0.0; ///< weight of the newest row in the smoothed features
    std::vector<double> mean;
    std::vector<double> sd;
    std::vector<double> weights;   ///< row j: of the other channels in the estimate of channel j; the diagonal is 0
    std::vector<double> precision; ///< inverse of the correlations of the smoothed levels
    T2Features centre;             ///< of the smoothed features
    T2Features spread;             ///< of the smoothed features about their centre
    T2Features drift;              ///< 0 to 1: does the feature wander (1) or vary about a level (0)
    T2Features smoothed;           ///< of the last row
    double usualLevel = 0.0;       ///< 99 % quantile of `strangeness` of the levels over the warm-up
    double usualResidual = 0.0;    ///< and of the residuals

    [[nodiscard]] std::size_t channels() const { return mean.size(); }
    /// z-scores of a row, and what they leave over. A reading beyond 100 standard deviations counts as 100: it says no more, and the
    /// smoothed features forget it within some rows.
    void standardise(std::span<const double> values, T2Features &row) const;
    /// How many spreads each feature is away from a centre; for the levels, beyond what the other levels account for. Wandering features
    /// are never further away than their cap.
    void deviate(const T2Features &at, const T2Features &from, T2Features &deviations) const;
};

/// Moves the smoothed features towards the newest row.
void smooth(T2Features &smoothed, const T2Features &row, double newest);

/// Fourth root of the mean fourth power: a fault of one channel is not diluted by the others, and one noisy channel is not all there is.
[[nodiscard]] double strangeness(std::span<const double> deviations);

inline constexpr std::size_t kFewestT2Rows = 100;

/// Fits the first rows of an asset. A pure function.
/// Shapes: `rows` holds whole rows of `channels` (2 or more) usable values, kFewestT2Rows of them or more.
/// Cost: O(rows · channels² + channels³).   Source: see T2ResidualDetector.
[[nodiscard]] T2ResidualFit fitT2Residual(std::span<const double> rows, std::size_t channels, const T2FitSetup &setup);

} // namespace telltale::detect
