// SPDX-License-Identifier: GPL-3.0-or-later
// A reader that stood still under a flood goes on where it was. With a high-water mark libzmq 4.3 stops reading a connection whose reader
// is behind, and two ways lead from there to the end of the program: its own heartbeats take the connection for dead and the next read
// trips over "_input_stopped" (libzmq 3937), or the publisher breaks off and a PING of it that was already received trips over "!_io_error"
// (libzmq 4364).
#include "core/feed/zmq_socket.h"
#include "raw_peer.h"
#include "tests/support/eventually.h"
#include "tests/support/zmq_publisher.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace telltale;
using namespace telltale::feed;

class TestSlowReader : public QObject {
    Q_OBJECT
private slots:
    void standingStillUnderAFloodIsSurvived();
    void aPublisherThatPingsAndBreaksOffIsSurvived();
    void aPublisherWithHeartbeatsIsSurvived();
};

namespace {

constexpr int kBeforeThePing = 1990; ///< with these alone nothing is full that holds 2000
constexpr int kAroundThePing = 200;

std::string numbered(int first, int count)
{
    std::string frames;
    for (int i = first; i < first + count; ++i)
        frames += test::RawConnection::frame("line-a " + std::to_string(i));
    return frames;
}

/// Lets time go by without reading.
void standStill(std::chrono::milliseconds length)
{
    const auto end = std::chrono::steady_clock::now() + length;
    while (std::chrono::steady_clock::now() < end)
        std::this_thread::yield();
}

} // namespace

void TestSlowReader::standingStillUnderAFloodIsSurvived()
{
    test::ZmqPublisher publisher;
    std::atomic<bool> stop{false};
    std::thread flood([&] {
        const std::string frame = "line-a " + std::string(4000, 'x');
        while (!stop) {
            for (int i = 0; i < 200; ++i)
                publisher.send(frame);
            std::this_thread::yield();
        }
    });
    auto socket = ZmqSocket::open(publisher.address());
    std::string frame;
    bool more = false;
    const auto readsSome = [&] {
        (*socket)->wait(std::chrono::milliseconds{20});
        return (*socket)->receive(frame, more);
    };
    bool read = socket.ok();
    for (int pause = 0; read && pause < 2; ++pause) {
        read = test::eventually(readsSome);
        // Longer than any heartbeat would wait: the pipe is full long before.
        standStill(std::chrono::milliseconds{2500});
        for (int i = 0; i < 5000; ++i)
            static_cast<void>((*socket)->receive(frame, more));
    }
    read = read && test::eventually(readsSome);
    stop = true;
    flood.join();
    QVERIFY(read);
}

/// The PING is read together with the frame for which there would be no room under a high-water mark of 2000, and the connection breaks
/// while nobody reads. Every frame is there all the same, in order.
void TestSlowReader::aPublisherThatPingsAndBreaksOffIsSurvived()
{
    constexpr std::string_view kPing("\x04PING\0\x01", 7); // with a time to live of 0.1 s
    std::atomic<bool> broken{false};
    test::RawPeer peer([&](test::RawConnection &connection) {
        if (broken || !connection.handshake() || !connection.send(numbered(0, kBeforeThePing)))
            return;
        standStill(std::chrono::milliseconds{300});
        connection.send(numbered(kBeforeThePing, kAroundThePing) + test::RawConnection::frame(kPing, true)
                        + numbered(kBeforeThePing + kAroundThePing, kAroundThePing));
        standStill(std::chrono::milliseconds{300});
        connection.breakOff();
        broken = true;
    });
    auto socket = ZmqSocket::open(peer.address());
    QVERIFY(socket.ok() && test::eventually([&] { return broken.load(); }));
    standStill(std::chrono::milliseconds{300});
    std::string frame;
    bool more = false;
    for (int i = 0; i < kBeforeThePing + kAroundThePing; ++i) {
        QVERIFY(test::eventually([&] { return (*socket)->receive(frame, more); }));
        QCOMPARE(frame, "line-a " + std::to_string(i));
    }
}

/// Of libzmq's own kind, with a time to live.
void TestSlowReader::aPublisherWithHeartbeatsIsSurvived()
{
    test::ZmqPublisher publisher("tcp://127.0.0.1:*", std::chrono::milliseconds{200});
    auto socket = ZmqSocket::open(publisher.address());
    QVERIFY(socket.ok());
    std::string frame;
    bool more = false;
    const auto readsSome = [&] {
        publisher.send("line-a x");
        (*socket)->wait(std::chrono::milliseconds{20});
        return (*socket)->receive(frame, more);
    };
    QVERIFY(test::eventually(readsSome));
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 5000; ++i)
            publisher.send("line-a " + std::string(4000, 'x'));
        standStill(std::chrono::milliseconds{500});
        QVERIFY(test::eventually(readsSome));
    }
}

QTEST_APPLESS_MAIN(TestSlowReader)
#include "tst_slow_reader.moc"
