// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/feed_health.h"
#include "simulator/scenarios/scenario.h"

#include <optional>
#include <vector>

namespace telltale::simulator {

/// How a programme's event time relates to ours.
struct Timing {
    ClockKind clock = ClockKind::Live;
    double speed = 1.0; ///< event seconds per real second
    Duration period{0}; ///< event time between two rows of an asset, the longest regular one
};

/// One message of one asset.
struct Outgoing {
    std::size_t asset = 0;
    UtcTime time = kNoTime; ///< event time, before the row's own shift
    Row row;
};

/// A sequence of messages, each with the real time at which it is due. Thread: one.
class Programme {
public:
    virtual ~Programme() = default;
    [[nodiscard]] virtual const std::vector<AssetPlan> &assets() const = 0;
    [[nodiscard]] virtual Timing timing() const = 0;
    /// When the next message is due, in real time since the start; never falls. Nothing: there are no more.
    [[nodiscard]] virtual std::optional<Duration> due() const = 0;
    /// Makes the next message. `now` dates it where the clock is live.
    [[nodiscard]] virtual Outgoing take(UtcTime now) = 0;
};

} // namespace telltale::simulator
