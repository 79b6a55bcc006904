// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/plant/random_walk.h"
#include "simulator/scenarios/scenario.h"

namespace telltale::simulator {

/// Weather stations of nine sensors each, a message per station and second. Readings walk (see `RandomWalk`) and are folded with abs() on
/// sending, while the history keeps their sign.
/// Shapes: assets are called `station_` and nine hex digits, which follow from the seed and the station's number.
/// Units: the original states none; these are ours.
/// Source: the formulas of a public weather-station simulator.
class StationsScenario final : public Scenario {
public:
    StationsScenario(std::size_t count, std::uint64_t seed, const WalkSettings &settings);

    [[nodiscard]] const std::vector<AssetPlan> &assets() const override { return m_assets; }
    [[nodiscard]] Row next(std::size_t asset, double elapsedSec) override;

private:
    struct Station {
        Random random;
        std::vector<RandomWalk> walks;
    };

    std::vector<AssetPlan> m_assets;
    std::vector<Station> m_stations;
};

} // namespace telltale::simulator
