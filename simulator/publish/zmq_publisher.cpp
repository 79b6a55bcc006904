// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/publish/zmq_publisher.h"

#include <zmq.h>

#include <array>
#include <cerrno>
#include <charconv>

namespace telltale::simulator {

namespace {

constexpr int kSendQueueFrames = 10'000;
/// Long enough for the last frames to leave when the program ends.
constexpr int kLingerMs = 1000;

/// libzmq keeps the lowest 16 bits of a port that is too large, and binds to another one.
bool portTooLarge(std::string_view address)
{
    constexpr unsigned long kMaxPort = 65'535;
    const std::size_t colon = address.rfind(':');
    if (!address.starts_with("tcp://") || colon == std::string_view::npos)
        return false;
    unsigned long port = 0;
    const auto parsed = std::from_chars(address.data() + colon + 1, address.data() + address.size(), port);
    return parsed.ec == std::errc::result_out_of_range || (parsed.ec == std::errc{} && port > kMaxPort);
}

Error bindError(const std::string &address, int code)
{
    switch (code) {
    case EADDRINUSE:
        return {ErrorKind::Busy, "cannot publish here: another program is using this port already (choose another with --bind)", address};
    case EINVAL:
    case EPROTONOSUPPORT:
    case ENOCOMPATPROTO:
    case ENODEV:
    case EADDRNOTAVAIL:
        return {ErrorKind::InvalidArgument, "cannot publish here: expected an address such as tcp://127.0.0.1:5556", address};
    case EACCES: return {ErrorKind::Io, "cannot publish here: this port is reserved for the system", address};
    default: return {ErrorKind::Io, std::string("cannot publish here: ") + zmq_strerror(code), address};
    }
}

void setOption(void *socket, int option, int value)
{
    zmq_setsockopt(socket, option, &value, sizeof value);
}

} // namespace

struct ZmqPublisher::Socket {
    Socket() : context(zmq_ctx_new()), socket(zmq_socket(context, ZMQ_XPUB)) {}
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;
    ~Socket()
    {
        zmq_close(socket);
        zmq_ctx_term(context);
    }

    void *context;
    void *socket;
};

ZmqPublisher::ZmqPublisher(std::unique_ptr<Socket> socket) : m_socket(std::move(socket)) {}
ZmqPublisher::~ZmqPublisher() = default;
ZmqPublisher::ZmqPublisher(ZmqPublisher &&) noexcept = default;
ZmqPublisher &ZmqPublisher::operator=(ZmqPublisher &&) noexcept = default;

Result<ZmqPublisher> ZmqPublisher::bind(const std::string &address, WhenFull whenFull)
{
    auto socket = std::make_unique<Socket>();
    if (!socket->socket)
        return Error{ErrorKind::Io, std::string("cannot open a socket: ") + zmq_strerror(zmq_errno()), address};
    setOption(socket->socket, ZMQ_SNDHWM, kSendQueueFrames);
    setOption(socket->socket, ZMQ_LINGER, kLingerMs);
    // Every subscription is reported, also to a topic that somebody has already: each one asks for a description.
    setOption(socket->socket, ZMQ_XPUB_VERBOSE, 1);
    setOption(socket->socket, ZMQ_XPUB_NODROP, whenFull == WhenFull::Wait ? 1 : 0);
    if (portTooLarge(address))
        return bindError(address, EINVAL);
    if (zmq_bind(socket->socket, address.c_str()) != 0)
        return bindError(address, zmq_errno());
    std::array<char, 512> endpoint{};
    std::size_t length = endpoint.size();
    zmq_getsockopt(socket->socket, ZMQ_LAST_ENDPOINT, endpoint.data(), &length);
    ZmqPublisher publisher(std::move(socket));
    publisher.m_endpoint = endpoint.data();
    return publisher;
}

bool ZmqPublisher::send(std::string_view frame)
{
    return zmq_send(m_socket->socket, frame.data(), frame.size(), ZMQ_DONTWAIT) >= 0;
}

std::size_t ZmqPublisher::newSubscriptions()
{
    // A subscription is one byte 1 and the topic; an unsubscription starts with 0. Longer ones are cut here, which does not matter.
    std::array<unsigned char, 256> message{};
    std::size_t count = 0;
    while (zmq_recv(m_socket->socket, message.data(), message.size(), ZMQ_DONTWAIT) > 0)
        count += message[0] == 1 ? 1 : 0;
    return count;
}

} // namespace telltale::simulator
