// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/chunk.h"
#include "core/model/ids.h"

#include <cstdint>
#include <random>

namespace telltale::bench {

/// One sensor of a building that reports once a minute for decades: seasons, days, weather and noise, two decimals.
class SlowSensor {
public:
    static constexpr std::int64_t kMinute = 60'000'000'000;
    static constexpr std::int64_t kBegin = 1'104'537'600'000'000'000; ///< 2005-01-01

    explicit SlowSensor(std::uint32_t number) : m_random(number), m_mean(15.0 + number % 40) {}

    /// The next 1,024 samples.
    [[nodiscard]] ChunkPtr next();

private:
    std::minstd_rand m_random;
    double m_mean;
    double m_weather = 0.0;
    std::int64_t m_t = kBegin;
};

[[nodiscard]] inline SensorKey slowSensorKey(std::size_t number)
{
    return {"plant/room" + std::to_string(number), "temperature"};
}

} // namespace telltale::bench
