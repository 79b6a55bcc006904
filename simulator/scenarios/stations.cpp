// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenarios/stations.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <set>

namespace telltale::simulator {

namespace {

struct StationSensor {
    const char *name;
    const char *unit;
    const char *text;
    NormalBand normal;
    double low;
    double high;
};

constexpr std::array<StationSensor, 9> kSensors{{
    {"temperature", "°C", "Air temperature", {25, 2}, -40, 60},
    {"humidity", "%", "Relative humidity", {60, 3}, 0, 100},
    {"pressure", "hPa", "Air pressure", {1013, 2}, 900, 1100},
    {"air_quality", "AQI", "Air quality index", {200, 20}, 0, 500},
    {"particulate_matter", "µg/m³", "Particulate matter", {30, 2}, 0, 500},
    {"noise_level", "dB", "Noise level", {50, 3}, 0, 140},
    {"illuminance", "lx", "Illuminance", {500, 50}, 0, 100'000},
    {"wind_speed", "m/s", "Wind speed", {5, 20}, 0, 150},
    {"rainfall", "mm", "Rainfall", {0, 3}, 0, 100},
}};

constexpr std::uint64_t kNineHexDigits = 0xF'FFFF'FFFFULL;

std::string freshName(Random &random, std::set<std::string> &taken)
{
    for (;;) {
        std::array<char, 32> text{};
        std::snprintf(text.data(), text.size(), "station_%09llx", static_cast<unsigned long long>(random.bits() & kNineHexDigits));
        if (taken.insert(text.data()).second)
            return text.data();
    }
}

AssetPlan stationPlan(std::string path)
{
    AssetPlan plan{std::move(path), {}};
    for (const StationSensor &each : kSensors)
        plan.sensors.push_back({each.name, each.unit, each.low, each.high, each.text, each.normal});
    return plan;
}

} // namespace

StationsScenario::StationsScenario(std::size_t count, std::uint64_t seed, const WalkSettings &settings)
{
    Random names(seed, "station names");
    std::set<std::string> taken;
    for (std::size_t i = 0; i < count; ++i) {
        m_assets.push_back(stationPlan(freshName(names, taken)));
        Station station{Random(seed, m_assets.back().path), {}};
        for (const StationSensor &each : kSensors)
            station.walks.emplace_back(each.normal.mean, each.normal.sd, settings);
        m_stations.push_back(std::move(station));
    }
}

Row StationsScenario::next(std::size_t asset, double)
{
    Row row;
    Station &station = m_stations[asset];
    row.values.reserve(station.walks.size());
    for (RandomWalk &walk : station.walks)
        row.values.push_back(std::fabs(walk.next(station.random)));
    return row;
}

} // namespace telltale::simulator
