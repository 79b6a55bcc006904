// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/plant/random.h"

#include <cstddef>
#include <vector>

namespace telltale::simulator {

/// How a walk is recalibrated, and whether it walks at all.
enum class WalkMode {
    Reference,   ///< deviation times U(0.9, 1.1): does not pull towards the mean, as in the original
    Reverting,   ///< deviation times 0.5: stays near the mean
    Independent, ///< no memory: every reading is N(mean, sd)
};

struct WalkSettings {
    WalkMode mode = WalkMode::Reference;
    std::size_t window = 300;
    double oldestWeight = 1.0;
    double newestWeight = 1.5;
    double recalibrateProbability = 0.2;
};

/// Weighted random walk: the next reading is the weighted mean of the last `window` readings (weights rise linearly from the oldest to the
/// newest) plus N(0, sd); with a set probability the reading is then recalibrated towards or away from the mean.
/// Shapes: the first reading is N(mean, sd). Readings are signed; whoever sends them folds them with abs().
/// Cost: O(1) per reading, 8 bytes per reading of the window.
/// Source: a public weather-station simulator; the running sums are ours.
class RandomWalk {
public:
    RandomWalk(double mean, double sd, const WalkSettings &settings);

    [[nodiscard]] double next(Random &random);
    /// Weighted mean of the history, the mean itself when there is none.
    [[nodiscard]] double centre() const;
    /// Appends a reading without drawing one.
    void remember(double reading);
    /// Weight of history entry `index` (0 = oldest) among `count`.
    [[nodiscard]] double weight(std::size_t index, std::size_t count) const;

private:
    void resum();

    double m_mean;
    double m_sd;
    WalkSettings m_settings;
    std::vector<double> m_deviations; ///< ring; m_oldest is the oldest once it is full
    std::size_t m_oldest = 0;
    double m_sum = 0.0;       ///< of the deviations
    double m_rankedSum = 0.0; ///< of rank * deviation, rank 0 = oldest
};

} // namespace telltale::simulator
