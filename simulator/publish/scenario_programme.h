// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/publish/programme.h"

#include <memory>

namespace telltale::simulator {

/// When a scenario's rows are sent.
/// Shapes: in bursts, `burst` messages follow each other at `interval`, then nothing for `pause`; 0 = no bursts.
struct Schedule {
    Duration interval{std::chrono::seconds{1}}; ///< event time between the rows of one asset
    std::uint64_t burst = 0;
    Duration pause{0};
    double speed = 0.0;      ///< 0 = live clock
    UtcTime start = kNoTime; ///< event time of the first row on a simulated clock
};

/// Plays a scenario by a schedule. The assets take turns, evenly spread over the interval. The rows depend on the scenario alone, not on
/// when they are sent.
class ScenarioProgramme final : public Programme {
public:
    ScenarioProgramme(std::unique_ptr<Scenario> scenario, const Schedule &schedule);

    [[nodiscard]] const std::vector<AssetPlan> &assets() const override { return m_scenario->assets(); }
    [[nodiscard]] Timing timing() const override;
    [[nodiscard]] std::optional<Duration> due() const override;
    [[nodiscard]] Outgoing take(UtcTime now) override;

private:
    [[nodiscard]] Duration burstOffset(std::uint64_t row) const;
    [[nodiscard]] bool live() const { return m_schedule.speed == 0.0; }

    std::unique_ptr<Scenario> m_scenario;
    Schedule m_schedule;
    std::size_t m_asset = 0;
    std::uint64_t m_row = 0;
};

} // namespace telltale::simulator
