// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/zmq_feed.h"

#include "core/curve/key_files.h"
#include "core/feed/connection_brake.h"
#include "core/feed/feed_explanation.h"
#include "core/feed/flow_guard.h"
#include "core/feed/frame_intake.h"
#include "core/feed/memory_watch.h"
#include "core/feed/supervisor.h"
#include "core/feed/zmq_socket.h"
#include "core/model/feed_address.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <random>

namespace telltale::feed {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kTurn = 50ms;
constexpr Duration kHealthInterval = 400ms;
constexpr Duration kMemoryInterval = 100ms;
constexpr int kReadPerTurn = 200;        ///< between two looks at what has come in
constexpr int kReceivedPerTurn = 10'000; ///< a flood must not keep us from reading
constexpr Duration kProbeLife = 2s;

} // namespace

struct ZmqFeed::Room {
    Room(ZmqFeedSettings given, const Clock &clockGiven, LogSink logGiven)
        : settings(std::move(given))
        , clock(clockGiven)
        , log(std::move(logGiven))
        , intake(settings)
        , memory(settings.memoryLimitBytes)
    {
    }

    void turn(const Sink &sink);
    void supervise();
    void open();
    [[nodiscard]] Result<std::unique_ptr<ZmqSocket>> openSocket();
    void close();
    void closeSocket();
    void hearProbe();
    void waitForWork();
    void takeEvents();
    void takeEvent(SocketEvent event);
    void receiveAll();
    bool receiveOne();
    void dialAgain();
    void readSome(const Sink &sink);
    void read(const FrameBacklog::Frame &frame, const Sink &sink);
    void watchMemory();
    void tellHealth(const Sink &sink);
    void releaseAssets();
    [[nodiscard]] FeedHealth health() const;
    void note(LogLevel level, std::string_view text) const;

    const ZmqFeedSettings settings;
    const Clock &clock;
    const LogSink log;

    // Other threads touch these five only, and ask the backlog how much is unread.
    std::atomic<bool> stopped = false;
    std::atomic<bool> hasSuccessor = false; ///< another feed has our id
    std::atomic<bool> reconnectWanted = false;
    std::mutex idleMutex;
    std::condition_variable idle;

    FrameIntake intake;
    Supervisor supervisor{std::random_device{}(), !settings.serverKeys.empty()};
    std::size_t serverKey = 0; ///< the one that is tried
    std::string keyProblem;    ///< of our own secret; empty = none
    MemoryWatch memory;
    ConnectionBrake brake;
    FlowGuard guard{settings.memoryLimitBytes, brake}; ///< after the brake, which it uses to its end
    std::unique_ptr<ZmqSocket> socket;
    std::optional<SteadyTime> dialAt;     ///< when to connect again
    FrameBacklog backlog;                 ///< of the present socket
    std::unique_ptr<GreetingProbe> probe; ///< after a handshake that failed without a reason
    SteadyTime probeEnds{};
    SteadyTime nextHealth{};
    SteadyTime nextMemoryLook{};
    FeedState toldState = FeedState::Connecting;
    std::uint64_t disconnects = 0;
};

void ZmqFeed::Room::turn(const Sink &sink)
{
    supervise();
    waitForWork();
    if (socket) {
        takeEvents();
        receiveAll();
        readSome(sink);
        watchMemory();
    }
    hearProbe();
    tellHealth(sink);
}

void ZmqFeed::Room::supervise()
{
    if (reconnectWanted.exchange(false))
        supervisor.request(clock.steadyNow());
    for (;;) {
        switch (supervisor.step(clock.steadyNow(), intake.judge().deadline())) {
        case Supervisor::Step::Stay: return;
        case Supervisor::Step::Close: close(); break;
        case Supervisor::Step::Open: open(); break;
        }
    }
}

Result<std::unique_ptr<ZmqSocket>> ZmqFeed::Room::openSocket()
{
    keyProblem.clear();
    if (settings.serverKeys.empty())
        return ZmqSocket::open(settings.address);
    const auto station = curve::readSecretKey(settings.stationKey);
    if (!station) {
        keyProblem = station.error().text();
        return station.error();
    }
    const Encryption encryption{settings.serverKeys[serverKey], *station};
    return ZmqSocket::open(settings.address, &encryption);
}

void ZmqFeed::Room::open()
{
    auto opened = openSocket();
    memory.restart();
    if (opened) {
        socket = std::move(opened).value();
        return;
    }
    note(LogLevel::Warning, opened.error().text());
    supervisor.report(keyProblem.empty() ? Trouble::CannotOpen : Trouble::StationKey);
}

void ZmqFeed::Room::close()
{
    closeSocket();
    intake.interrupted();
    intake.judge().connected(false, clock.steadyNow());
    const auto trouble = supervisor.lastTrouble();
    if (trouble && isOfHandshake(*trouble))
        intake.judge().handshakeFailed(clock.steadyNow());
    if (settings.serverKeys.size() > 1 && (trouble == Trouble::HandshakeFailed || trouble == Trouble::KeyMismatch))
        serverKey = (serverKey + 1) % settings.serverKeys.size();
    if (supervisor.isUnexplained()) {
        probe = GreetingProbe::open(settings.address);
        probeEnds = clock.steadyNow() + kProbeLife;
    }
    if (trouble == Trouble::Memory || trouble == Trouble::Multipart)
        releaseFreedMemory();
    if (trouble)
        note(LogLevel::Warning, toText(*trouble));
}

void ZmqFeed::Room::closeSocket()
{
    brake.release();
    socket.reset();
    dialAt.reset();
    intake.leaveOut(backlog.clear());
}

void ZmqFeed::Room::hearProbe()
{
    if (!probe)
        return;
    const std::string mechanism = probe->mechanism();
    if (!mechanism.empty())
        supervisor.publisherSays(mechanism == "CURVE");
    if (!mechanism.empty() || clock.steadyNow() > probeEnds)
        probe.reset();
}

void ZmqFeed::Room::waitForWork()
{
    if (socket) {
        socket->wait(backlog.empty() ? kTurn : 0ms);
        return;
    }
    std::unique_lock lock(idleMutex);
    idle.wait_for(lock, kTurn, [this] { return stopped || reconnectWanted; });
}

void ZmqFeed::Room::takeEvents()
{
    for (const SocketEvent event : socket->events())
        takeEvent(event);
}

void ZmqFeed::Room::takeEvent(SocketEvent event)
{
    const SteadyTime now = clock.steadyNow();
    supervisor.event(event.kind, now);
    switch (event.kind) {
    case SocketEvent::Kind::Connected: brake.hold(event.descriptor); break;
    case SocketEvent::Kind::Ready: intake.judge().connected(true, now); break;
    case SocketEvent::Kind::RetryPlanned: dialAt = now + kReconnectInterval; break;
    case SocketEvent::Kind::Disconnected:
        brake.release();
        if (guard.hasIntervened())
            note(LogLevel::Warning, "more came in than could be taken: the connection was ended, and is made anew");
        ++disconnects;
        intake.interrupted();
        intake.judge().connected(false, now);
        break;
    default: break;
    }
}

/// Everything that is there, so that nothing piles up in libzmq.
void ZmqFeed::Room::receiveAll()
{
    int received = 0;
    while (received < kReceivedPerTurn && receiveOne())
        ++received;
    if (received == kReceivedPerTurn)
        return;
    guard.caughtUp();
    dialAgain();
}

bool ZmqFeed::Room::receiveOne()
{
    FrameBacklog::Frame frame = backlog.blank();
    if (!socket->receive(frame.bytes, frame.more)) {
        backlog.recycle(std::move(frame));
        return false;
    }
    frame.arrival = {clock.utcNow(), clock.steadyNow()};
    memory.restart();
    // Publishers of ZeroMQ 2 and 3 send frames without any handshake.
    if (supervisor.awaitsHandshake())
        takeEvent({SocketEvent::Kind::Ready});
    intake.leaveOut(backlog.put(std::move(frame)));
    return true;
}

/// Nothing is left of the connection before: what is received from here on is younger.
void ZmqFeed::Room::dialAgain()
{
    if (!dialAt || clock.steadyNow() < *dialAt)
        return;
    dialAt.reset();
    if (auto dialled = socket->dialAgain(); !dialled) {
        note(LogLevel::Warning, dialled.error().text());
        supervisor.report(Trouble::CannotOpen);
    }
}

void ZmqFeed::Room::readSome(const Sink &sink)
{
    for (int count = 0; count < kReadPerTurn; ++count) {
        auto frame = backlog.take();
        if (!frame)
            return;
        read(*frame, sink);
        backlog.recycle(std::move(*frame));
    }
}

void ZmqFeed::Room::read(const FrameBacklog::Frame &frame, const Sink &sink)
{
    if (frame.more) {
        // The other parts go with the socket.
        intake.refuse(frame.bytes.size(), {wire::Reject::Multipart, "one frame per message is expected"}, frame.arrival);
        intake.leaveOut(backlog.clear());
        supervisor.report(Trouble::Multipart);
        return;
    }
    if (intake.take(frame.bytes, frame.arrival, sink) == FrameIntake::Outcome::Accepted)
        supervisor.validFrame(frame.arrival.steady);
    else
        supervisor.rejectedFrame(frame.arrival.steady);
}

void ZmqFeed::Room::watchMemory()
{
    const SteadyTime now = clock.steadyNow();
    if (now < nextMemoryLook)
        return;
    nextMemoryLook = now + kMemoryInterval;
    const auto resident = residentBytes();
    if (resident && memory.tooMuch(*resident))
        supervisor.report(Trouble::Memory);
}

void ZmqFeed::Room::tellHealth(const Sink &sink)
{
    const SteadyTime now = clock.steadyNow();
    const FeedState state = intake.judge().state(now);
    if (state == toldState && now < nextHealth)
        return;
    if (state != toldState)
        note(LogLevel::Note, toText(state));
    toldState = state;
    if (state == FeedState::Lost)
        releaseAssets();
    nextHealth = now + kHealthInterval;
    sink(health());
}

void ZmqFeed::Room::releaseAssets()
{
    if (settings.owners && !hasSuccessor)
        settings.owners->release(settings.id);
}

FeedHealth ZmqFeed::Room::health() const
{
    const SteadyTime now = clock.steadyNow();
    const FeedJudge &judge = intake.judge();
    FeedHealth told = intake.report(now);
    told.feed = settings.id;
    told.address = settings.address;
    told.state = judge.state(now);
    told.reconnects = supervisor.rebuilds();
    told.disconnects = disconnects;
    told.lostSince = told.state == FeedState::Live ? kNoTime : told.lastFrame;
    FeedFacts facts{told.state,
                    judge.connected(),
                    judge.failedLately(now),
                    intake.lastRejection(),
                    supervisor.lastTrouble(),
                    {},
                    told.lastFrame,
                    intake.conflict(now),
                    keyProblem,
                    !settings.serverKeys.empty()};
    if (const auto opening = supervisor.nextOpening())
        facts.nextTry = *opening - now;
    told.detail = explain(facts);
    return told;
}

void ZmqFeed::Room::note(LogLevel level, std::string_view text) const
{
    if (log)
        log(level, "feed", settings.address + ": " + std::string(text));
}

Result<std::unique_ptr<ZmqFeed>> ZmqFeed::make(ZmqFeedSettings settings, const Clock &clock, LogSink log)
{
    if (auto checked = checkAddress(settings.address); !checked)
        return checked.error();
    if (settings.serverKeys.empty() && !settings.mayBePlain && !isOnThisComputer(settings.address))
        return Error{ErrorKind::InvalidArgument, std::string(kEncryptionRule), settings.address};
    return std::unique_ptr<ZmqFeed>(new ZmqFeed(std::make_unique<Room>(std::move(settings), clock, std::move(log))));
}

ZmqFeed::ZmqFeed(std::unique_ptr<Room> room) : m_room(std::move(room)) {}
ZmqFeed::~ZmqFeed() = default;

void ZmqFeed::run(const Sink &sink)
{
    while (!m_room->stopped)
        m_room->turn(sink);
    m_room->closeSocket();
    m_room->releaseAssets();
}

void ZmqFeed::stop()
{
    m_room->stopped = true;
    const std::lock_guard lock(m_room->idleMutex);
    m_room->idle.notify_all();
}

void ZmqFeed::giveWay()
{
    m_room->hasSuccessor = true;
    stop();
}

FrameBacklog::Dropped ZmqFeed::unread() const
{
    return m_room->backlog.unread();
}

void ZmqFeed::reconnect()
{
    m_room->reconnectWanted = true;
    const std::lock_guard lock(m_room->idleMutex);
    m_room->idle.notify_all();
}

} // namespace telltale::feed
