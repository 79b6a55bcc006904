// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <arpa/inet.h>
#include <atomic>
#include <chrono>
#include <functional>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace telltale::test {

/// One accepted connection of a RawPeer.
class RawConnection {
public:
    RawConnection(int descriptor, const std::atomic<bool> &ending) : m_descriptor(descriptor), m_ending(ending) {}

    /// False when the other side is gone, or the test ends.
    bool send(std::string_view bytes)
    {
        while (!bytes.empty() && !m_ending) {
            pollfd item{m_descriptor, POLLOUT, 0};
            if (poll(&item, 1, 50) == 0)
                continue;
            const ssize_t sent = ::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
            m_sent += static_cast<std::size_t>(sent);
        }
        return !m_ending;
    }

    /// Reads until `count` bytes are there; false when the other side is gone, or the test ends.
    bool receive(std::size_t count)
    {
        std::string buffer(count, '\0');
        while (count > 0 && !m_ending) {
            pollfd item{m_descriptor, POLLIN, 0};
            if (poll(&item, 1, 50) == 0)
                continue;
            const ssize_t got = recv(m_descriptor, buffer.data(), count, 0);
            if (got <= 0)
                return false;
            count -= static_cast<std::size_t>(got);
        }
        return !m_ending;
    }

    /// Keeps the connection open, reading and saying nothing, until the other side goes or the test ends.
    void hold()
    {
        while (receive(1)) {
        }
    }

    /// Reads for a while; false when the other side is gone, or the test ends.
    bool pause(std::chrono::milliseconds length)
    {
        char ignored = 0;
        pollfd item{m_descriptor, POLLIN, 0};
        const bool readable = poll(&item, 1, static_cast<int>(length.count())) > 0;
        return !m_ending && (!readable || recv(m_descriptor, &ignored, 1, 0) > 0);
    }

    /// The ZMTP 3.0 handshake of a publisher without security.
    bool handshake()
    {
        const std::string greeting = std::string("\xFF\0\0\0\0\0\0\0\x01\x7F\x03\0NULL", 16) + std::string(48, '\0');
        const std::string ready = std::string("\x04\x19\x05READY\x0BSocket-Type\0\0\0\x03PUB", 27);
        return send(greeting) && receive(64) && send(ready);
    }

    /// One frame as it is on the wire; a `command` is for libzmq alone.
    static std::string frame(std::string_view payload, bool command = false)
    {
        constexpr std::size_t kShort = 255;
        std::string header(1, static_cast<char>((command ? 4 : 0) | (payload.size() > kShort ? 2 : 0)));
        for (int shift = payload.size() > kShort ? 56 : 0; shift >= 0; shift -= 8)
            header += static_cast<char>((payload.size() >> shift) & 0xFF);
        return header + std::string(payload);
    }

    /// Breaks the connection off as a machine does that has crashed: what was not read yet is of no interest to it.
    void breakOff()
    {
        const linger none{1, 0};
        setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &none, sizeof none);
    }

    [[nodiscard]] std::size_t sent() const { return m_sent; }

private:
    int m_descriptor;
    const std::atomic<bool> &m_ending;
    std::size_t m_sent = 0; ///< bytes that the system took
};

/// Listens on a loopback port of its own and does to everybody who connects, one after the other, whatever a test wants.
class RawPeer {
public:
    using Behaviour = std::function<void(RawConnection &)>;

    explicit RawPeer(Behaviour behaviour) : m_behaviour(std::move(behaviour)), m_listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const int on = 1;
        setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) == 0 && listen(m_listener, 8) == 0
            && getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) == 0)
            m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }

    ~RawPeer()
    {
        m_ending = true;
        m_thread.join();
        ::close(m_listener);
    }

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::string address() const { return "tcp://127.0.0.1:" + std::to_string(m_port); }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void serve()
    {
        while (!m_ending) {
            pollfd item{m_listener, POLLIN, 0};
            if (poll(&item, 1, 50) <= 0)
                continue;
            const int descriptor = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (descriptor < 0)
                continue;
            ++m_connections;
            RawConnection connection(descriptor, m_ending);
            m_behaviour(connection);
            ::close(descriptor);
        }
    }

    Behaviour m_behaviour;
    int m_listener;
    std::uint16_t m_port = 0;
    std::atomic<int> m_connections = 0;
    std::atomic<bool> m_ending = false;
    std::thread m_thread;
};

} // namespace telltale::test
