// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds that go while the threads run: removed by hand, ended, or dead. Real sockets in front, real database files behind.
#include "core/pipeline/pipeline.h"

#include "core/store/store_reader.h"
#include "core/store/window_scan.h"
#include "tests/support/item_builders.h"
#include "tests/support/zmq_publisher.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <optional>

using namespace telltale;
using namespace telltale::pipeline;
using namespace telltale::test;

namespace {

constexpr int kPatienceMs = 20000;

void send(ZmqPublisher &publisher, double value)
{
    publisher.send("line-a {\"values\":{\"x\":" + std::to_string(value) + "}}");
}

/// A running program on a folder that outlives it.
struct Station {
    explicit Station(const QTemporaryDir &folder, const std::vector<std::string> &feeds = {})
    {
        PipelineSettings settings;
        settings.plant = bandPlant({"line-a"});
        settings.extraFeeds = feeds;
        settings.dataFolder = folder.path().toStdString();
        settings.shards = 1;
        auto started = Pipeline::start(std::move(settings), clock);
        if (started)
            pipeline = std::move(*started);
    }

    [[nodiscard]] SnapshotPtr seen() const { return pipeline->latest(); }
    [[nodiscard]] std::uint64_t samples() const { return seen() ? seen()->sensors[0].samples : 0; }
    [[nodiscard]] bool isIn(FeedState state) const { return seen() && !seen()->feeds.empty() && seen()->feeds[0].state == state; }
    [[nodiscard]] std::size_t raises(std::string_view what) const
    {
        const auto events = seen()->events;
        return std::size_t(std::count_if(events.begin(), events.end(), [&](const AlarmEvent &event) {
            return event.kind == AlarmEventKind::Raise && event.what == what;
        }));
    }

    template <typename What>
    bool obeys(What what)
    {
        const std::uint64_t id = ++lastId;
        std::optional<bool> accepted;
        const auto hear = [&] {
            const auto snapshot = seen();
            for (const CommandEcho &echo : snapshot->echoes)
                if (echo.id == id)
                    accepted = echo.accepted;
            return accepted.has_value();
        };
        return pipeline->post({.id = id, .actor = {"operator A", "desk 1", "op"}, .what = std::move(what)})
               && QTest::qWaitFor(hear, kPatienceMs) && *accepted;
    }

    const SystemClock clock{};
    std::unique_ptr<Pipeline> pipeline;
    std::uint64_t lastId = 0;
};

} // namespace

class TestPipelineFeeds : public QObject {
    Q_OBJECT
private slots:
    void aRemovedFeedIsSilentAndDoesNotComeBack();
    void itsAssetsAreFreeForAnother();
    void theSameAddressCanBeAddedAgain();
    void aPublisherThatEndedIsNotLost();
    void aPublisherThatDiesIsLostOnce();
};

void TestPipelineFeeds::aRemovedFeedIsSilentAndDoesNotComeBack()
{
    const QTemporaryDir folder;
    ZmqPublisher publisher;
    {
        Station station(folder);
        QTRY_VERIFY_WITH_TIMEOUT(station.seen() != nullptr, kPatienceMs);
        QVERIFY(station.obeys(command::AddFeed{publisher.address()}));
        QTRY_VERIFY_WITH_TIMEOUT((send(publisher, 9.0), !station.seen()->alarms->empty()), kPatienceMs);
        QVERIFY(station.obeys(command::RemoveFeed{publisher.address()}));
        QTRY_VERIFY_WITH_TIMEOUT(station.seen()->feeds.empty(), kPatienceMs);
        QCOMPARE(station.seen()->alarms->front().state, AlarmState::D);
        const std::uint64_t samples = station.samples();
        const std::uint64_t number = station.seen()->number;
        QTRY_VERIFY_WITH_TIMEOUT((send(publisher, 9.0), station.seen()->number > number + 5), kPatienceMs);
        QCOMPARE(station.samples(), samples);
        station.pipeline->stop();
    }
    Station next(folder);
    QTRY_VERIFY_WITH_TIMEOUT(next.seen() != nullptr, kPatienceMs);
    QVERIFY(next.seen()->feeds.empty());
    QCOMPARE(next.seen()->alarms->size(), std::size_t(1));
    const Occurrence left = next.seen()->alarms->front();
    QCOMPARE(left.state, AlarmState::D);
    QVERIFY(next.obeys(command::Acknowledge{{left.id}, left.lastSeq, {}}));
    QTRY_VERIFY_WITH_TIMEOUT(next.seen()->alarms->empty(), kPatienceMs);
    next.pipeline->stop();
    const auto reader = store::StoreReader::open(folder.path().toStdString());
    QVERIFY(reader.ok());
    QVERIFY(!(*reader)->samples({"line-a", "x"}, fromNanos(0), next.clock.utcNow() + std::chrono::hours{1})->empty());
    std::vector<FeedState> states;
    store::WindowVisitor visitor;
    visitor.health = [&](UtcTime, const FeedHealth &health) { states.push_back(health.state); };
    const store::ScanWindow all{.from = next.clock.utcNow() - std::chrono::hours{1}, .to = next.clock.utcNow() + std::chrono::hours{1}};
    QVERIFY(store::scanWindow(folder.path().toStdString(), all, visitor).ok());
    QVERIFY(!states.empty());
    QCOMPARE(states.back(), FeedState::Ended);
}

void TestPipelineFeeds::itsAssetsAreFreeForAnother()
{
    const QTemporaryDir folder;
    ZmqPublisher first;
    ZmqPublisher second;
    Station station(folder);
    QTRY_VERIFY_WITH_TIMEOUT(station.seen() != nullptr, kPatienceMs);
    QVERIFY(station.obeys(command::AddFeed{first.address()}));
    QTRY_VERIFY_WITH_TIMEOUT((send(first, 0.0), station.samples() > 0), kPatienceMs);
    QVERIFY(station.obeys(command::AddFeed{second.address()}));
    QTRY_VERIFY_WITH_TIMEOUT((send(second, 0.0), !station.seen()->feeds[1].rejects.empty()), kPatienceMs);
    QVERIFY(station.obeys(command::RemoveFeed{first.address()}));
    const std::uint64_t samples = station.samples();
    QTRY_VERIFY_WITH_TIMEOUT((send(second, 0.0), station.samples() > samples + 3), kPatienceMs);
    QVERIFY(!station.seen()->sensors[0].stale);
}

void TestPipelineFeeds::theSameAddressCanBeAddedAgain()
{
    const QTemporaryDir folder;
    ZmqPublisher publisher;
    Station station(folder);
    QTRY_VERIFY_WITH_TIMEOUT(station.seen() != nullptr, kPatienceMs);
    std::uint64_t samples = 0;
    for (int time = 0; time < 3; ++time) {
        QVERIFY(station.obeys(command::AddFeed{publisher.address()}));
        QTRY_VERIFY_WITH_TIMEOUT((send(publisher, 0.0), station.samples() > samples), kPatienceMs);
        QCOMPARE(station.seen()->feeds.size(), std::size_t(1));
        samples = station.samples();
        QVERIFY(station.obeys(command::RemoveFeed{publisher.address()}));
    }
}

void TestPipelineFeeds::aPublisherThatEndedIsNotLost()
{
    const QTemporaryDir folder;
    auto publisher = std::make_unique<ZmqPublisher>();
    Station station(folder, {publisher->address()});
    QTRY_VERIFY_WITH_TIMEOUT((send(*publisher, 0.0), station.samples() > 3), kPatienceMs);
    for (int i = 0; i < 500; ++i)
        send(*publisher, 0.1);
    station.pipeline->endFeed(publisher->address());
    QTRY_VERIFY_WITH_TIMEOUT(station.samples() > 500, kPatienceMs); // what is on its way comes in all the same
    publisher.reset();
    QTRY_VERIFY_WITH_TIMEOUT(station.isIn(FeedState::Ended), kPatienceMs);
    const std::uint64_t number = station.seen()->number;
    QTRY_VERIFY_WITH_TIMEOUT(station.seen()->number > number + 60, kPatienceMs); // longer than it takes to be lost
    QVERIFY(station.isIn(FeedState::Ended));
    QVERIFY(!station.seen()->sensors[0].stale);
    QCOMPARE(station.raises("feed lost"), std::size_t(0));
    station.pipeline->reconnectFeeds();
}

void TestPipelineFeeds::aPublisherThatDiesIsLostOnce()
{
    const QTemporaryDir folder;
    auto publisher = std::make_unique<ZmqPublisher>();
    Station station(folder, {publisher->address()});
    QTRY_VERIFY_WITH_TIMEOUT((send(*publisher, 0.0), station.samples() > 3), kPatienceMs);
    publisher.reset();
    QTRY_VERIFY_WITH_TIMEOUT(station.isIn(FeedState::Lost), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!station.seen()->alarms->empty(), kPatienceMs);
    const std::uint64_t number = station.seen()->number;
    QTRY_VERIFY_WITH_TIMEOUT(station.seen()->number > number + 30, kPatienceMs);
    QCOMPARE(station.raises("feed lost"), std::size_t(1));
    QCOMPARE(station.seen()->alarms->size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestPipelineFeeds)
#include "tst_pipeline_feeds.moc"
