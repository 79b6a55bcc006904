// SPDX-License-Identifier: GPL-3.0-or-later
// The only translation unit that knows libzmq.
#include "core/feed/zmq_socket.h"

#include <array>
#include <cstring>
#include <zmq.hpp>

namespace telltale::feed {

namespace {

constexpr int kNoHighWater = 0;
/// Larger than what is accepted: what is a little too large is then received, refused and counted. libzmq ends the connection of who sends
/// more, and tells nobody.
constexpr std::int64_t kReceivedAtMost = 4 * static_cast<std::int64_t>(wire::kMaxFrameBytes);
constexpr int kNoHandshakeLimit = 0; ///< Supervisor has its own; libzmq's also ends connections to publishers that shake no hands
/// libzmq says that it would try again, and keeps what is unread, only where it is allowed to: so it may, in a day.
constexpr int kNotByItselfMs = 24 * 60 * 60 * 1000;
constexpr const char *kMonitorAddress = "inproc://monitor";

/// Of a ZMTP greeting: ten bytes, the major version, the minor one, and the name of the mechanism, filled up with zeros. Who sends no more
/// than the version gets all of the other side's and has told nothing of his own.
constexpr std::string_view kSignature("\xFF\0\0\0\0\0\0\0\x01\x7F\x03", 11);
constexpr std::size_t kMajorPlace = 10;
constexpr std::size_t kMechanismPlace = 12;
constexpr std::size_t kMechanismBytes = 20;
constexpr std::size_t kGreetingBytes = kMechanismPlace + kMechanismBytes;

struct EventRow {
    std::uint16_t code;
    SocketEvent::Kind kind;
};
constexpr std::array<EventRow, 7> kEvents{{
    {ZMQ_EVENT_CONNECTED, SocketEvent::Kind::Connected},
    {ZMQ_EVENT_HANDSHAKE_SUCCEEDED, SocketEvent::Kind::Ready},
    {ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL, SocketEvent::Kind::HandshakeFailed},
    {ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL, SocketEvent::Kind::HandshakeFailed},
    {ZMQ_EVENT_HANDSHAKE_FAILED_AUTH, SocketEvent::Kind::NotAuthorised},
    {ZMQ_EVENT_DISCONNECTED, SocketEvent::Kind::Disconnected},
    {ZMQ_EVENT_CONNECT_RETRIED, SocketEvent::Kind::RetryPlanned},
}};

int watchedEvents()
{
    int mask = 0;
    for (const EventRow &row : kEvents)
        mask |= row.code;
    return mask;
}

/// A monitor message is a 16-bit event number and a 32-bit value, both in the machine's own order.
SocketEvent eventOf(const zmq::message_t &message)
{
    std::uint16_t code = 0;
    std::uint32_t value = 0;
    if (message.size() >= sizeof code + sizeof value) {
        std::memcpy(&code, message.data(), sizeof code);
        std::memcpy(&value, message.data<char>() + sizeof code, sizeof value);
    }
    if (code == ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL && value == ZMQ_PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH)
        return {SocketEvent::Kind::OtherMechanism};
    for (const EventRow &row : kEvents) {
        if (row.code == code)
            return {row.kind, code == ZMQ_EVENT_CONNECTED ? static_cast<int>(value) : -1};
    }
    return {};
}

void configure(zmq::socket_t &socket, const std::string &address)
{
    socket.set(zmq::sockopt::rcvhwm, kNoHighWater);
    socket.set(zmq::sockopt::maxmsgsize, kReceivedAtMost);
    socket.set(zmq::sockopt::handshake_ivl, kNoHandshakeLimit);
    socket.set(zmq::sockopt::heartbeat_ivl, 0); // a silent publisher is noticed by what it does not send
    socket.set(zmq::sockopt::reconnect_ivl, kNotByItselfMs);
    socket.set(zmq::sockopt::linger, 0);
    // Not always: with it libzmq takes localhost for ::1 alone, where most publishers do not listen.
    socket.set(zmq::sockopt::ipv6, address.starts_with("tcp://["));
    socket.set(zmq::sockopt::subscribe, "");
}

void setKey(zmq::socket_t &socket, int option, const curve::KeyBytes &key)
{
    if (zmq_setsockopt(socket.handle(), option, key.data(), key.size()) != 0)
        throw zmq::error_t();
}

void encrypt(zmq::socket_t &socket, const Encryption &encryption)
{
    setKey(socket, ZMQ_CURVE_SERVERKEY, encryption.publisher.bytes());
    setKey(socket, ZMQ_CURVE_PUBLICKEY, encryption.station.publicKey().bytes());
    setKey(socket, ZMQ_CURVE_SECRETKEY, encryption.station.bytes());
}

Error errorFrom(const zmq::error_t &failure, const std::string &address)
{
    const bool badAddress = failure.num() == EINVAL || failure.num() == EPROTONOSUPPORT || failure.num() == ENOCOMPATPROTO;
    return {badAddress ? ErrorKind::InvalidArgument : ErrorKind::Io, failure.what(), address};
}

bool isPort(std::string_view text)
{
    if (text.empty() || text.size() > 5 || text.find_first_not_of("0123456789") != std::string_view::npos)
        return false;
    const int port = std::stoi(std::string(text));
    return port >= 1 && port <= 65'535;
}

} // namespace

/// Members end in reverse order: sockets first, then the context waits for its threads.
struct ZmqSocket::Handles {
    zmq::context_t context{1};
    zmq::socket_t monitor{context, zmq::socket_type::pair};
    zmq::socket_t subscriber{context, zmq::socket_type::sub};
    zmq::message_t part; ///< reused
    std::string address;
};

ZmqSocket::ZmqSocket(std::unique_ptr<Handles> handles) : m_handles(std::move(handles)) {}
ZmqSocket::~ZmqSocket() = default;

Result<std::unique_ptr<ZmqSocket>> ZmqSocket::open(const std::string &address, const Encryption *encryption)
{
    try {
        auto handles = std::make_unique<Handles>();
        configure(handles->subscriber, address);
        if (encryption != nullptr)
            encrypt(handles->subscriber, *encryption);
        handles->monitor.set(zmq::sockopt::linger, 0);
        if (zmq_socket_monitor(handles->subscriber.handle(), kMonitorAddress, watchedEvents()) != 0)
            throw zmq::error_t();
        handles->monitor.connect(kMonitorAddress);
        handles->subscriber.connect(address);
        handles->address = address;
        return std::unique_ptr<ZmqSocket>(new ZmqSocket(std::move(handles)));
    } catch (const zmq::error_t &failure) {
        return errorFrom(failure, address);
    }
}

void ZmqSocket::wait(std::chrono::milliseconds timeout)
{
    std::array<zmq::pollitem_t, 2> items{
        {{m_handles->subscriber.handle(), 0, ZMQ_POLLIN, 0}, {m_handles->monitor.handle(), 0, ZMQ_POLLIN, 0}}};
    // Failure means a signal or a context that ends: either way the caller looks again.
    zmq_poll(items.data(), static_cast<int>(items.size()), static_cast<long>(timeout.count()));
}

bool ZmqSocket::receive(std::string &frame, bool &more)
{
    if (zmq_msg_recv(m_handles->part.handle(), m_handles->subscriber.handle(), ZMQ_DONTWAIT) < 0)
        return false;
    frame.assign(m_handles->part.data<char>(), m_handles->part.size());
    more = m_handles->part.more();
    return true;
}

std::vector<SocketEvent> ZmqSocket::events()
{
    std::vector<SocketEvent> found;
    bool first = true;
    while (zmq_msg_recv(m_handles->part.handle(), m_handles->monitor.handle(), ZMQ_DONTWAIT) >= 0) {
        if (first)
            found.push_back(eventOf(m_handles->part));
        first = !m_handles->part.more();
    }
    return found;
}

Result<void> ZmqSocket::dialAgain()
{
    try {
        m_handles->subscriber.disconnect(m_handles->address);
        m_handles->subscriber.connect(m_handles->address);
        return {};
    } catch (const zmq::error_t &failure) {
        return errorFrom(failure, m_handles->address);
    }
}

/// A stream socket gives the bytes of a TCP connection as they are, in pairs of frames: which connection, and what came. Nothing came =
/// it is up.
struct GreetingProbe::Handles {
    zmq::context_t context{1};
    zmq::socket_t stream{context, zmq::socket_type::stream};
    zmq::message_t connection;
    zmq::message_t part;
    std::string greeting; ///< so far
};

GreetingProbe::GreetingProbe(std::unique_ptr<Handles> handles) : m_handles(std::move(handles)) {}
GreetingProbe::~GreetingProbe() = default;

std::unique_ptr<GreetingProbe> GreetingProbe::open(const std::string &address)
{
    try {
        auto handles = std::make_unique<Handles>();
        handles->stream.set(zmq::sockopt::linger, 0);
        handles->stream.set(zmq::sockopt::reconnect_ivl, -1);
        handles->stream.set(zmq::sockopt::ipv6, address.starts_with("tcp://["));
        handles->stream.connect(address);
        return std::unique_ptr<GreetingProbe>(new GreetingProbe(std::move(handles)));
    } catch (const zmq::error_t &) {
        return nullptr;
    }
}

std::string GreetingProbe::mechanism()
{
    Handles &own = *m_handles;
    while (own.greeting.size() < kGreetingBytes && zmq_msg_recv(own.connection.handle(), own.stream.handle(), ZMQ_DONTWAIT) >= 0) {
        if (zmq_msg_recv(own.part.handle(), own.stream.handle(), ZMQ_DONTWAIT) < 0)
            break;
        own.greeting.append(own.part.data<char>(), own.part.size());
        const bool isUp = own.part.size() == 0 && own.greeting.empty();
        if (isUp && zmq_send(own.stream.handle(), own.connection.data(), own.connection.size(), ZMQ_SNDMORE | ZMQ_DONTWAIT) >= 0)
            zmq_send(own.stream.handle(), kSignature.data(), kSignature.size(), ZMQ_DONTWAIT);
    }
    const bool isZmtp3 = own.greeting.size() >= kGreetingBytes && own.greeting[0] == kSignature[0] && own.greeting[kMajorPlace] >= 3;
    return isZmtp3 ? std::string(own.greeting.substr(kMechanismPlace, kMechanismBytes).c_str()) : std::string();
}

Result<void> checkAddress(const std::string &address)
{
    const auto bad = [&](const char *what) { return Error{ErrorKind::InvalidArgument, what, address}; };
    if (address.starts_with("ipc://"))
        return address.size() > 6 && address.size() < 107 ? Result<void>() : bad("expected a path of 1 to 100 characters after ipc://");
    if (!address.starts_with("tcp://"))
        return bad("expected an address such as tcp://127.0.0.1:5556 or ipc:///run/plant.sock");
    const std::string_view rest = std::string_view(address).substr(6);
    const auto colon = rest.rfind(':');
    if (colon == std::string_view::npos || !isPort(rest.substr(colon + 1)))
        return bad("expected a port from 1 to 65535 at the end, as in tcp://127.0.0.1:5556");
    const std::string_view host = rest.substr(0, colon);
    if (host.empty() || host.find_first_of(" /;*\t\n") != std::string_view::npos)
        return bad("expected the publisher's host name or address between tcp:// and the port");
    return {};
}

} // namespace telltale::feed
