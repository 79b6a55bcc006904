// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/plant/distribution.h"

#include <cstdint>
#include <optional>
#include <string>

namespace telltale::simulator {

/// One sensor whose readings are independent draws: what an entry of a channel file says.
struct ChannelSpec {
    std::string name;
    std::string unit;
    std::string text;
    Distribution distribution = Distribution::gaussian(0.0, 1.0);
    double drift = 0.0; ///< added once per row: row i gets i * drift
    std::optional<double> low;
    std::optional<double> high;
    double anomalyLow = 0.0; ///< an anomaly replaces the reading by U(anomalyLow, anomalyHigh)
    double anomalyHigh = 0.0;
    double anomalyRatio = 0.0; ///< probability per row, 0 to 1
};

/// Draws a channel's readings one after the other.
class Channel {
public:
    struct Reading {
        double value = 0.0;
        bool replaced = false; ///< an anomaly took the reading's place
    };

    Channel(ChannelSpec spec, Random random) : m_spec(std::move(spec)), m_random(std::move(random)) {}

    [[nodiscard]] Reading next();
    [[nodiscard]] const ChannelSpec &spec() const { return m_spec; }

private:
    ChannelSpec m_spec;
    Random m_random;
    std::uint64_t m_row = 0;
};

} // namespace telltale::simulator
