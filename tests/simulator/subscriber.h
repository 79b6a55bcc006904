// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/codec.h"
#include "tests/support/curve_keys.h"

#include <optional>
#include <string>
#include <zmq.h>

namespace telltale::test {

/// Which publisher a subscriber trusts, and as whom it comes.
struct SubscriberKeys {
    const curve::PublicKey *publisher = nullptr; ///< null = unencrypted
    const KeyPair *own = nullptr;
};

/// A subscriber on a real socket.
class Subscriber {
public:
    explicit Subscriber(const std::string &endpoint, const std::string &topic = {}, SubscriberKeys keys = {})
        : m_context(zmq_ctx_new())
        , m_socket(zmq_socket(m_context, ZMQ_SUB))
    {
        zmq_setsockopt(m_socket, ZMQ_SUBSCRIBE, topic.data(), topic.size());
        const int unlimited = 0;
        zmq_setsockopt(m_socket, ZMQ_RCVHWM, &unlimited, sizeof unlimited);
        if (keys.publisher != nullptr) {
            zmq_setsockopt(m_socket, ZMQ_CURVE_SERVERKEY, keys.publisher->bytes().data(), curve::kKeyBytes);
            zmq_setsockopt(m_socket, ZMQ_CURVE_PUBLICKEY, keys.own->key().bytes().data(), curve::kKeyBytes);
            zmq_setsockopt(m_socket, ZMQ_CURVE_SECRETKEY, keys.own->secret().bytes().data(), curve::kKeyBytes);
        }
        zmq_connect(m_socket, endpoint.c_str());
    }
    Subscriber(const Subscriber &) = delete;
    Subscriber &operator=(const Subscriber &) = delete;
    ~Subscriber()
    {
        zmq_close(m_socket);
        zmq_ctx_term(m_context);
    }

    /// The next frame; nothing when none comes within `millis`.
    [[nodiscard]] std::optional<std::string> frame(int millis = 20'000)
    {
        zmq_setsockopt(m_socket, ZMQ_RCVTIMEO, &millis, sizeof millis);
        std::string bytes(wire::kMaxFrameBytes, '\0');
        const int length = zmq_recv(m_socket, bytes.data(), bytes.size(), 0);
        if (length < 0)
            return std::nullopt;
        bytes.resize(static_cast<std::size_t>(length));
        return bytes;
    }

    /// The next message of one type; others are passed over.
    template <typename Wanted>
    [[nodiscard]] std::optional<Wanted> next()
    {
        while (const auto bytes = frame()) {
            const auto decoded = m_decoder.decode(*bytes, now());
            if (const auto *message = std::get_if<wire::Message>(&decoded))
                if (const auto *wanted = std::get_if<Wanted>(message))
                    return *wanted;
        }
        return std::nullopt;
    }

private:
    static UtcTime now() { return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now()); }

    void *m_context;
    void *m_socket;
    wire::Decoder m_decoder;
};

} // namespace telltale::test
