// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/history/slow_plant.h"

#include <cmath>
#include <limits>
#include <memory>
#include <numbers>

namespace telltale::bench {

ChunkPtr SlowSensor::next()
{
    constexpr double kDay = 86400e9;
    auto chunk = std::make_shared<Chunk>();
    const double year = std::sin(2.0 * std::numbers::pi * static_cast<double>(m_t - kBegin) / (365.25 * kDay));
    for (std::size_t i = 0; i < Chunk::kCapacity; ++i, m_t += kMinute) {
        const double noise = static_cast<double>(m_random() % 2001) / 1000.0 - 1.0;
        m_weather += 0.02 * noise - 0.0005 * m_weather;
        const double day = std::sin(2.0 * std::numbers::pi * std::fmod(static_cast<double>(m_t), kDay) / kDay);
        chunk->t.push_back(m_t);
        chunk->value.push_back(std::round((m_mean + 8.0 * year + 2.0 * day + m_weather + 0.1 * noise) * 100.0) / 100.0);
    }
    chunk->score.assign(chunk->size(), std::numeric_limits<float>::quiet_NaN());
    chunk->lower = chunk->upper = chunk->score;
    chunk->flags.assign(chunk->size(), 0);
    return chunk;
}

} // namespace telltale::bench
