// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/memory_watch.h"
#include "feed_runner.h"
#include "raw_peer.h"
#include "tests/support/sanitized.h"
#include "zmq_publisher.h"

#include <QtTest>

using namespace telltale;
using namespace std::chrono_literals;
using test::FeedRunner;
using test::RawConnection;
using test::RawPeer;
using test::ZmqPublisher;

namespace {

constexpr std::size_t kMiB = 1024 * 1024;

feed::ZmqFeedSettings settingsFor(const std::string &address)
{
    feed::ZmqFeedSettings settings;
    settings.address = address;
    settings.lostAfter = 700ms;
    return settings;
}

void sayNothing(RawConnection &connection)
{
    connection.hold();
}

void speakHttp(RawConnection &connection)
{
    connection.send("HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\nContent-Length: 48\r\n\r\n"
                    "<html><body><h1>400 Bad Request</h1></body></html>");
}

void greetHalf(RawConnection &connection)
{
    connection.send(std::string_view("\xFF\0\0\0\0\0\0\0\x01\x7F\x03", 11));
    connection.hold();
}

void hangUp(RawConnection &) {}

void sendRubbish(RawConnection &connection)
{
    std::string rubbish;
    for (unsigned i = 0; i < 100'000; ++i)
        rubbish += static_cast<char>((i * 2'654'435'761u) >> 24);
    connection.send(rubbish);
    connection.hold();
}

/// A frame header that announces `length` bytes, and some of them.
void announce(RawConnection &connection, std::uint64_t length)
{
    std::string header = "\x02";
    for (int shift = 56; shift >= 0; shift -= 8)
        header += static_cast<char>((length >> shift) & 0xFF);
    if (connection.handshake() && connection.send(header + std::string(1000, 'x')))
        connection.hold();
}

void announceTooMuch(RawConnection &connection)
{
    announce(connection, kMiB);
}

void announceTheImpossible(RawConnection &connection)
{
    announce(connection, 1ull << 62);
}

void cutAFrame(RawConnection &connection)
{
    if (connection.handshake())
        connection.send(std::string_view("\0\x40pump {\"values\"", 16));
}

using Behaviour = void (*)(RawConnection &);

} // namespace

Q_DECLARE_METATYPE(Behaviour)
Q_DECLARE_METATYPE(std::string)

class TestHostilePeers : public QObject {
    Q_OBJECT

private slots:
    void survivesAndRecovers_data();
    void survivesAndRecovers();
    void aWellBehavedRawPeerIsRead();
    void aPublisherThatShakesNoHandsIsRead_data();
    void aPublisherThatShakesNoHandsIsRead();
    void aMessageWithoutEndIsCutOff();
};

void TestHostilePeers::survivesAndRecovers_data()
{
    QTest::addColumn<Behaviour>("behaviour");
    QTest::newRow("says nothing") << Behaviour(sayNothing);
    QTest::newRow("speaks HTTP") << Behaviour(speakHttp);
    QTest::newRow("half a greeting") << Behaviour(greetHalf);
    QTest::newRow("hangs up at once") << Behaviour(hangUp);
    QTest::newRow("rubbish") << Behaviour(sendRubbish);
    QTest::newRow("a frame of 1 MiB") << Behaviour(announceTooMuch);
    QTest::newRow("a frame of 2^62 bytes") << Behaviour(announceTheImpossible);
    QTest::newRow("a frame cut in the middle") << Behaviour(cutAFrame);
}

/// Twice on the same peer, so that libzmq's own retries or our new socket are seen to work; then a good publisher takes the port over.
void TestHostilePeers::survivesAndRecovers()
{
    QFETCH(Behaviour, behaviour);
    auto peer = std::make_unique<RawPeer>(behaviour);
    const std::uint16_t port = peer->port();
    FeedRunner runner(settingsFor(peer->address()));
    QVERIFY2(runner.waitFor([&](const auto &) { return peer->connections() >= 2; }), runner.seen().health.detail.c_str());
    const auto poisoned = runner.seen();
    QCOMPARE(poisoned.batches, 0u);
    QVERIFY(poisoned.health.state != FeedState::Live);
    peer.reset();
    ZmqPublisher publisher(1, port);
    QVERIFY2(runner.waitFor([](const auto &seen) { return seen.health.state == FeedState::Live && seen.batches > 0; },
                            [&] { publisher.sendData(); }),
             runner.seen().health.detail.c_str());
}

/// The handshake that the hostile peers use is a real one: what follows it arrives.
void TestHostilePeers::aWellBehavedRawPeerIsRead()
{
    RawPeer peer([](RawConnection &connection) {
        const std::string payload = R"(pump {"values":{"a":1}})";
        if (connection.handshake() && connection.send(std::string(1, '\0') + static_cast<char>(payload.size()) + payload))
            connection.hold();
    });
    FeedRunner runner(settingsFor(peer.address()));
    QVERIFY(runner.waitFor([](const auto &seen) { return seen.batches == 1; }));
}

void TestHostilePeers::aPublisherThatShakesNoHandsIsRead_data()
{
    const std::string payload = R"(pump {"values":{"a":1}})";
    const auto size = static_cast<char>(payload.size());
    QTest::addColumn<std::string>("greeting");
    QTest::addColumn<std::string>("frame");
    QTest::newRow("ZMTP 1.0, of ZeroMQ 2") << std::string("\x01\0", 2) << static_cast<char>(size + 1) + std::string(1, '\0') + payload;
    QTest::newRow("ZMTP 2.0, of ZeroMQ 3") << std::string("\xFF\0\0\0\0\0\0\0\x01\x7F\x01\x01\0\0", 14)
                                           << std::string(1, '\0') + size + payload;
}

/// libzmq reports no handshake with either: the frames alone must make the feed live, and keep it so beyond the time for handshakes.
void TestHostilePeers::aPublisherThatShakesNoHandsIsRead()
{
    QFETCH(std::string, greeting);
    QFETCH(std::string, frame);
    RawPeer peer([&](RawConnection &connection) {
        bool sent = connection.send(greeting);
        while (sent && connection.send(frame))
            sent = connection.pause(20ms);
    });
    FeedRunner runner(settingsFor(peer.address()));
    QVERIFY(runner.waitForState(FeedState::Live));
    QVERIFY(runner.waitFor([](const auto &seen) { return seen.batches > 250; }));
    for (const FeedState state : runner.seen().states)
        QVERIFY(state == FeedState::Connecting || state == FeedState::Live);
    QVERIFY2(runner.seen().health.reconnects == 0, runner.seen().log.c_str());
    QCOMPARE(peer.connections(), 1);
}

void TestHostilePeers::aMessageWithoutEndIsCutOff()
{
    if (test::kSanitized)
        QSKIP("a sanitizer's allocator keeps freed memory, so that resident memory says nothing");
    constexpr std::size_t kMostSent = 150 * kMiB;
    std::atomic<std::size_t> sent = 0;
    auto peer = std::make_unique<RawPeer>([&](RawConnection &connection) {
        // Parts of one byte, each announcing that another one follows.
        std::string parts;
        for (int i = 0; i < 4096; ++i)
            parts.append("\x01\x01x", 3);
        if (!connection.handshake())
            return;
        for (; sent < kMostSent && connection.send(parts); sent += parts.size()) {
        }
        connection.hold();
    });
    const std::uint16_t port = peer->port();
    const auto before = feed::residentBytes();
    QVERIFY(before.has_value());
    FeedRunner runner(settingsFor(peer->address()));
    // The log says which rule it was: without memory use beyond the limit this test would prove nothing.
    QVERIFY(runner.waitFor(
        [](const auto &seen) { return seen.log.find("used up memory") != std::string::npos && seen.health.reconnects > 0; }));
    QVERIFY(runner.waitFor([&](const auto &) { return *feed::residentBytes() < *before + 64 * kMiB; }));
    QCOMPARE(runner.seen().batches, 0u);
    peer.reset();
    ZmqPublisher publisher(1, port);
    QVERIFY(runner.waitFor([](const auto &seen) { return seen.health.state == FeedState::Live && seen.batches > 0; },
                           [&] { publisher.sendData(); }));
}

QTEST_APPLESS_MAIN(TestHostilePeers)
#include "tst_hostile_peers.moc"
