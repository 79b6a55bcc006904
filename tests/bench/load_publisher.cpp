// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load_publisher.h"

#include "core/base/clock.h"
#include "core/wire/codec.h"
#include "tests/bench/process_meter.h"

#include <cstdio>
#include <cstdlib>
#include <random>

namespace telltale::bench {

namespace {

constexpr std::uint64_t kEpoch = 1;
constexpr double kDescribeEverySec = 5.0;

simulator::ZmqPublisher bindAnywhere()
{
    auto socket = simulator::ZmqPublisher::bind("tcp://127.0.0.1:*", simulator::WhenFull::Drop);
    if (!socket) {
        std::fprintf(stderr, "%s\n", socket.error().text().c_str());
        std::exit(1);
    }
    return std::move(*socket);
}

double noise()
{
    thread_local std::mt19937_64 random(1);
    thread_local std::normal_distribution<double> normal(0.0, 1.0);
    return normal(random);
}

} // namespace

LoadPublisher::LoadPublisher(Load load) : m_load(load), m_socket(bindAnywhere()) {}

LoadPublisher::~LoadPublisher()
{
    m_ending = true;
    if (m_thread.joinable())
        m_thread.join();
}

void LoadPublisher::start()
{
    m_thread = std::thread([this] { run(); });
}

void LoadPublisher::run()
{
    const SystemClock clock{};
    const SteadyTime start = clock.steadyNow();
    const double share = 1.0 / (m_load.rowsPerSecond * static_cast<double>(m_load.assets));
    const auto describeEvery = static_cast<std::uint64_t>(kDescribeEverySec * m_load.rowsPerSecond);
    for (std::uint64_t turn = 0; !m_ending; ++turn) {
        const std::size_t asset = turn % m_load.assets;
        const std::uint64_t row = turn / m_load.assets;
        std::this_thread::sleep_until(start
                                      + std::chrono::duration_cast<SteadyTime::duration>(fromSeconds(share * static_cast<double>(turn))));
        if (row % describeEvery == 0)
            describe(asset);
        publishRow(asset, row);
        m_cpuSeconds = threadCpuSeconds();
    }
}

void LoadPublisher::describe(std::size_t asset)
{
    wire::Describe message{.asset = assetName(asset), .epoch = kEpoch, .clock = ClockKind::Live, .speed = 1.0, .sensors = {}};
    for (std::size_t sensor = 0; sensor < m_load.sensors; ++sensor) {
        wire::DescribedSensor described;
        described.name = sensorName(sensor);
        described.index = static_cast<std::uint32_t>(sensor);
        described.unit = "mm/s";
        described.period = fromSeconds(1.0 / m_load.rowsPerSecond);
        message.sensors.push_back(described);
    }
    (void)m_socket.send(wire::encode(message));
}

void LoadPublisher::publishRow(std::size_t asset, std::uint64_t row)
{
    SampleBatch batch;
    batch.asset = assetName(asset);
    batch.epoch = kEpoch;
    batch.seq = row;
    for (std::size_t sensor = 0; sensor < m_load.sensors; ++sensor) {
        const bool spike = asset == 0 && sensor == 0 && m_load.spikeEvery > 0 && row % m_load.spikeEvery == 0;
        batch.columns.push_back({sensorName(sensor), {spike || m_excursion ? kSpike : noise()}, {}});
    }
    batch.times = {SystemClock().utcNow()};
    (void)m_socket.send(wire::encode(batch));
}

} // namespace telltale::bench
