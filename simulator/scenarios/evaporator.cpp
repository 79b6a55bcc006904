// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenarios/evaporator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace telltale::simulator {

namespace {

constexpr std::array<double, 4> kLevels{27.0, 27.1, 27.2, 27.3};
constexpr std::array<std::size_t, 4> kLevelCounts{62, 418, 589, 81};
constexpr std::array<std::size_t, 6> kFirstLevels{0, 0, 0, 1, 1, 1};
constexpr std::array<double, 9> kEvent{29.0, 29.0, 29.0, 29.1, 29.1, 29.1, 29.1, 29.1, 29.1};

double tenths(double value)
{
    return std::round(value * 10.0) / 10.0;
}

/// Slow rise and quick fall, each tooth with its own length and height. Units: arbitrary, only the ranks are used.
std::vector<double> sawtooth(std::size_t rows, Random &random)
{
    std::vector<double> heights;
    while (heights.size() < rows) {
        const auto rise = static_cast<std::size_t>(random.uniform(18, 42));
        const auto fall = static_cast<std::size_t>(random.uniform(6, 12));
        const double bottom = random.uniform(0.0, 0.25);
        const double top = random.uniform(0.75, 1.0);
        for (std::size_t i = 0; i < rise; ++i)
            heights.push_back(std::lerp(bottom, top, static_cast<double>(i) / static_cast<double>(rise)));
        for (std::size_t i = 0; i < fall; ++i)
            heights.push_back(std::lerp(top, bottom, static_cast<double>(i) / static_cast<double>(fall)));
    }
    heights.resize(rows);
    return heights;
}

/// Gives the lowest heights the first level and so on, so that every level has exactly its count.
std::vector<std::size_t> levelsByRank(const std::vector<double> &heights)
{
    std::vector<std::size_t> order(heights.size() - kFirstLevels.size());
    std::iota(order.begin(), order.end(), kFirstLevels.size());
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return heights[a] < heights[b]; });
    std::vector<std::size_t> levels(kFirstLevels.begin(), kFirstLevels.end());
    levels.resize(heights.size());
    std::size_t taken = 0;
    for (std::size_t level = 0; level < kLevels.size(); ++level) {
        const auto given = static_cast<std::size_t>(std::count(kFirstLevels.begin(), kFirstLevels.end(), level));
        for (std::size_t left = kLevelCounts[level] - given; left > 0; --left)
            levels[order[taken++]] = level;
    }
    return levels;
}

AssetPlan evaporatorPlan()
{
    // Mean and standard deviation of the normal readings follow from the counts.
    return {"hvac/evaporator",
            {{"EvaporatorTemperature", "°C", -10.0, 60.0, "Temperature at the evaporator", NormalBand{27.16, 0.07}},
             {"SensorTemperature", "°C", -10.0, 60.0, "Temperature at the room's sensor", std::nullopt},
             {"SetPointTemperature", "°C", -10.0, 60.0, "Temperature asked for", std::nullopt}}};
}

} // namespace

EvaporatorScenario::EvaporatorScenario(std::uint64_t seed) : m_seed(seed), m_assets{evaporatorPlan()} {}

std::vector<EvaporatorScenario::Reading> EvaporatorScenario::day(std::uint64_t number) const
{
    Random random(m_seed, "evaporator day " + std::to_string(number));
    const std::vector<std::size_t> levels = levelsByRank(sawtooth(kRowsPerDay - kEvent.size(), random));
    std::vector<Reading> readings;
    double normal = kLevels[0];
    for (std::size_t row = 0, next = 0; row < kRowsPerDay; ++row) {
        const bool inEvent = row >= kEventBegin && row < kEventEnd;
        if (!inEvent)
            normal = kLevels[levels[next++]];
        // The room warms by 0.7 °C until the afternoon; the set point follows the undisturbed evaporator.
        const double room = 24.8 + 0.7 * std::sin(static_cast<double>(row) / static_cast<double>(kRowsPerDay) * 2.2);
        const double wobble = row < kFirstLevels.size() || !random.chance(0.08) ? 0.0 : (random.chance(0.5) ? 0.1 : -0.1);
        const double sensor = row == 0 ? 24.8 : tenths(std::max(room, 24.86) + random.uniform(-0.03, 0.03));
        readings.push_back({inEvent ? kEvent[row - kEventBegin] : normal, sensor, tenths(normal + 0.3 + wobble)});
    }
    return readings;
}

Row EvaporatorScenario::next(std::size_t, double)
{
    const auto minute = static_cast<std::size_t>(m_row % kRowsPerDay);
    if (minute == 0)
        m_day = day(m_row / kRowsPerDay);
    ++m_row;
    const Reading &reading = m_day[minute];
    Row row;
    row.values = {reading.evaporator, reading.sensor, reading.setPoint};
    row.truth = Truth{};
    if (minute >= kEventBegin && minute < kEventEnd)
        row.truth = Truth{true, "event", {"EvaporatorTemperature"}};
    return row;
}

Duration EvaporatorScenario::eventOffset(std::uint64_t row, Duration interval) const
{
    // A day lasts 1440 rows' time, whatever the interval is.
    const auto minute = static_cast<std::int64_t>(row / kRowsPerDay * 1440 + row % kRowsPerDay);
    return interval * minute;
}

} // namespace telltale::simulator
