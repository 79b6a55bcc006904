// SPDX-License-Identifier: GPL-3.0-or-later
// A reader that stood still under a flood goes on where it was. With libzmq 4.3's own heartbeats this ended the program: a connection whose
// reader does not keep up is taken for dead, and the next read of what is left trips over an assertion ("_input_stopped", libzmq 3937).
#include "core/feed/zmq_socket.h"
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
};

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
        const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds{2500};
        while (std::chrono::steady_clock::now() < end)
            std::this_thread::yield();
        for (int i = 0; i < 5000; ++i)
            static_cast<void>((*socket)->receive(frame, more));
    }
    read = read && test::eventually(readsSome);
    stop = true;
    flood.join();
    QVERIFY(read);
}

QTEST_APPLESS_MAIN(TestSlowReader)
#include "tst_slow_reader.moc"
