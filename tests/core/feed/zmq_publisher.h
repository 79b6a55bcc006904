// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/codec.h"

#include <string>
#include <zmq.hpp>

namespace telltale::test {

/// A well-behaved publisher on loopback. Port 0 = any free one.
class ZmqPublisher {
public:
    explicit ZmqPublisher(std::uint64_t epoch = 1, std::uint16_t port = 0) : m_epoch(epoch)
    {
        m_socket.set(zmq::sockopt::linger, 0);
        m_socket.bind("tcp://127.0.0.1:" + (port == 0 ? std::string("*") : std::to_string(port)));
        m_address = m_socket.get(zmq::sockopt::last_endpoint);
    }

    [[nodiscard]] const std::string &address() const { return m_address; }
    [[nodiscard]] std::uint16_t port() const { return static_cast<std::uint16_t>(std::stoi(m_address.substr(m_address.rfind(':') + 1))); }

    void send(const std::string &frame) { m_socket.send(zmq::buffer(frame), zmq::send_flags::none); }
    void sendParts(const std::string &first, const std::string &second)
    {
        m_socket.send(zmq::buffer(first), zmq::send_flags::sndmore);
        m_socket.send(zmq::buffer(second), zmq::send_flags::none);
    }
    /// The next numbered message of asset "pump".
    void sendData()
    {
        SampleBatch batch;
        batch.asset = "pump";
        batch.epoch = m_epoch;
        batch.seq = m_seq++;
        batch.columns = {{"temperature", {20.0}, {}}};
        send(wire::encode(batch));
    }
    void sendHeartbeat() { send(wire::encode(wire::Heartbeat{"pump", m_epoch, m_seq})); }
    /// Counts messages that are never sent.
    void skip(std::uint64_t messages) { m_seq += messages; }
    [[nodiscard]] std::uint64_t next() const { return m_seq; }

private:
    zmq::context_t m_context{1};
    zmq::socket_t m_socket{m_context, zmq::socket_type::pub};
    std::string m_address;
    std::uint64_t m_epoch;
    std::uint64_t m_seq = 0;
};

} // namespace telltale::test
