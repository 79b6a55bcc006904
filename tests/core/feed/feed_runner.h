// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/thread_name.h"
#include "core/feed/zmq_feed.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace telltale::test {

/// Runs a feed on a thread of its own and keeps what it delivers, so that a test can wait for something to become true.
class FeedRunner {
public:
    /// What was delivered so far.
    struct Seen {
        FeedHealth health;
        std::size_t healths = 0;
        std::size_t batches = 0;
        std::map<std::string, std::size_t> columns; ///< sensor -> batches that had it
        std::vector<feed::Gap> gaps;
        std::vector<wire::Describe> describes;
        std::vector<FeedState> states; ///< every change
        std::string log;               ///< a line for every note

        [[nodiscard]] std::uint64_t rejects(const std::string &reason) const
        {
            const auto found = health.rejects.find(reason);
            return found == health.rejects.end() ? 0 : found->second;
        }
    };
    using Condition = std::function<bool(const Seen &)>;

    static constexpr std::chrono::seconds kPatience{40};
    static constexpr const char *kThread = "feed runner";

    explicit FeedRunner(feed::ZmqFeedSettings settings)
    {
        const auto note = [this](LogLevel, std::string_view, std::string_view text) {
            const std::lock_guard lock(m_mutex);
            m_seen.log.append(text) += '\n';
        };
        m_feed = std::move(feed::ZmqFeed::make(std::move(settings), m_clock, note)).value();
        m_thread = std::thread([this] {
            nameThread(kThread);
            m_feed->run([this](feed::Delivery delivery) { keep(std::move(delivery)); });
        });
    }

    ~FeedRunner() { stop(); }

    /// Repeats `action` until `condition` holds; false when that takes too long.
    bool waitFor(const Condition &condition, const std::function<void()> &action = {})
    {
        const auto end = std::chrono::steady_clock::now() + kPatience;
        std::unique_lock lock(m_mutex);
        while (!condition(m_seen)) {
            if (std::chrono::steady_clock::now() > end)
                return false;
            lock.unlock();
            if (action)
                action();
            lock.lock();
            m_changed.wait_for(lock, std::chrono::milliseconds(20));
        }
        return true;
    }

    bool waitForState(FeedState state, const std::function<void()> &action = {})
    {
        return waitFor([state](const Seen &seen) { return seen.healths > 0 && seen.health.state == state; }, action);
    }

    Seen seen()
    {
        const std::lock_guard lock(m_mutex);
        return m_seen;
    }

    void reconnect() { m_feed->reconnect(); }

    void stop()
    {
        m_feed->stop();
        if (m_thread.joinable())
            m_thread.join();
    }

private:
    void keep(feed::Delivery delivery)
    {
        const std::lock_guard lock(m_mutex);
        std::visit([this](auto &&one) { add(std::move(one)); }, std::move(delivery));
        m_changed.notify_all();
    }

    void add(SampleBatch &&batch)
    {
        ++m_seen.batches;
        for (const SensorColumn &column : batch.columns)
            ++m_seen.columns[column.sensor];
    }
    void add(feed::Gap &&gap) { m_seen.gaps.push_back(std::move(gap)); }
    void add(wire::Describe &&describe) { m_seen.describes.push_back(std::move(describe)); }
    void add(FeedHealth &&health)
    {
        if (m_seen.states.empty() || m_seen.states.back() != health.state)
            m_seen.states.push_back(health.state);
        m_seen.health = std::move(health);
        ++m_seen.healths;
    }

    SystemClock m_clock;
    std::unique_ptr<feed::ZmqFeed> m_feed;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    Seen m_seen;
    std::thread m_thread;
};

} // namespace telltale::test
