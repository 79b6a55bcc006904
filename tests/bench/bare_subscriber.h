// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace telltale::bench {

/// The peer: a second ZeroMQ subscriber to the same feed that does nothing but note when a frame of one asset came in.
/// Thread: made and asked by one thread.
class BareSubscriber {
public:
    BareSubscriber(std::string address, std::string asset);
    ~BareSubscriber();
    BareSubscriber(const BareSubscriber &) = delete;
    BareSubscriber &operator=(const BareSubscriber &) = delete;

    /// When the row with this event time came in, or kNoTime.
    [[nodiscard]] UtcTime receivedAt(std::int64_t eventNanos) const;
    /// Sent to received, of all rows so far.
    [[nodiscard]] std::vector<Duration> latencies() const;

private:
    void run();

    std::string m_address;
    std::string m_asset;
    mutable std::mutex m_guard;
    std::map<std::int64_t, UtcTime> m_received; ///< by event time
    std::atomic<bool> m_ending{false};
    std::thread m_thread;
};

} // namespace telltale::bench
