// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/plant/channel.h"
#include "simulator/scenarios/scenario.h"

#include <span>

namespace telltale::simulator {

/// What counts as an anomaly of a row of independent channels.
enum class ChannelTruth {
    Replaced,       ///< a reading was replaced by one from the anomaly range
    OutsideThreeSd, ///< a reading lies more than three standard deviations from its mean
};

/// One asset whose sensors are independent channels: `turbine` and `three-sensors`.
class ChannelScenario final : public Scenario {
public:
    ChannelScenario(std::string asset, std::vector<ChannelSpec> channels, ChannelTruth truth, std::uint64_t seed);

    [[nodiscard]] const std::vector<AssetPlan> &assets() const override { return m_assets; }
    [[nodiscard]] Row next(std::size_t asset, double elapsedSec) override;

private:
    [[nodiscard]] bool isAnomaly(const Channel &channel, const Channel::Reading &reading) const;

    std::vector<AssetPlan> m_assets;
    std::vector<Channel> m_channels;
    ChannelTruth m_truth;
};

/// Three Gaussian channels of a wind turbine. Means and standard deviations are ours:
/// rotor speed N(14.5, 0.6) rpm, gearbox temperature N(62, 2.5) °C, vibration N(2.8, 0.35) mm/s.
[[nodiscard]] std::vector<ChannelSpec> turbineChannels();

/// The channel file that `three-sensors` uses when none is given: temperature, humidity and noise of a room.
[[nodiscard]] std::string_view builtInChannelFile();

} // namespace telltale::simulator
