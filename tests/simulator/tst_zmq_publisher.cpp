// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/publish/zmq_publisher.h"
#include "subscriber.h"
#include "tests/support/eventually.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::simulator;

class TestZmqPublisher : public QObject {
    Q_OBJECT

private slots:
    void aFreePortIsChosenAndNamed();
    void wrongAddressesAreExplained_data();
    void wrongAddressesAreExplained();
    void aPortInUseIsExplained();
    void subscribersAreCountedAndServed();
    void aFullSubscriberIsReportedWhenWaiting();
    void aFullSubscriberLosesFramesWhenDropping();
};

void TestZmqPublisher::aFreePortIsChosenAndNamed()
{
    const auto publisher = ZmqPublisher::bind("tcp://127.0.0.1:*", WhenFull::Drop);
    QVERIFY(publisher.ok());
    static const QRegularExpression endpoint("^tcp://127\\.0\\.0\\.1:[1-9][0-9]*$");
    QVERIFY(endpoint.match(QString::fromStdString(publisher->endpoint())).hasMatch());
}

void TestZmqPublisher::wrongAddressesAreExplained_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address :
         {"", "nonsense", "udp-ish://127.0.0.1:1", "tcp://127.0.0.1", "tcp://127.0.0.1:99999", "tcp://203.0.113.7:5556"})
        QTest::newRow(address) << QString(address);
}

void TestZmqPublisher::wrongAddressesAreExplained()
{
    QFETCH(QString, address);
    const auto publisher = ZmqPublisher::bind(address.toStdString(), WhenFull::Drop);
    QVERIFY(!publisher);
    QCOMPARE(publisher.error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(QString::fromStdString(publisher.error().where), address);
}

void TestZmqPublisher::aPortInUseIsExplained()
{
    const auto first = ZmqPublisher::bind("tcp://127.0.0.1:*", WhenFull::Drop);
    const auto second = ZmqPublisher::bind(first->endpoint(), WhenFull::Drop);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Busy);
    QVERIFY(second.error().text().find("using this port already") != std::string::npos);
}

void TestZmqPublisher::subscribersAreCountedAndServed()
{
    auto publisher = ZmqPublisher::bind("tcp://127.0.0.1:*", WhenFull::Drop);
    QCOMPARE(publisher->newSubscriptions(), std::size_t(0));
    test::Subscriber first(publisher->endpoint(), "a ");
    QVERIFY(test::eventually([&] { return publisher->newSubscriptions() == 1; }));
    // A second one of the same topic is news as well.
    test::Subscriber second(publisher->endpoint(), "a ");
    QVERIFY(test::eventually([&] { return publisher->newSubscriptions() == 1; }));
    QVERIFY(publisher->send("b not for them"));
    QVERIFY(publisher->send("a for both"));
    QCOMPARE(first.frame().value_or(""), std::string("a for both"));
    QCOMPARE(second.frame().value_or(""), std::string("a for both"));
}

namespace {

/// Sends large frames to somebody who does not read; gives how many were taken before the first refusal, at most `limit`.
int takenBeforeRefusal(ZmqPublisher &publisher, int limit)
{
    const std::string frame = "a " + std::string(4000, 'x');
    for (int i = 0; i < limit; ++i)
        if (!publisher.send(frame))
            return i;
    return limit;
}

/// A subscriber with a short queue that never reads.
struct Sleeper {
    explicit Sleeper(const std::string &endpoint) : context(zmq_ctx_new()), socket(zmq_socket(context, ZMQ_SUB))
    {
        const int few = 10;
        zmq_setsockopt(socket, ZMQ_RCVHWM, &few, sizeof few);
        zmq_setsockopt(socket, ZMQ_SUBSCRIBE, "", 0);
        zmq_connect(socket, endpoint.c_str());
    }
    ~Sleeper()
    {
        zmq_close(socket);
        zmq_ctx_term(context);
    }
    void *context;
    void *socket;
};

} // namespace

void TestZmqPublisher::aFullSubscriberIsReportedWhenWaiting()
{
    auto publisher = ZmqPublisher::bind("tcp://127.0.0.1:*", WhenFull::Wait);
    const Sleeper sleeper(publisher->endpoint());
    QVERIFY(test::eventually([&] { return publisher->newSubscriptions() == 1; }));
    QVERIFY(takenBeforeRefusal(*publisher, 200'000) < 200'000);
}

void TestZmqPublisher::aFullSubscriberLosesFramesWhenDropping()
{
    auto publisher = ZmqPublisher::bind("tcp://127.0.0.1:*", WhenFull::Drop);
    const Sleeper sleeper(publisher->endpoint());
    QVERIFY(test::eventually([&] { return publisher->newSubscriptions() == 1; }));
    QCOMPARE(takenBeforeRefusal(*publisher, 50'000), 50'000);
}

QTEST_APPLESS_MAIN(TestZmqPublisher)
#include "tst_zmq_publisher.moc"
