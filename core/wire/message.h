// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/feed_health.h"
#include "core/model/sample_batch.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace telltale::wire {

inline constexpr std::size_t kMaxFrameBytes = 64 * 1024;
inline constexpr std::size_t kMaxSensorBytes = 128;

/// One sensor in a `describe` message.
struct DescribedSensor {
    std::string name;
    std::uint32_t index = 0; ///< what packed frames call it
    std::string unit;
    std::optional<double> low;
    std::optional<double> high;
    Duration period{0}; ///< 0 = not stated
    std::string text;
};

/// What a publisher says about an asset; re-sent every 5 s for late subscribers.
struct Describe {
    std::string asset;
    std::uint64_t epoch = 0;
    ClockKind clock = ClockKind::Unknown;
    double speed = 1.0; ///< of a simulated clock
    std::vector<DescribedSensor> sensors;
};

/// "I am alive", every second even when there is nothing to say. `seq` is the asset's next data number where the publisher counts.
struct Heartbeat {
    std::string asset;
    std::uint64_t epoch = 0;
    std::optional<std::uint64_t> seq;
};

/// Samples whose sensors are numbers: only a `Describe` of the same asset and epoch can name them.
struct PackedSample {
    std::uint32_t sensor = 0;
    Quality quality = Quality::Good;
    std::int64_t timeNanos = 0;
    double value = 0.0;
};
struct PackedSamples {
    std::string asset;
    std::uint64_t epoch = 0;
    std::uint64_t seq = 0;
    std::vector<PackedSample> samples;
};

using Message = std::variant<SampleBatch, Describe, Heartbeat, PackedSamples>;

} // namespace telltale::wire
