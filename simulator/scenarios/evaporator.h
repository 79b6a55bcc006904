// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/plant/random.h"
#include "simulator/scenarios/scenario.h"

namespace telltale::simulator {

/// One laboratory day of an air-conditioning evaporator, a row a minute from 00:00 to 19:18 (1159 rows), with an event at noon: 12:02 to
/// 12:10 read 29.0, 29.0, 29.0 and six times 29.1. Endless runs repeat the day on the following dates; the hours between are skipped.
/// Shapes: the normal 1150 readings hold exactly 62 × 27.0, 418 × 27.1, 589 × 27.2 and 81 × 27.3, as an irregular sawtooth whose teeth
/// follow from the seed. The first six readings are fixed.
/// Source: value counts and event as read from a published plot; the series itself is a stand-in.
class EvaporatorScenario final : public Scenario {
public:
    static constexpr std::size_t kRowsPerDay = 1159;
    static constexpr std::size_t kEventBegin = 722; ///< 12:02
    static constexpr std::size_t kEventEnd = 731;   ///< one past 12:10

    explicit EvaporatorScenario(std::uint64_t seed);

    [[nodiscard]] const std::vector<AssetPlan> &assets() const override { return m_assets; }
    [[nodiscard]] Row next(std::size_t asset, double elapsedSec) override;
    [[nodiscard]] Duration eventOffset(std::uint64_t row, Duration interval) const override;

private:
    struct Reading {
        double evaporator = 0.0;
        double sensor = 0.0;
        double setPoint = 0.0;
    };
    [[nodiscard]] std::vector<Reading> day(std::uint64_t number) const;

    std::uint64_t m_seed;
    std::vector<AssetPlan> m_assets;
    std::vector<Reading> m_day;
    std::uint64_t m_row = 0;
};

} // namespace telltale::simulator
