// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds that come while everything runs, and those that a former run had.
#include "tests/support/item_builders.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::pipeline;
using namespace telltale::test;

using Story = std::vector<std::string>;

namespace {

const Actor kOperator{"operator A", "desk 1", "op"};
const std::string kAddress = "tcp://10.1.2.3:5556";

/// An engine that writes down which feeds it opened, and refuses addresses without a port.
struct Listening {
    Listening() : run(settings()) { run.tick(0); }

    CommandEcho asks(const std::string &address, Role role = Role::Engineer)
    {
        run.engine.command({.id = 1, .actor = kOperator, .role = role, .what = command::AddFeed{address}}, run.now, run.output);
        return run.output.echoes.back();
    }

    std::vector<FeedSpec> opened;
    EngineRun run;

private:
    EngineSettings settings()
    {
        EngineSettings wanted;
        wanted.feeds = {{FeedId{0}, "tcp://127.0.0.1:1"}};
        wanted.openFeed = [this](const FeedSpec &feed) -> Result<void> {
            if (feed.address.find(':', 6) == std::string::npos)
                return Error{ErrorKind::InvalidArgument, "expected a port", feed.address};
            opened.push_back(feed);
            return {};
        };
        return wanted;
    }
};

IntakeItem rowOf(FeedId feed, const std::string &asset, double t)
{
    IntakeItem item = row(asset, "x", t, 1.0);
    item.feed = feed;
    return item;
}

IntakeItem liveFeed(FeedId feed, const std::string &address)
{
    IntakeItem item = feedHealth(FeedState::Live);
    std::get<FeedHealth>(item.what).feed = item.feed = feed;
    std::get<FeedHealth>(item.what).address = address;
    return item;
}

} // namespace

class TestEngineFeeds : public QObject {
    Q_OBJECT
private slots:
    void aFeedIsAddedWhileRunning();
    void whoMayNotIsRefused();
    void whatCannotBeOpenedIsRefused();
    void aNewFeedHasTimeToConnect();
    void feedsOfAFormerRunAreNotMissed();
    void anAssetThatTwoFeedsSendIsAnAlarm();
};

void TestEngineFeeds::aFeedIsAddedWhileRunning()
{
    Listening desk;
    const auto generation = desk.run.engine.directory().published()->generation;
    const CommandEcho echo = desk.asks(kAddress);
    QVERIFY2(echo.accepted, echo.reason.c_str());
    QCOMPARE(desk.opened.size(), std::size_t(1));
    QCOMPARE(desk.opened[0].id, FeedId{1});
    QVERIFY(desk.run.engine.directory().published()->generation > generation);
    QCOMPARE(desk.run.engine.directory().structure().feeds.back().address, kAddress);
    QCOMPARE(desk.run.engine.feeds().back().address, kAddress);
    QCOMPARE(desk.run.output.audits.size(), std::size_t(1));
    QCOMPARE(desk.run.output.audits[0].by.operatorName, kOperator.operatorName);
    QCOMPARE(desk.run.output.audits[0].detail, kAddress);
    desk.run.step({liveFeed(FeedId{1}, kAddress), rowOf(FeedId{1}, "line-z", 1)});
    QCOMPARE(desk.run.engine.directory().structure().sensors.back().feed, FeedId{1});
}

void TestEngineFeeds::whoMayNotIsRefused()
{
    Listening desk;
    const CommandEcho echo = desk.asks(kAddress, Role::Supervisor);
    QVERIFY(!echo.accepted);
    QVERIFY2(echo.reason.find("engineer") != std::string::npos, echo.reason.c_str());
    QVERIFY(desk.opened.empty());
    QVERIFY(desk.run.output.audits.empty());
}

void TestEngineFeeds::whatCannotBeOpenedIsRefused()
{
    Listening desk;
    const CommandEcho bad = desk.asks("tcp://nowhere");
    QVERIFY(!bad.accepted);
    QVERIFY2(bad.reason.find("expected a port") != std::string::npos, bad.reason.c_str());
    QVERIFY(desk.asks(kAddress).accepted);
    const CommandEcho twice = desk.asks(kAddress);
    QVERIFY(!twice.accepted);
    QVERIFY2(twice.reason.find(kAddress) != std::string::npos, twice.reason.c_str());
    QCOMPARE(desk.run.engine.feeds().size(), std::size_t(2));
    QCOMPARE(desk.run.output.audits.size(), std::size_t(1));
}

void TestEngineFeeds::aNewFeedHasTimeToConnect()
{
    Listening desk;
    desk.run.step({feedHealth(FeedState::Live)});
    desk.run.tick(100);
    QVERIFY(desk.asks(kAddress).accepted);
    desk.run.tick(109);
    QCOMPARE(desk.run.story(), Story{});
    desk.run.tick(111);
    QCOMPARE(desk.run.story(), Story({"RAISE feed " + kAddress}));
    desk.run.step({liveFeed(FeedId{1}, kAddress)});
    QCOMPARE(desk.run.story(), Story({"RAISE feed " + kAddress, "CLEAR feed " + kAddress}));
}

void TestEngineFeeds::feedsOfAFormerRunAreNotMissed()
{
    Listening former;
    QVERIFY(former.asks(kAddress).accepted);
    former.run.tick(20);
    std::vector<Occurrence> open;
    for (const auto &each : former.run.output.transitions)
        open.push_back(each.occurrence);
    QCOMPARE(open.size(), std::size_t(2)); // neither feed ever spoke

    EngineRun next(bandPlant({}), 1, {open.back().lastSeq, open.back().id, open});
    next.engine.recordRestart(second(100), second(40), next.output);
    QCOMPARE(next.story(), Story({"RESTART feed tcp://127.0.0.1:1", "RESTART feed " + kAddress, "CONFIG_CHANGED feed " + kAddress}));
    const std::vector<Occurrence> left = next.engine.book().openAlarms();
    QCOMPARE(left.size(), std::size_t(1));
    QCOMPARE(left[0].definition.source.sensor, std::string("tcp://127.0.0.1:1"));
}

void TestEngineFeeds::anAssetThatTwoFeedsSendIsAnAlarm()
{
    Listening desk;
    desk.run.step({feedHealth(FeedState::Live)});
    QVERIFY(desk.asks(kAddress).accepted);
    IntakeItem refusing = liveFeed(FeedId{1}, kAddress);
    auto &health = std::get<FeedHealth>(refusing.what);
    health.detail = "asset pump comes in over tcp://127.0.0.1:1 already";
    health.rejects["asset-of-other-feed"] = 3;
    desk.run.step({refusing});
    desk.run.tick(10);
    desk.run.tick(40);
    QCOMPARE(desk.run.story(), Story({"RAISE feed " + kAddress}));
    const auto &raised = desk.run.output.transitions.back();
    QCOMPARE(raised.occurrence.definition.what, std::string("asset sent by two feeds"));
    QCOMPARE(raised.event.comment, health.detail);
    health.rejects["asset-of-other-feed"] = 4;
    desk.run.step({refusing});
    desk.run.tick(41);
    desk.run.tick(100);
    QCOMPARE(desk.run.story().size(), std::size_t(1));
    desk.run.tick(102);
    QCOMPARE(desk.run.story(), Story({"RAISE feed " + kAddress, "CLEAR feed " + kAddress}));
}

QTEST_GUILESS_MAIN(TestEngineFeeds)
#include "tst_engine_feeds.moc"
