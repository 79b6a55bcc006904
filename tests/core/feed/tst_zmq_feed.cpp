// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_runner.h"
#include "tests/support/eventually.h"
#include "zmq_publisher.h"

#include <QtTest>
#include <atomic>
#include <netdb.h>
#include <thread>

using namespace telltale;
using namespace std::chrono_literals;
using test::FeedRunner;
using test::ZmqPublisher;

namespace {

feed::ZmqFeedSettings settingsFor(const std::string &address)
{
    feed::ZmqFeedSettings settings;
    settings.id = FeedId{3};
    settings.address = address;
    settings.lostAfter = 700ms;
    return settings;
}

bool isLive(const FeedRunner::Seen &seen)
{
    return seen.health.state == FeedState::Live && seen.batches > 0;
}

} // namespace

class TestZmqFeed : public QObject {
    Q_OBJECT

private slots:
    void refusesAddresses_data();
    void refusesAddresses();
    void acceptsAddresses_data();
    void acceptsAddresses();
    void receives();
    void findsHostsByName();
    void stopsWhileNobodyAnswers();
    void stopsBeforeItRuns();
    void startsBeforeThePublisher();
    void aPublisherThatFallsSilentIsLostAndComesBack();
    void aRestartedPublisherIsAGap();
    void holesAreCounted();
    void badFramesAreCountedByReason();
    void partsOfMessagesAreRefused();
    void tooLargeMessagesAreCountedAndTheRestIsRead();
    void aHugeMessageEndsTheConnectionAndIsExplained();
    void tenThousandNamesAreCapped();
    void packedFramesArriveAsBatches();
    void partsOfMessagesTakeNothingUncountedWithThem();
    void reconnectsOnRequest();
    void whatAReconnectionLeavesUnreadIsCounted();
    void tellsItsHealthAllTheTime();
};

void TestZmqFeed::refusesAddresses_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address : {"", "tcp://", "tcp://127.0.0.1", "tcp://127.0.0.1:", "tcp://127.0.0.1:0", "tcp://127.0.0.1:65536",
                                "tcp://127.0.0.1:port", "tcp://:5556", "tcp://*:5556", "tcp://a b:5556", "tcp://eth0;host:5556", "ipc://",
                                "udp://127.0.0.1:5556", "inproc://x", "127.0.0.1:5556", "http://127.0.0.1:5556", "tcp://127.0.0.1:+80"})
        QTest::newRow(address) << QString(address);
}

void TestZmqFeed::refusesAddresses()
{
    QFETCH(QString, address);
    const SystemClock clock{};
    const auto made = feed::ZmqFeed::make(settingsFor(address.toStdString()), clock);
    QVERIFY(!made.ok());
    QVERIFY(made.error().kind == ErrorKind::InvalidArgument);
    QCOMPARE(made.error().where, address.toStdString());
}

void TestZmqFeed::acceptsAddresses_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address : {"tcp://127.0.0.1:5556", "tcp://plant-gateway.example:1", "tcp://[::1]:65535", "ipc:///run/plant.sock"})
        QTest::newRow(address) << QString(address);
}

void TestZmqFeed::acceptsAddresses()
{
    QFETCH(QString, address);
    const SystemClock clock{};
    feed::ZmqFeedSettings settings = settingsFor(address.toStdString());
    settings.mayBePlain = true;
    QVERIFY(feed::ZmqFeed::make(std::move(settings), clock).ok());
}

void TestZmqFeed::receives()
{
    ZmqPublisher publisher(81);
    FeedRunner runner(settingsFor(publisher.address()));
    QVERIFY(runner.waitFor([](const auto &seen) { return isLive(seen) && seen.health.samples > 20; }, [&] { publisher.sendData(); }));
    const FeedHealth health = runner.seen().health;
    QVERIFY(health.feed == FeedId{3});
    QCOMPARE(health.address, publisher.address());
    QCOMPARE(health.epoch, 81u);
    QVERIFY(health.sequenced);
    QVERIFY(health.clock == ClockKind::Live);
    QVERIFY(!health.clockSkewed);
    QVERIFY(health.detail.empty());
    QVERIFY(health.rejects.empty());
    QCOMPARE(health.gaps, 0u);
    QCOMPARE(health.reconnects, 0u);
    QVERIFY(health.lastFrame != kNoTime);
    QVERIFY(health.lostSince == kNoTime);
}

void TestZmqFeed::findsHostsByName()
{
    addrinfo *found = nullptr;
    if (getaddrinfo("localhost", nullptr, nullptr, &found) != 0)
        QSKIP("this machine does not know the name localhost (no /etc/hosts?)");
    freeaddrinfo(found);
    ZmqPublisher publisher;
    FeedRunner runner(settingsFor("tcp://localhost:" + std::to_string(publisher.port())));
    QVERIFY(runner.waitFor(isLive, [&] { publisher.sendData(); }));
}

void TestZmqFeed::stopsWhileNobodyAnswers()
{
    const std::string address = ZmqPublisher().address();
    FeedRunner runner(settingsFor(address));
    QVERIFY(runner.waitForState(FeedState::Connecting));
    QVERIFY(!runner.seen().health.detail.empty());
    runner.stop();
    QCOMPARE(runner.seen().batches, 0u);
}

void TestZmqFeed::stopsBeforeItRuns()
{
    const SystemClock clock{};
    auto made = feed::ZmqFeed::make(settingsFor("tcp://127.0.0.1:5556"), clock);
    QVERIFY(made.ok());
    (*made)->stop();
    int deliveries = 0;
    (*made)->run([&](feed::Delivery) { ++deliveries; });
    QCOMPARE(deliveries, 0);
}

void TestZmqFeed::startsBeforeThePublisher()
{
    const std::uint16_t port = ZmqPublisher().port();
    FeedRunner runner(settingsFor("tcp://127.0.0.1:" + std::to_string(port)));
    QVERIFY(runner.waitForState(FeedState::Connecting));
    ZmqPublisher publisher(1, port);
    QVERIFY(runner.waitFor(isLive, [&] { publisher.sendData(); }));
    QCOMPARE(runner.seen().health.reconnects, 0u);
}

void TestZmqFeed::aPublisherThatFallsSilentIsLostAndComesBack()
{
    ZmqPublisher publisher;
    FeedRunner runner(settingsFor(publisher.address()));
    for (int round = 0; round < 2; ++round) {
        QVERIFY(runner.waitFor(isLive, [&] { publisher.sendHeartbeat(), publisher.sendData(); }));
        QVERIFY(runner.waitForState(FeedState::Lost));
        const FeedHealth health = runner.seen().health;
        QVERIFY(health.lostSince == health.lastFrame);
        QVERIFY2(QString::fromStdString(health.detail).contains("nothing since"), health.detail.c_str());
    }
}

void TestZmqFeed::aRestartedPublisherIsAGap()
{
    auto publisher = std::make_unique<ZmqPublisher>(1);
    const std::uint16_t port = publisher->port();
    FeedRunner runner(settingsFor(publisher->address()));
    QVERIFY(runner.waitFor(isLive, [&] { publisher->sendData(); }));
    for (std::uint64_t epoch = 2; epoch <= 4; ++epoch) {
        publisher.reset();
        publisher = std::make_unique<ZmqPublisher>(epoch, port);
        QVERIFY(
            runner.waitFor([&](const auto &seen) { return isLive(seen) && seen.health.epoch == epoch; }, [&] { publisher->sendData(); }));
        const auto seen = runner.seen();
        QCOMPARE(seen.health.publisherRestarts, epoch - 1);
        QCOMPARE(seen.gaps.size(), std::size_t(epoch - 1));
        QVERIFY(seen.gaps.back().restart);
        QCOMPARE(seen.gaps.back().asset, std::string("pump"));
    }
    QVERIFY(runner.waitFor([](const auto &seen) { return seen.health.disconnects >= 3; }));
}

void TestZmqFeed::holesAreCounted()
{
    ZmqPublisher publisher;
    FeedRunner runner(settingsFor(publisher.address()));
    QVERIFY(runner.waitFor(isLive, [&] { publisher.sendData(); }));
    publisher.skip(5);
    publisher.sendData();
    publisher.skip(2);
    publisher.sendHeartbeat();
    QVERIFY(runner.waitFor([](const auto &seen) { return seen.health.gaps >= 2; }));
    const auto seen = runner.seen();
    QCOMPARE(seen.health.lostMessages, 7u);
    QCOMPARE(seen.gaps.size(), 2u);
    QCOMPARE(seen.gaps[0].lostMessages, 5u);
    QCOMPARE(seen.gaps[1].lostMessages, 2u);
}

void TestZmqFeed::badFramesAreCountedByReason()
{
    ZmqPublisher publisher;
    FeedRunner runner(settingsFor(publisher.address()));
    const auto noise = [&] { publisher.send("pump {'values': {'a': 1}}"); };
    QVERIFY(runner.waitForState(FeedState::NoValidFrames, noise));
    QVERIFY(runner.waitFor([](const auto &seen) { return seen.rejects("bad-json") > 0; }, noise));
    QVERIFY(QString::fromStdString(runner.seen().health.detail).contains("single quotes"));
    publisher.send(R"(pump {"t":0,"values":{"a":1}})");
    publisher.send(R"(pump* {"values":{"a":1}})");
    publisher.send(R"(pump {"values":{"a":"1"}})");
    QVERIFY(runner.waitFor([](const auto &seen) {
        return seen.rejects("time-out-of-range") == 1 && seen.rejects("bad-asset") == 1 && seen.rejects("bad-type") == 1;
    }));
    QCOMPARE(runner.seen().batches, 0u);
    QVERIFY(runner.waitFor(isLive, [&] { publisher.sendData(); }));
    QVERIFY(runner.seen().health.detail.empty());
}

void TestZmqFeed::partsOfMessagesAreRefused()
{
    ZmqPublisher publisher;
    FeedRunner runner(settingsFor(publisher.address()));
    QVERIFY(runner.waitFor(isLive, [&] { publisher.sendData(); }));
    QVERIFY(runner.waitFor([](const auto &seen) { return seen.rejects("multipart") > 0 && seen.health.reconnects > 0; },
                           [&] { publisher.sendParts(R"(pump {"values":{"hidden":1}})", R"(pump {"values":{"hidden":2}})"); }));
    QCOMPARE(runner.seen().columns.count("hidden"), 0u);
    const std::size_t before = runner.seen().batches;
    QVERIFY(runner.waitFor([&](const auto &seen) { return isLive(seen) && seen.batches > before; }, [&] { publisher.sendData(); }));
}

void TestZmqFeed::tooLargeMessagesAreCountedAndTheRestIsRead()
{
    ZmqPublisher publisher;
    FeedRunner runner(settingsFor(publisher.address()));
    QVERIFY(runner.waitFor(isLive, [&] { publisher.sendData(); }));
    const std::uint64_t before = runner.seen().health.samples;
    for (int i = 0; i < 5; ++i) {
        publisher.send("pump " + std::string(200'000, ' '));
        publisher.sendData();
    }
    QVERIFY(runner.waitFor([&](const auto &seen) { return seen.rejects("too-large") == 5 && seen.health.samples >= before + 5; }));
    const FeedHealth health = runner.seen().health;
    QCOMPARE(health.disconnects, 0u);
    QCOMPARE(health.reconnects, 0u);
    QVERIFY(health.state == FeedState::Live);
}

void TestZmqFeed::aHugeMessageEndsTheConnectionAndIsExplained()
{
    ZmqPublisher publisher;
    FeedRunner runner(settingsFor(publisher.address()));
    QVERIFY(runner.waitFor(isLive, [&] { publisher.sendData(); }));
    const auto huge = [&] { publisher.send("pump " + std::string(1'000'000, ' ')); };
    QVERIFY(runner.waitFor([](const auto &seen) { return seen.health.reconnects > 0; }, huge));
    QVERIFY2(runner.seen().log.find("256 KiB") != std::string::npos, runner.seen().log.c_str());
    QVERIFY(runner.waitForState(FeedState::Lost, huge));
    QVERIFY(runner.waitFor([](const auto &seen) { return seen.health.detail.find("256 KiB") != std::string::npos; }, huge));
    const std::size_t batches = runner.seen().batches;
    QVERIFY(runner.waitFor([&](const auto &seen) { return isLive(seen) && seen.batches > batches; }, [&] { publisher.sendData(); }));
}

void TestZmqFeed::tenThousandNamesAreCapped()
{
    ZmqPublisher publisher;
    auto settings = settingsFor(publisher.address());
    settings.declared = {SensorKey{"pump", "temperature"}};
    FeedRunner runner(settings);
    QVERIFY(runner.waitFor(isLive, [&] { publisher.sendData(); }));
    for (int frame = 0; frame < 10; ++frame) {
        SampleBatch batch;
        batch.asset = "pump";
        for (int i = 0; i < 1000; ++i)
            batch.columns.push_back({"invented-" + std::to_string(frame * 1000 + i), {1.0}, {}});
        publisher.send(wire::encode(batch));
    }
    QVERIFY(runner.waitFor([](const auto &seen) { return seen.rejects("too-many-names") == 6; }));
    const auto seen = runner.seen();
    QCOMPARE(seen.health.refusedNames, 10'000u - 4096u);
    QCOMPARE(seen.columns.size(), 4096u + 1u);
    const std::size_t before = seen.columns.at("temperature");
    QVERIFY(runner.waitFor([&](const auto &now) { return now.columns.at("temperature") > before; }, [&] { publisher.sendData(); }));
}

void TestZmqFeed::packedFramesArriveAsBatches()
{
    ZmqPublisher publisher;
    FeedRunner runner(settingsFor(publisher.address()));
    wire::Describe describe{"fan", 9, ClockKind::Simulated, 60.0, {}};
    describe.sensors.emplace_back().name = "speed";
    const wire::PackedSamples packed{"fan", 9, 1, {{0, Quality::Good, 1'700'000'000'000'000'000, 1.0}}};
    QVERIFY(runner.waitFor([](const auto &seen) { return seen.columns.contains("speed"); },
                           [&] {
                               publisher.send(wire::encode(describe));
                               publisher.send(wire::encode(packed));
                           }));
    QVERIFY(runner.waitFor([](const auto &seen) { return seen.health.clock == ClockKind::Simulated; }));
    QCOMPARE(runner.seen().health.speed, 60.0);
    QVERIFY(!runner.seen().describes.empty());
}

void TestZmqFeed::partsOfMessagesTakeNothingUncountedWithThem()
{
    ZmqPublisher publisher;
    FeedRunner runner(settingsFor(publisher.address()));
    QVERIFY(runner.waitFor(isLive, [&] { publisher.sendData(); }));
    QVERIFY(runner.waitFor([](const auto &seen) { return seen.rejects("multipart") > 0 && seen.rejects("overload") > 0; },
                           [&] {
                               publisher.sendParts(R"(pump {"values":{"hidden":1}})", R"(pump {"values":{"hidden":2}})");
                               for (int i = 0; i < 100; ++i)
                                   publisher.sendData();
                           }));
}

/// A reader asks for it while much is unread. More may come in until it is done.
void TestZmqFeed::whatAReconnectionLeavesUnreadIsCounted()
{
    constexpr std::uint64_t kMuch = 400; // more than is read before anything else is done
    ZmqPublisher publisher;
    SystemClock clock;
    const auto feed = std::move(feed::ZmqFeed::make(settingsFor(publisher.address()), clock)).value();
    std::atomic<std::uint64_t> received{0};
    std::uint64_t read = 0;
    std::uint64_t leftOut = 0;
    std::atomic<bool> told{false};
    const auto count = [&](const feed::Delivery &delivery) {
        read += std::holds_alternative<SampleBatch>(delivery) ? 1 : 0;
        if (received == 0 && feed->unread().frames > kMuch) {
            received = read + feed->unread().frames;
            feed->reconnect();
        }
        const auto *health = std::get_if<FeedHealth>(&delivery);
        if (health == nullptr || health->reconnects == 0 || told)
            return;
        leftOut = health->rejects.contains("overload") ? health->rejects.at("overload") : 0;
        told = true;
    };
    std::thread runs([&] { feed->run(count); });
    const bool reconnected = test::eventually([&] {
        for (int i = 0; i < 1000 && received == 0; ++i)
            publisher.sendData();
        return told.load();
    });
    feed->stop();
    runs.join();
    QVERIFY(reconnected);
    QVERIFY2(read + leftOut >= received, qPrintable(QStringLiteral("%1 of %2").arg(read + leftOut).arg(received.load())));
}

void TestZmqFeed::reconnectsOnRequest()
{
    ZmqPublisher publisher;
    FeedRunner runner(settingsFor(publisher.address()));
    QVERIFY(runner.waitFor(isLive, [&] { publisher.sendData(); }));
    runner.reconnect();
    QVERIFY(runner.waitFor([](const auto &seen) { return seen.health.reconnects == 1; }));
    const std::size_t before = runner.seen().batches;
    QVERIFY(runner.waitFor([&](const auto &seen) { return isLive(seen) && seen.batches > before; }, [&] { publisher.sendData(); }));
}

void TestZmqFeed::tellsItsHealthAllTheTime()
{
    const std::string address = ZmqPublisher().address();
    FeedRunner runner(settingsFor(address));
    QVERIFY(runner.waitFor([](const auto &seen) { return seen.healths >= 5; }));
    QVERIFY(runner.seen().states == std::vector{FeedState::Connecting});
}

QTEST_APPLESS_MAIN(TestZmqFeed)
#include "tst_zmq_feed.moc"
