// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feed/connection_brake.h"
#include "core/feed/memory_watch.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace telltale::feed {

/// Bounds what libzmq collects while its reader stands still, or is slower for long than what comes: then nothing else does, because the
/// socket has no high-water mark (zmq_socket.h says why). From a thread of its own it looks fifty times a second whether the reader has
/// caught up; when it has not for a tenth of a second and the process has grown by more than the limit since, the connection is ended.
/// Only the reader makes a new one, so one that never runs again gets nothing more.
/// What else makes the program grow in just those moments can cost a connection, too; the numbers of the messages show what that cost.
/// Thread: made and ended by one; the others from any.
class FlowGuard {
public:
    FlowGuard(std::size_t limitBytes, ConnectionBrake &brake);
    ~FlowGuard();
    FlowGuard(const FlowGuard &) = delete;
    FlowGuard &operator=(const FlowGuard &) = delete;

    /// The reader: all that had come in has been taken.
    void caughtUp() { m_caughtUp.store(true, std::memory_order_relaxed); }
    /// Whether it has ended a connection since the last time it was asked.
    [[nodiscard]] bool hasIntervened() { return m_intervened.exchange(false); }

private:
    void run();
    void look();

    ConnectionBrake &m_brake;
    MemoryWatch m_memory;
    int m_looksBehind = 0; ///< without the reader having caught up
    std::atomic<bool> m_caughtUp{true};
    std::atomic<bool> m_intervened{false};
    std::mutex m_mutex;
    std::condition_variable m_stopping;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace telltale::feed
