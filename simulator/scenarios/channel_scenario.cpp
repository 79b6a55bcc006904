// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenarios/channel_scenario.h"

#include <cmath>

namespace telltale::simulator {

namespace {

constexpr double kLabelSds = 3.0;

SensorPlan planOf(const ChannelSpec &spec)
{
    return {spec.name, spec.unit, spec.low, spec.high, spec.text, NormalBand{spec.distribution.mean(), spec.distribution.sd()}};
}

ChannelSpec gaussianChannel(std::string name, std::string unit, std::string text, NormalBand band, double low, double high)
{
    ChannelSpec spec;
    spec.name = std::move(name);
    spec.unit = std::move(unit);
    spec.text = std::move(text);
    spec.distribution = Distribution::gaussian(band.mean, band.sd);
    spec.low = low;
    spec.high = high;
    return spec;
}

} // namespace

ChannelScenario::ChannelScenario(std::string asset, std::vector<ChannelSpec> channels, ChannelTruth truth, std::uint64_t seed)
    : m_truth(truth)
{
    AssetPlan plan{std::move(asset), {}};
    for (ChannelSpec &spec : channels) {
        plan.sensors.push_back(planOf(spec));
        Random random(seed, plan.path + ' ' + spec.name);
        m_channels.emplace_back(std::move(spec), std::move(random));
    }
    m_assets.push_back(std::move(plan));
}

bool ChannelScenario::isAnomaly(const Channel &channel, const Channel::Reading &reading) const
{
    if (m_truth == ChannelTruth::Replaced)
        return reading.replaced;
    const Distribution &normal = channel.spec().distribution;
    return std::fabs(reading.value - normal.mean()) > kLabelSds * normal.sd();
}

Row ChannelScenario::next(std::size_t, double)
{
    Row row;
    Truth truth;
    for (Channel &channel : m_channels) {
        const Channel::Reading reading = channel.next();
        row.values.push_back(reading.value);
        if (isAnomaly(channel, reading))
            truth.sensors.push_back(channel.spec().name);
    }
    truth.anomaly = !truth.sensors.empty();
    if (truth.anomaly)
        truth.kind = m_truth == ChannelTruth::Replaced ? "replaced" : "outside-3sd";
    row.truth = std::move(truth);
    return row;
}

std::vector<ChannelSpec> turbineChannels()
{
    return {gaussianChannel("rotor_speed", "rpm", "Rotor speed", {14.5, 0.6}, 0.0, 20.0),
            gaussianChannel("gearbox_temperature", "°C", "Gearbox oil temperature", {62.0, 2.5}, -20.0, 110.0),
            gaussianChannel("vibration", "mm/s", "Vibration of the drive train", {2.8, 0.35}, 0.0, 12.0)};
}

std::string_view builtInChannelFile()
{
    return R"({
  "channels": [
    {"name": "temperature", "unit": "°C", "distribution": "normal", "params": {"mean": 22, "std": 2},
     "drift": 0, "anomaly_range": [15, 30], "anomaly_ratio": 0.01},
    {"name": "humidity", "unit": "%", "distribution": "normal", "params": {"mean": 50, "std": 5},
     "drift": 0, "anomaly_range": [30, 70], "anomaly_ratio": 0.01},
    {"name": "noise_level", "unit": "dB", "distribution": "normal", "params": {"mean": 80, "std": 5},
     "drift": 0, "anomaly_range": [60, 100], "anomaly_ratio": 0.02}
  ]
}
)";
}

} // namespace telltale::simulator
