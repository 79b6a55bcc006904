// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenarios/vehicle.h"

#include <array>
#include <cmath>

namespace telltale::simulator {

namespace {

constexpr double kMetresPerSecond = 50.0 / 3.6;

double chiSquared(double freedom, Random &random)
{
    return std::chi_squared_distribution<double>(freedom)(random.engine());
}

double toOneDecimal(double value)
{
    return std::round(value * 10.0) / 10.0;
}

/// One engine channel: what is announced, and the formula of a reading.
struct EngineChannel {
    const char *name;
    const char *unit;
    const char *text;
    double low;
    double high;
    NormalBand normal;
    double (*draw)(double skew, Random &);
};

const double kUniformSd = 1.0 / std::sqrt(12.0);

const std::array<EngineChannel, 6> kEngine{{
    {"rpm",
     "1/min",
     "Engine speed",
     0,
     150'000,
     {10'000, std::sqrt(20.0) * 1000},
     [](double skew, Random &r) { return std::trunc(chiSquared(10, r) * 1000 * skew); }},
    {"coolant_temp",
     "°C",
     "Coolant temperature",
     0,
     300,
     {80, 20 * kUniformSd},
     [](double skew, Random &r) { return toOneDecimal(r.uniform(70, 90) * skew); }},
    {"vapor_pressure",
     "Pa",
     "Fuel vapour pressure",
     0,
     30'000,
     {7000, 2000 * kUniformSd},
     [](double skew, Random &r) { return toOneDecimal(r.uniform(6000, 8000) * skew); }},
    {"cm_voltage",
     "mV",
     "Control module voltage",
     0,
     10'000,
     {200, 200},
     [](double skew, Random &r) { return std::trunc(std::trunc(chiSquared(2, r) * 100) * skew); }},
    {"torque_percent",
     "%",
     "Share of the reference torque",
     -100,
     400,
     {50, 10},
     [](double skew, Random &r) { return toOneDecimal(r.normal(50, 10) * skew); }},
    {"oxygen_rate", "%", "Oxygen rate", -100, 600, {80, 20}, [](double skew, Random &r) { return toOneDecimal(r.normal(80, 20) * skew); }},
}};

AssetPlan vehiclePlan()
{
    AssetPlan plan{"vehicle/engine1", {}};
    for (const EngineChannel &each : kEngine)
        plan.sensors.push_back({each.name, each.unit, each.low, each.high, each.text, each.normal});
    plan.sensors.push_back({"lat", "°", -90.0, 90.0, "Latitude, WGS 84", std::nullopt});
    plan.sensors.push_back({"long", "°", -180.0, 180.0, "Longitude, WGS 84", std::nullopt});
    return plan;
}

} // namespace

VehicleScenario::VehicleScenario(std::uint64_t seed, Transitions transitions)
    : m_assets{vehiclePlan()}
    , m_random(seed, "vehicle")
    , m_machine(transitions)
    , m_track(ringRoad())
{
}

Row VehicleScenario::next(std::size_t, double elapsedSec)
{
    Row row;
    m_machine.step(m_random);
    const double skew = m_machine.skew(m_random);
    Truth truth{m_machine.abnormal(), m_machine.abnormal() ? "abnormal" : "", {}};
    for (const EngineChannel &channel : kEngine) {
        row.values.push_back(channel.draw(skew, m_random));
        if (truth.anomaly)
            truth.sensors.emplace_back(channel.name);
    }
    const Position here = m_track.at(elapsedSec * kMetresPerSecond);
    row.values.push_back(here.latitude);
    row.values.push_back(here.longitude);
    row.truth = std::move(truth);
    return row;
}

} // namespace telltale::simulator
