// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/plant/markov_machine.h"
#include "simulator/plant/track.h"
#include "simulator/scenarios/scenario.h"

namespace telltale::simulator {

/// The engine and position of one vehicle, a message every 5 s. A two-state machine scales all six engine channels by one factor per
/// message; the position runs along a closed track at a steady speed and goes on from burst to burst, while the state starts anew.
/// Units: the original states none for its channels; these are ours.
/// Source: the formulas of a public vehicle-telemetry simulator; track and speed are ours.
class VehicleScenario final : public Scenario {
public:
    VehicleScenario(std::uint64_t seed, Transitions transitions);

    [[nodiscard]] const std::vector<AssetPlan> &assets() const override { return m_assets; }
    [[nodiscard]] Row next(std::size_t asset, double elapsedSec) override;
    void beginBurst(std::size_t) override { m_machine.restart(); }

private:
    std::vector<AssetPlan> m_assets;
    Random m_random;
    MarkovMachine m_machine;
    Track m_track;
};

} // namespace telltale::simulator
