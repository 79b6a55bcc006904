// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>

namespace telltale::feed {

/// Ends a connection from another thread than the one that reads it, which may stand still. libzmq's sockets belong to one thread, so it is
/// done to the TCP connection itself: shut down by a descriptor of our own, which stays ours whatever libzmq does with its one.
/// Thread: any. Errors: none; a descriptor that is no connection any more is not held.
class ConnectionBrake {
public:
    ConnectionBrake() = default;
    ConnectionBrake(const ConnectionBrake &) = delete;
    ConnectionBrake &operator=(const ConnectionBrake &) = delete;
    ~ConnectionBrake() { release(); }

    /// A connection came up. Until `release` it does not end when its owner closes it.
    void hold(int descriptor);
    void release();
    /// Nothing more is received over it. False when there is none.
    bool pull();

private:
    std::mutex m_mutex;
    int m_held = -1;
};

} // namespace telltale::feed
