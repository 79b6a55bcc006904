// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/publish/broadcast.h"

#include "core/wire/codec.h"

#include <array>
#include <random>

namespace telltale::simulator {

namespace {

/// What foreign programs really send: a printed dictionary, a cut frame, a number as text, no JSON at all.
constexpr std::array<std::string_view, 4> kGarbledPayloads{
    "{'values': {'temperature': 22.1}}",
    R"({"values": {"temperature": 22.)",
    R"({"values": {"temperature": "warm"}})",
    "temperature=22.1",
};

} // namespace

Broadcast::Broadcast(const std::vector<AssetPlan> &assets, const Timing &timing, std::uint64_t epoch)
    : m_plans(assets)
    , m_timing(timing)
    , m_epoch(epoch)
    , m_next(assets.size())
{
}

std::string Broadcast::describe(std::size_t asset) const
{
    wire::Describe message;
    message.asset = m_plans[asset].path;
    message.epoch = m_epoch;
    message.clock = m_timing.clock;
    message.speed = m_timing.speed;
    for (const SensorPlan &sensor : m_plans[asset].sensors) {
        const auto index = static_cast<std::uint32_t>(message.sensors.size());
        message.sensors.push_back({sensor.name, index, sensor.unit, sensor.low, sensor.high, m_timing.period, sensor.text});
    }
    return wire::encode(message);
}

std::string Broadcast::heartbeat(std::size_t asset) const
{
    return wire::encode(wire::Heartbeat{m_plans[asset].path, m_epoch, m_next[asset]});
}

std::string Broadcast::data(const Outgoing &message)
{
    SampleBatch batch;
    batch.asset = m_plans[message.asset].path;
    batch.epoch = m_epoch;
    batch.seq = m_next[message.asset]++;
    batch.times = {message.time + message.row.shift};
    for (std::size_t i = 0; i < message.row.values.size(); ++i)
        batch.columns.push_back({m_plans[message.asset].sensors[i].name, {message.row.values[i]}, {}});
    batch.truth = message.row.truth;
    ++m_tally.messages;
    m_tally.values += message.row.values.size();
    return wire::encode(batch);
}

std::string Broadcast::garbled(std::size_t asset)
{
    return m_plans[asset].path + ' ' + std::string(kGarbledPayloads[m_garbled++ % kGarbledPayloads.size()]);
}

std::uint64_t freshEpoch()
{
    std::random_device device;
    const std::uint64_t bits = (std::uint64_t{device()} << 32) | device();
    return (bits >> 11) | 1;
}

} // namespace telltale::simulator
