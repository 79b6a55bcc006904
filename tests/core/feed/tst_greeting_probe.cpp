// SPDX-License-Identifier: GPL-3.0-or-later
// What is there to be learned from whoever is at an address, before any handshake.
#include "core/feed/zmq_socket.h"
#include "raw_peer.h"
#include "simulator/publish/zmq_publisher.h"
#include "tests/support/curve_keys.h"
#include "tests/support/eventually.h"

#include <QtTest>

using namespace telltale;
using namespace std::chrono_literals;
using feed::GreetingProbe;
using simulator::WhenFull;
using test::RawConnection;
using test::RawPeer;

namespace {

std::string said(const std::string &address)
{
    const auto probe = GreetingProbe::open(address);
    std::string mechanism;
    static_cast<void>(test::eventually([&] { return !(mechanism = probe->mechanism()).empty(); }, 10s));
    return mechanism;
}

/// What it says within a moment in which a publisher would have answered many times.
std::string saidBy(const RawPeer::Behaviour &behaviour)
{
    RawPeer peer(behaviour);
    const auto probe = GreetingProbe::open(peer.address());
    std::string mechanism;
    const auto end = std::chrono::steady_clock::now() + 300ms;
    static_cast<void>(test::eventually([&] {
        mechanism += probe->mechanism();
        return std::chrono::steady_clock::now() > end;
    }));
    return peer.connections() == 1 ? mechanism : "not reached";
}

void greet(RawConnection &connection, std::string_view greeting)
{
    connection.send(greeting);
    connection.hold();
}

} // namespace

class TestGreetingProbe : public QObject {
    Q_OBJECT
private slots:
    void publishersSayHowTheyProtect();
    void whatIsNoGreetingSaysNothing_data();
    void whatIsNoGreetingSaysNothing();
    void whereNobodyIsNothingIsSaid();
};

void TestGreetingProbe::publishersSayHowTheyProtect()
{
    const test::TempFolder folder;
    const test::KeyPair key(folder, "publisher");
    test::writeAllowList(folder.path("allowed"), {});
    const auto plain = simulator::ZmqPublisher::bind("tcp://127.0.0.1:*", WhenFull::Drop);
    const auto encrypted = simulator::ZmqPublisher::bind(
        "tcp://127.0.0.1:*", WhenFull::Drop,
        simulator::Protection{key.secret(), std::move(simulator::AllowList::open(folder.path("allowed"))).value(), {}});
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(said(plain->endpoint()), std::string("NULL"));
        QCOMPARE(said(encrypted->endpoint()), std::string("CURVE"));
    }
}

void TestGreetingProbe::whatIsNoGreetingSaysNothing_data()
{
    QTest::addColumn<QByteArray>("greeting");
    const QByteArray signature("\xFF\0\0\0\0\0\0\0\x01\x7F", 10);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("HTTP") << QByteArray("HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\n\r\n");
    QTest::newRow("ZMTP 1") << QByteArray("\x01\0", 2);
    QTest::newRow("ZMTP 2") << signature + QByteArray("\x01\x01\0\0", 4) + QByteArray(40, 'x');
    QTest::newRow("cut off") << signature + QByteArray("\x03\0CURVE", 7);
    QTest::newRow("no name") << signature + QByteArray("\x03\0", 2) + QByteArray(52, '\0');
    QTest::newRow("without its first byte") << QByteArray(64, '\0');
}

void TestGreetingProbe::whatIsNoGreetingSaysNothing()
{
    QFETCH(QByteArray, greeting);
    QCOMPARE(saidBy([&](RawConnection &connection) { greet(connection, greeting.toStdString()); }), std::string());
}

void TestGreetingProbe::whereNobodyIsNothingIsSaid()
{
    std::string address;
    {
        const RawPeer gone([](RawConnection &) {});
        address = gone.address();
    }
    const auto probe = GreetingProbe::open(address);
    QVERIFY(probe);
    QCOMPARE(probe->mechanism(), std::string());
    QVERIFY(!GreetingProbe::open("nowhere"));
    QVERIFY(!GreetingProbe::open("ipc:///nowhere/feed") || GreetingProbe::open("ipc:///nowhere/feed")->mechanism().empty());
}

QTEST_APPLESS_MAIN(TestGreetingProbe)
#include "tst_greeting_probe.moc"
