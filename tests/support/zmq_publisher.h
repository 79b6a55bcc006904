// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <zmq.hpp>

namespace telltale::test {

/// A publisher on a port of the system's choice, or again on one that it had. Thread: one.
class ZmqPublisher {
public:
    /// With a `timeToLive` it sends heartbeats of the transport, three in that time.
    explicit ZmqPublisher(const std::string &address = "tcp://127.0.0.1:*", std::chrono::milliseconds timeToLive = {})
        : m_socket(m_context, zmq::socket_type::pub)
    {
        m_socket.set(zmq::sockopt::linger, 0);
        m_socket.set(zmq::sockopt::sndhwm, 100'000);
        m_socket.set(zmq::sockopt::heartbeat_ivl, static_cast<int>(timeToLive.count() / 3));
        m_socket.set(zmq::sockopt::heartbeat_ttl, static_cast<int>(timeToLive.count()));
        m_socket.bind(address);
    }

    [[nodiscard]] std::string address() const { return m_socket.get(zmq::sockopt::last_endpoint); }
    void send(const std::string &frame) { m_socket.send(zmq::buffer(frame), zmq::send_flags::dontwait); }

private:
    zmq::context_t m_context;
    zmq::socket_t m_socket;
};

} // namespace telltale::test
