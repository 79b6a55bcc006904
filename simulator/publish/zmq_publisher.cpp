// SPDX-License-Identifier: GPL-3.0-or-later
// The only translation unit of the simulator that knows libzmq.
#include "simulator/publish/zmq_publisher.h"

#include "simulator/publish/zap.h"

#include <zmq.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <thread>

namespace telltale::simulator {

namespace {

constexpr int kSendQueueFrames = 10'000;
/// Long enough for the last frames to leave when the program ends.
constexpr int kLingerMs = 1000;
constexpr int kAnswerWithinMs = 3000;
constexpr int kHandshakeEnds = ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL | ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL
                               | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH;

using Frames = ZapFrames;

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

bool sendFrames(void *socket, const Frames &frames)
{
    bool sent = true;
    for (std::size_t i = 0; i < frames.size(); ++i)
        sent = sent && zmq_send(socket, frames[i].data(), frames[i].size(), i + 1 < frames.size() ? ZMQ_SNDMORE : 0) >= 0;
    return sent;
}

/// All frames of the next message; none when the context ends or nothing comes in time.
Frames receiveFrames(void *socket)
{
    Frames frames;
    for (bool more = true; more;) {
        zmq_msg_t part;
        zmq_msg_init(&part);
        if (zmq_msg_recv(&part, socket, 0) < 0)
            return {};
        frames.emplace_back(static_cast<const char *>(zmq_msg_data(&part)), zmq_msg_size(&part));
        more = zmq_msg_more(&part) != 0;
        zmq_msg_close(&part);
    }
    return frames;
}

/// Closed with the object.
struct OwnSocket {
    OwnSocket(void *context, int type) : handle(zmq_socket(context, type)) { setOption(handle, ZMQ_LINGER, 0); }
    ~OwnSocket() { zmq_close(handle); }
    OwnSocket(const OwnSocket &) = delete;
    OwnSocket &operator=(const OwnSocket &) = delete;

    void *handle;
};

std::string endpointOf(void *socket)
{
    std::array<char, 512> endpoint{};
    std::size_t length = endpoint.size();
    zmq_getsockopt(socket, ZMQ_LAST_ENDPOINT, endpoint.data(), &length);
    return endpoint.data();
}

Result<void> protect(void *socket, const curve::SecretKey &secret)
{
    setOption(socket, ZMQ_CURVE_SERVER, 1);
    const bool keyed = zmq_setsockopt(socket, ZMQ_CURVE_SECRETKEY, secret.bytes().data(), secret.bytes().size()) == 0;
    if (!keyed || zmq_setsockopt(socket, ZMQ_ZAP_DOMAIN, kZapDomain.data(), kZapDomain.size()) != 0)
        return Error{ErrorKind::Unsupported, std::string("cannot encrypt: ") + zmq_strerror(zmq_errno()), {}};
    return {};
}

bool setKey(void *socket, int option, const curve::KeyBytes &key)
{
    return zmq_setsockopt(socket, option, key.data(), key.size()) == 0;
}

/// What becomes of a stranger who connects there: the number of the first event that ends the handshake, 0 when none comes.
int strangerEnds(void *context, const std::string &endpoint, const curve::PublicKey &publisher)
{
    constexpr const char *kEvents = "inproc://stranger";
    const OwnSocket stranger(context, ZMQ_SUB);
    const OwnSocket events(context, ZMQ_PAIR);
    const curve::SecretKey key = curve::SecretKey::generate();
    setOption(events.handle, ZMQ_RCVTIMEO, kAnswerWithinMs);
    const bool ready = setKey(stranger.handle, ZMQ_CURVE_SERVERKEY, publisher.bytes())
                       && setKey(stranger.handle, ZMQ_CURVE_PUBLICKEY, key.publicKey().bytes())
                       && setKey(stranger.handle, ZMQ_CURVE_SECRETKEY, key.bytes())
                       && zmq_socket_monitor(stranger.handle, kEvents, kHandshakeEnds) == 0 && zmq_connect(events.handle, kEvents) == 0
                       && zmq_connect(stranger.handle, endpoint.c_str()) == 0;
    const Frames event = ready ? receiveFrames(events.handle) : Frames();
    std::uint16_t number = 0;
    if (!event.empty() && event.front().size() >= sizeof number)
        std::memcpy(&number, event.front().data(), sizeof number);
    return number;
}

/// The door of a publisher: answers on a thread of its own, for each station that connects, whether it may.
class Door {
public:
    /// Errors: Io when nobody would answer.
    static Result<std::unique_ptr<Door>> open(void *context, Protection protection)
    {
        std::unique_ptr<Door> door(new Door(context, std::move(protection.stations), std::move(protection.log)));
        if (door->m_socket == nullptr || zmq_bind(door->m_socket, kZapAddress) != 0)
            return unanswered(zmq_strerror(zmq_errno()));
        door->m_thread = std::thread([keeper = door.get()] { keeper->answer(); });
        if (auto proven = door->prove(protection.secret); !proven)
            return proven.error();
        door->m_open = true;
        return door;
    }
    ~Door()
    {
        zmq_ctx_shutdown(m_context);
        if (m_thread.joinable())
            m_thread.join();
        else if (m_socket != nullptr)
            zmq_close(m_socket);
    }
    Door(const Door &) = delete;
    Door &operator=(const Door &) = delete;

private:
    Door(void *context, AllowList stations, LogSink log)
        : m_context(context)
        , m_socket(zmq_socket(context, ZMQ_REP))
        , m_stations(std::move(stations))
        , m_log(std::move(log))
    {
    }

    static Error unanswered(const std::string &why)
    {
        return {ErrorKind::Io, "cannot publish: nobody would check which stations may listen (" + why + ')', {}};
    }

    /// Until the context ends, and not before: without an answer the library lets everybody in. So what is thrown here ends the program.
    void answer() noexcept
    {
        const Admits admits = [this](const curve::PublicKey &station, const std::string &from) { return admit(station, from); };
        for (;;) {
            const Frames question = receiveFrames(m_socket);
            if (question.empty() && zmq_errno() == ETERM)
                break;
            if (!question.empty())
                sendFrames(m_socket, zapAnswer(question, admits));
        }
        zmq_close(m_socket);
    }

    bool admit(const curve::PublicKey &station, const std::string &from)
    {
        if (m_stations.admits(station))
            return true;
        if (m_log && m_open && station != m_lastRefused)
            m_log(LogLevel::Warning, "publish", "refused " + escapeLine(from) + " with the public key " + station.text());
        m_lastRefused = station;
        return false;
    }

    /// A rehearsal on loopback, with the same options: a stranger has to be refused by name, or the library does not ask here.
    Result<void> prove(const curve::SecretKey &secret) const
    {
        const OwnSocket rehearsal(m_context, ZMQ_XPUB);
        if (auto protectedNow = protect(rehearsal.handle, secret); !protectedNow)
            return protectedNow;
        if (zmq_bind(rehearsal.handle, "tcp://127.0.0.1:*") != 0)
            return unanswered(zmq_strerror(zmq_errno()));
        const bool refused = strangerEnds(m_context, endpointOf(rehearsal.handle), secret.publicKey()) == ZMQ_EVENT_HANDSHAKE_FAILED_AUTH;
        return refused ? Result<void>() : unanswered("a stranger was not refused");
    }

    void *m_context;
    void *m_socket; ///< of the thread once that runs
    AllowList m_stations;
    LogSink m_log;
    curve::PublicKey m_lastRefused;
    std::atomic<bool> m_open = false; ///< the rehearsal is over
    std::thread m_thread;
};

} // namespace

struct ZmqPublisher::Socket {
    Socket() : context(zmq_ctx_new()), socket(zmq_socket(context, ZMQ_XPUB)) {}
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;
    ~Socket()
    {
        zmq_close(socket);
        door.reset();
        zmq_ctx_term(context);
    }

    void *context;
    void *socket;
    std::unique_ptr<Door> door;
};

ZmqPublisher::ZmqPublisher(std::unique_ptr<Socket> socket) : m_socket(std::move(socket)) {}
ZmqPublisher::~ZmqPublisher() = default;
ZmqPublisher::ZmqPublisher(ZmqPublisher &&) noexcept = default;
ZmqPublisher &ZmqPublisher::operator=(ZmqPublisher &&) noexcept = default;

Result<ZmqPublisher> ZmqPublisher::bind(const std::string &address, WhenFull whenFull, std::optional<Protection> protection)
{
    auto socket = std::make_unique<Socket>();
    if (!socket->socket)
        return Error{ErrorKind::Io, std::string("cannot open a socket: ") + zmq_strerror(zmq_errno()), address};
    setOption(socket->socket, ZMQ_SNDHWM, kSendQueueFrames);
    setOption(socket->socket, ZMQ_LINGER, kLingerMs);
    // Every subscription is reported, also to a topic that somebody has already: each one asks for a description.
    setOption(socket->socket, ZMQ_XPUB_VERBOSE, 1);
    setOption(socket->socket, ZMQ_XPUB_NODROP, whenFull == WhenFull::Wait ? 1 : 0);
    if (protection) {
        if (auto protectedNow = protect(socket->socket, protection->secret); !protectedNow)
            return protectedNow.error();
        auto door = Door::open(socket->context, std::move(*protection));
        if (!door)
            return door.error();
        socket->door = std::move(*door);
    }
    if (portTooLarge(address))
        return bindError(address, EINVAL);
    if (zmq_bind(socket->socket, address.c_str()) != 0)
        return bindError(address, zmq_errno());
    std::string endpoint = endpointOf(socket->socket);
    ZmqPublisher publisher(std::move(socket));
    publisher.m_endpoint = std::move(endpoint);
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
