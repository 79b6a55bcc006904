// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/publish/programme.h"

#include <cstdint>
#include <string>

namespace telltale::simulator {

/// Turns a programme's rows into frames: numbers the messages per asset, describes the assets and says that it is alive.
/// Thread: one.
class Broadcast {
public:
    Broadcast(const std::vector<AssetPlan> &assets, const Timing &timing, std::uint64_t epoch);

    /// What data messages have been made so far; garbled ones are none.
    struct Tally {
        std::uint64_t messages = 0;
        std::uint64_t values = 0;
    };

    [[nodiscard]] std::size_t assets() const { return m_plans.size(); }
    [[nodiscard]] const Tally &tally() const { return m_tally; }
    [[nodiscard]] std::string describe(std::size_t asset) const;
    [[nodiscard]] std::string heartbeat(std::size_t asset) const;
    /// Uses up a message number.
    [[nodiscard]] std::string data(const Outgoing &message);
    /// A frame that no monitor may accept; every call another way to be wrong.
    [[nodiscard]] std::string garbled(std::size_t asset);

private:
    std::vector<AssetPlan> m_plans;
    Timing m_timing;
    std::uint64_t m_epoch;
    std::vector<std::uint64_t> m_next; ///< message number per asset
    std::size_t m_garbled = 0;
    Tally m_tally;
};

/// A random id for one run of a publisher, below 2^53 so that readers which keep numbers as doubles have it exactly. Never 0.
[[nodiscard]] std::uint64_t freshEpoch();

} // namespace telltale::simulator
