// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/config/plant.h"
#include "core/wire/codec.h"
#include "tests/support/eventually.h"
#include "tests/support/zmq_publisher.h"

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace telltale::test {

/// A plant that speaks: all sensors of all assets once a period, on a thread of its own, with heartbeats, from a value of 0 on.
/// Thread: the test's.
class PlantPublisher {
public:
    explicit PlantPublisher(const config::Plant &plant, Duration period = std::chrono::milliseconds{100}) : m_period(period)
    {
        for (const config::AssetEntry &asset : plant.assets) {
            for (const config::SensorEntry &sensor : asset.sensors) {
                m_values[asset.path][sensor.name] = 0.0;
            }
        }
        start();
    }
    ~PlantPublisher() { stop(); }

    [[nodiscard]] const std::string &address() const { return m_address; }

    void set(const SensorKey &sensor, double value)
    {
        const std::lock_guard guard(m_lock);
        m_values[sensor.asset][sensor.sensor] = value;
    }
    void setAll(double value)
    {
        const std::lock_guard guard(m_lock);
        for (auto &[asset, sensors] : m_values) {
            for (auto &[name, each] : sensors) {
                each = value;
            }
        }
    }
    /// From now on its readings carry the time of a clock that is so much behind; until then they carry none.
    void setBehind(Duration behind)
    {
        const std::lock_guard guard(m_lock);
        m_behind = behind;
    }
    /// Whatever a sick program would send, with the next round.
    void sendRaw(std::string frame)
    {
        const std::lock_guard guard(m_lock);
        m_raw.push_back(std::move(frame));
    }
    /// Whole rounds sent so far.
    [[nodiscard]] std::uint64_t rounds() const { return m_rounds; }

    /// As if the program had died, and as if it had been started again on the same port.
    void stop()
    {
        m_ends = true;
        if (m_thread.joinable()) {
            m_thread.join();
        }
    }
    void start()
    {
        m_ends = false;
        m_epoch += 1;
        m_seq.clear();
        std::atomic<bool> bound{false};
        m_thread = std::thread([this, &bound] {
            ZmqPublisher publisher(m_address);
            m_address = publisher.address();
            bound = true;
            run(publisher);
        });
        (void)eventually([&] { return bound.load(); });
    }

private:
    void run(ZmqPublisher &publisher)
    {
        auto next = std::chrono::steady_clock::now();
        while (!m_ends) {
            for (const std::string &frame : round()) {
                publisher.send(frame);
            }
            ++m_rounds;
            next += m_period;
            std::this_thread::sleep_until(next);
        }
    }

    std::vector<std::string> round()
    {
        const std::lock_guard guard(m_lock);
        std::vector<std::string> frames = std::exchange(m_raw, {});
        const bool beats = m_rounds % std::uint64_t(std::max<std::int64_t>(1, std::chrono::seconds{1} / m_period)) == 0;
        for (const auto &[asset, sensors] : m_values) {
            SampleBatch batch;
            batch.asset = asset;
            batch.epoch = m_epoch;
            batch.seq = m_seq[asset]++;
            for (const auto &[name, value] : sensors) {
                batch.columns.push_back({name, {value}, {}});
            }
            if (m_behind) {
                batch.times = {SystemClock().utcNow() - *m_behind};
            }
            frames.push_back(wire::encode(batch)); // without a time that of its receipt counts
            if (beats) {
                frames.push_back(wire::encode(wire::Heartbeat{asset, m_epoch, m_seq[asset]}));
            }
        }
        return frames;
    }

    const Duration m_period;
    std::string m_address = "tcp://127.0.0.1:*";
    std::mutex m_lock;
    std::map<std::string, std::map<std::string, double>> m_values;
    std::vector<std::string> m_raw;
    std::map<std::string, std::uint64_t> m_seq;
    std::optional<Duration> m_behind;
    std::uint64_t m_epoch = 1000;
    std::atomic<std::uint64_t> m_rounds{0};
    std::atomic<bool> m_ends{false};
    std::thread m_thread;
};

} // namespace telltale::test
