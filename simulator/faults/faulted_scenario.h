// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/faults/fault_script.h"

#include <deque>
#include <memory>

namespace telltale::simulator {

/// A scenario with faults worked into its rows, each labelled in `truth`. The first row after a drop-out is labelled too.
/// Thread: one. Cost: O(faults that are near) per row.
class FaultedScenario final : public Scenario {
public:
    FaultedScenario(std::unique_ptr<Scenario> inner, FaultScript script);

    [[nodiscard]] const std::vector<AssetPlan> &assets() const override { return m_inner->assets(); }
    [[nodiscard]] Row next(std::size_t asset, double elapsedSec) override;
    void beginBurst(std::size_t asset) override { m_inner->beginBurst(asset); }
    [[nodiscard]] Duration eventOffset(std::uint64_t row, Duration interval) const override { return m_inner->eventOffset(row, interval); }

private:
    void prepare(double elapsedSec);

    std::unique_ptr<Scenario> m_inner;
    FaultScript m_script;
    std::deque<FaultAtWork> m_faults;
    std::vector<bool> m_silent; ///< per asset: its last row was withheld
    std::size_t m_fetched = 0;
    bool m_exhausted = false;
};

} // namespace telltale::simulator
