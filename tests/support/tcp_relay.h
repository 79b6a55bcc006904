// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace telltale::test {

/// Stands between a subscriber and a publisher on loopback, and can stop passing anything on while all connections stay open: a network
/// that has become a black hole. Connections are relayed for as long as both sides keep them.
class TcpRelay {
public:
    /// `publisher` as "tcp://127.0.0.1:PORT".
    explicit TcpRelay(const std::string &publisher)
        : m_publisher(std::stoi(publisher.substr(publisher.rfind(':') + 1)))
        , m_listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in own = loopback(0);
        socklen_t size = sizeof own;
        if (bind(m_listener, reinterpret_cast<sockaddr *>(&own), size) == 0 && listen(m_listener, 8) == 0)
            getsockname(m_listener, reinterpret_cast<sockaddr *>(&own), &size);
        m_port = ntohs(own.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ~TcpRelay()
    {
        m_ending = true;
        m_thread.join();
        for (const Pair &pair : m_pairs)
            closeBoth(pair);
        ::close(m_listener);
    }
    TcpRelay(const TcpRelay &) = delete;
    TcpRelay &operator=(const TcpRelay &) = delete;

    [[nodiscard]] std::string address() const { return "tcp://127.0.0.1:" + std::to_string(m_port); }
    void swallow(bool everything) { m_swallowing = everything; }

private:
    using Pair = std::array<int, 2>;

    static sockaddr_in loopback(int port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        return address;
    }
    static void closeBoth(const Pair &pair)
    {
        ::close(pair[0]);
        ::close(pair[1]);
    }

    void serve()
    {
        while (!m_ending) {
            std::vector<pollfd> watched{{m_listener, POLLIN, 0}};
            for (const Pair &pair : m_pairs)
                for (const int side : pair)
                    watched.push_back({side, static_cast<short>(m_swallowing ? 0 : POLLIN), 0});
            if (poll(watched.data(), watched.size(), 20) <= 0)
                continue;
            for (std::size_t i = 1; i < watched.size(); ++i)
                if (watched[i].revents != 0 && !m_swallowing)
                    pass((i - 1) / 2, (i - 1) % 2);
            std::erase_if(m_pairs, [](const Pair &pair) { return pair[0] < 0; });
            if (watched[0].revents != 0)
                accept();
        }
    }

    void accept()
    {
        const int here = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        const int there = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in publisher = loopback(m_publisher);
        if (connect(there, reinterpret_cast<sockaddr *>(&publisher), sizeof publisher) == 0)
            m_pairs.push_back({here, there});
        else
            closeBoth({here, there});
    }

    void pass(std::size_t pair, std::size_t from)
    {
        Pair &both = m_pairs[pair];
        if (both[0] < 0)
            return;
        std::array<char, 65536> bytes{};
        const ssize_t got = recv(both[from], bytes.data(), bytes.size(), 0);
        if (got > 0 && send(both[1 - from], bytes.data(), static_cast<std::size_t>(got), MSG_NOSIGNAL) == got)
            return;
        closeBoth(both);
        both = {-1, -1};
    }

    int m_publisher;
    int m_listener;
    int m_port = 0;
    std::vector<Pair> m_pairs;
    std::atomic<bool> m_swallowing{false};
    std::atomic<bool> m_ending{false};
    std::thread m_thread;
};

} // namespace telltale::test
