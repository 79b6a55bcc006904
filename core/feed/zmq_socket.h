// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/curve/secret_key.h"
#include "core/feed/socket_event.h"
#include "core/wire/message.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace telltale::feed {

/// How a connection is protected: nothing is taken from who cannot prove that it has the secret of `publisher`, and this station proves
/// that it has `station`.
struct Encryption {
    const curve::PublicKey &publisher;
    const curve::SecretKey &station;
};

/// One ZeroMQ subscription to everything at one address, with its own context: destroying it ends its I/O thread and frees all that a
/// peer made it collect. The only door to libzmq; what comes out of it is copied.
/// Options: 2000 frames queued at most, 256 KiB a frame (more is accepted by nobody, but what is a little too large is counted), 2 s for a
/// handshake, no heartbeats of the transport (zmq_socket.cpp says why), reconnects by itself after 0.2 to 1 s where libzmq can. Errors:
/// `open` returns InvalidArgument or Io with libzmq's words. Thread: the one that opened it.
class ZmqSocket {
public:
    /// `encryption` null = none. libzmq keeps a copy of the secret until the socket is gone.
    static Result<std::unique_ptr<ZmqSocket>> open(const std::string &address, const Encryption *encryption = nullptr);
    ~ZmqSocket();

    /// Waits until there is a frame or an event.
    void wait(std::chrono::milliseconds timeout);
    /// Takes one frame without waiting. False: none there. `more` means that it is a part of a longer message.
    bool receive(std::string &frame, bool &more);
    /// All events since the last call.
    std::vector<SocketEvent> events();

private:
    struct Handles;
    explicit ZmqSocket(std::unique_ptr<Handles> handles);
    std::unique_ptr<Handles> m_handles;
};

/// Asks whoever is at an address how he protects connections: the greeting of ZMTP 3 says it first of all. For when a handshake has failed
/// and libzmq cannot say why. Anybody can claim anything there, so it is good for words to people and for nothing else. Thread: the one
/// that opened it.   Source: ZeroMQ RFC 23.
class GreetingProbe {
public:
    /// Null where it cannot be asked: for ipc, and addresses that are none.
    static std::unique_ptr<GreetingProbe> open(const std::string &address);
    ~GreetingProbe();

    /// Without waiting: "NULL", "CURVE", "PLAIN"; empty = nothing was said yet.
    [[nodiscard]] std::string mechanism();

private:
    struct Handles;
    explicit GreetingProbe(std::unique_ptr<Handles> handles);
    std::unique_ptr<Handles> m_handles;
};

/// "tcp://host:port" or "ipc://path", as a publisher can be reached. Errors: InvalidArgument, saying what is wrong.
[[nodiscard]] Result<void> checkAddress(const std::string &address);

} // namespace telltale::feed
