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
/// Options: 256 KiB a frame (more is accepted by nobody, but what is a little too large is counted), no time limit for handshakes
/// (Supervisor has one), no heartbeats of the transport, no high-water mark, no reconnecting by itself. Why no high-water mark: a
/// connection whose reader is behind is one that libzmq 4.3 does not read any more, and from there two ways lead to the end of the whole
/// program. Its own heartbeats take such a connection for dead, and what is left of it trips over the assertion
/// "_input_stopped" (libzmq 3937); without them, a publisher's PING that has been received already answers into a connection that the
/// publisher has broken off meanwhile, and trips over "!_io_error" (libzmq 4364). The second one any publisher can bring about. Both need a
/// connection that is not read, and without a mark there is none. (A PING's time to live alone does nothing: every frame after it ends it.)
/// Hence who reads is to take everything as soon as it comes and to bound it himself (FrameBacklog), and somebody else is to end the
/// connection when he does not run (FlowGuard): each time only the reader connects anew, so nothing grows behind his back.
/// Errors: `open` and `dialAgain` return InvalidArgument or Io with libzmq's words. Thread: the one that opened it.
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
    /// After RetryPlanned. What the former connection has left unread is lost, so that is to be taken before.
    Result<void> dialAgain();

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
