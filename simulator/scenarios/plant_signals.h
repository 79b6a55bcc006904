// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/plant/random.h"
#include "simulator/scenarios/scenario.h"

namespace telltale::simulator {

/// Five machines on two lines in normal operation: each sensor is a base value, its machine's working cycle of a few seconds, a share of
/// the machine's load (a wandering common factor that ties the machine's sensors together), a very slow swell and noise of its own.
/// Stationary by design, and the cycle is about thirty times the noise: after twenty seconds a detector has seen everything, so that what
/// stands out later is a fault.
class PlantSignals final : public Scenario {
public:
    explicit PlantSignals(std::uint64_t seed);

    [[nodiscard]] const std::vector<AssetPlan> &assets() const override { return m_assets; }
    [[nodiscard]] Row next(std::size_t asset, double elapsedSec) override;

private:
    struct Machine {
        Random random;
        double load = 0.0; ///< zero mean, unit variance
        double lastSec = 0.0;
        bool started = false;
    };
    [[nodiscard]] double loadAt(Machine &machine, double elapsedSec) const;

    std::vector<AssetPlan> m_assets;
    std::vector<Machine> m_machines;
};

} // namespace telltale::simulator
