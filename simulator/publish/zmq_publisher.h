// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/curve/secret_key.h"
#include "simulator/publish/allow_list.h"
#include "simulator/publish/frame_sink.h"

#include <memory>
#include <optional>
#include <string>

namespace telltale::simulator {

/// What happens to a frame when a subscriber's queue is full.
enum class WhenFull {
    Drop, ///< it is lost for that subscriber, as PUB/SUB does: a live clock cannot wait
    Wait, ///< `send` says so: a replay would rather be late than incomplete
};

/// With which key a publisher proves who it is and encrypts, and who may listen.
struct Protection {
    curve::SecretKey secret;
    AllowList stations;
    LogSink log; ///< of who was refused; called on a thread of the publisher's own
};

/// A bound publishing socket. With a protection it is bound only once somebody answers for every station that connects whether it may: a
/// publisher that nobody answers for would let everybody in. Thread: the one that bound it.
class ZmqPublisher final : public FrameSink {
public:
    /// Errors: Busy when the port is in use; InvalidArgument for an address that is none; Io otherwise. All with a sentence for people.
    static Result<ZmqPublisher> bind(const std::string &address, WhenFull whenFull, std::optional<Protection> protection = {});
    ~ZmqPublisher() override;
    ZmqPublisher(ZmqPublisher &&) noexcept;
    ZmqPublisher &operator=(ZmqPublisher &&) noexcept;

    /// The address as bound: a port given as * has become a number.
    [[nodiscard]] const std::string &endpoint() const { return m_endpoint; }
    [[nodiscard]] bool send(std::string_view frame) override;
    [[nodiscard]] std::size_t newSubscriptions() override;

private:
    struct Socket;
    explicit ZmqPublisher(std::unique_ptr<Socket> socket);

    std::unique_ptr<Socket> m_socket;
    std::string m_endpoint;
};

} // namespace telltale::simulator
