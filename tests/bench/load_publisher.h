// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/publish/zmq_publisher.h"

#include <atomic>
#include <cstddef>
#include <string>
#include <thread>

namespace telltale::bench {

/// How much a LoadPublisher says.
struct Load {
    std::size_t assets = 20;
    std::size_t sensors = 10;    ///< per asset
    double rowsPerSecond = 10.0; ///< per asset; assets are spread evenly over the period
    std::size_t spikeEvery = 3;  ///< rows between two far-off values of the first asset's first sensor; 0 = none
};

/// Publishes noise (mean 0, sd 1) of many sensors from a thread of its own, with the computer's clock as event time, over a real socket.
/// Thread: made, told and ended by one thread; `cpuSeconds` and `excursion` from any.
class LoadPublisher {
public:
    static constexpr double kSpike = 50.0;

    /// Binds a free local port. Ends the program when it cannot.
    explicit LoadPublisher(Load load);
    ~LoadPublisher();
    LoadPublisher(const LoadPublisher &) = delete;
    LoadPublisher &operator=(const LoadPublisher &) = delete;

    void start();
    [[nodiscard]] std::string address() const { return m_socket.endpoint(); }
    [[nodiscard]] static std::string assetName(std::size_t asset) { return "hall/unit" + std::to_string(asset); }
    [[nodiscard]] static std::string sensorName(std::size_t sensor) { return "s" + std::to_string(sensor); }
    /// From the next row of each asset on all sensors are far off.
    void excursion() { m_excursion = true; }
    /// Processor time that publishing has taken, to be left out of what the monitor took.
    [[nodiscard]] double cpuSeconds() const { return m_cpuSeconds; }

private:
    void run();
    void describe(std::size_t asset);
    void publishRow(std::size_t asset, std::uint64_t row);

    Load m_load;
    simulator::ZmqPublisher m_socket;
    std::atomic<bool> m_ending{false};
    std::atomic<bool> m_excursion{false};
    std::atomic<double> m_cpuSeconds{0.0};
    std::thread m_thread;
};

} // namespace telltale::bench
