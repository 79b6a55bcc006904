// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds that come while everything runs, those that a former run had, and those that end.
#include "core/feed/feed_explanation.h"
#include "tests/core/pipeline/feed_desk.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::pipeline;
using namespace telltale::test;

class TestEngineFeeds : public QObject {
    Q_OBJECT
private slots:
    void aFeedIsAddedWhileRunning();
    void whoMayNotIsRefused();
    void whatCannotBeOpenedIsRefused();
    void aNewFeedHasTimeToConnect();
    void feedsOfAFormerRunAreNotMissed();
    void anAssetThatTwoFeedsSendIsAnAlarm();
    void anAlarmSaysWhatKeepsAFeedAwayOnceItIsKnown();
    void aFeedThatEndedIsNotLost();
    void aFeedThatWasLostBeforeItEndedIsLostNoMore();
    void whatWasTakenForSilenceBeforeAFeedEndedIsNone();
};

void TestEngineFeeds::aFeedIsAddedWhileRunning()
{
    FeedDesk desk;
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
    desk.run.step({stateOf(FeedId{1}, kAddress, FeedState::Live), rowOf(FeedId{1}, "line-z", 1)});
    QCOMPARE(desk.run.engine.directory().structure().sensors.back().feed, FeedId{1});
}

void TestEngineFeeds::whoMayNotIsRefused()
{
    FeedDesk desk;
    const CommandEcho echo = desk.asks(kAddress, Role::Supervisor);
    QVERIFY(!echo.accepted);
    QVERIFY2(echo.reason.find("engineer") != std::string::npos, echo.reason.c_str());
    QVERIFY(desk.opened.empty());
    QVERIFY(desk.run.output.audits.empty());
}

void TestEngineFeeds::whatCannotBeOpenedIsRefused()
{
    FeedDesk desk;
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
    FeedDesk desk;
    desk.run.step({feedHealth(FeedState::Live)});
    desk.run.tick(100);
    QVERIFY(desk.asks(kAddress).accepted);
    desk.run.tick(109);
    QCOMPARE(desk.run.story(), Story{});
    desk.run.tick(111);
    QCOMPARE(desk.run.story(), Story({"RAISE feed " + kAddress}));
    desk.run.step({stateOf(FeedId{1}, kAddress, FeedState::Live)});
    QCOMPARE(desk.run.story(), Story({"RAISE feed " + kAddress, "CLEAR feed " + kAddress}));
}

void TestEngineFeeds::feedsOfAFormerRunAreNotMissed()
{
    FeedDesk former;
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
    FeedDesk desk;
    desk.run.step({feedHealth(FeedState::Live)});
    QVERIFY(desk.asks(kAddress).accepted);
    IntakeItem refusing = stateOf(FeedId{1}, kAddress, FeedState::Live);
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

/// The publisher went away without a reason and comes back with another key: the alarm that stands already has to say that.
void TestEngineFeeds::anAlarmSaysWhatKeepsAFeedAwayOnceItIsKnown()
{
    FeedDesk desk;
    desk.run.step({feedHealth(FeedState::Live)});
    const auto lost = [&](const std::string &reason) {
        IntakeItem item = feedHealth(FeedState::Lost);
        std::get<FeedHealth>(item.what).detail = "nothing since 2026-01-05T00:00:10Z: " + reason;
        desk.run.step({item});
    };
    double time = 20;
    const auto tick = [&] { desk.run.tick(++time); };
    lost("no connection; trying again");
    tick();
    const std::string mismatch = std::string(toText(feed::Trouble::KeyMismatch));
    for (const char *next : {"; trying again", "; next try in 4 s", "; trying again"}) {
        lost(mismatch + next);
        tick();
        lost("no connection; trying again");
        tick();
    }
    lost(std::string(toText(feed::Trouble::NotAuthorised)) + "; next try in 30 s");
    tick();
    QCOMPARE(desk.run.story(), Story({"RAISE feed " + kLasting, "COMMENT feed " + kLasting, "COMMENT feed " + kLasting}));
    QVERIFY(desk.run.output.transitions[1].event.comment.find(mismatch) != std::string::npos);
    QVERIFY(desk.run.output.transitions[2].event.comment.find("not authorised") != std::string::npos);
    desk.run.step({feedHealth(FeedState::Live)});
    tick();
    lost(mismatch);
    tick();
    tick();
    QCOMPARE(desk.run.story().size(), std::size_t(5)); // cleared, and raised with the reason at once
    QVERIFY(desk.run.output.transitions[4].event.comment.find(mismatch) != std::string::npos);
}

void TestEngineFeeds::aFeedThatEndedIsNotLost()
{
    FeedDesk desk;
    desk.run.step(
        {stateOf(FeedId{0}, kLasting, FeedState::Live), rowOf(FeedId{0}, "line-z", 1), stateOf(FeedId{0}, kLasting, FeedState::Ended)});
    desk.run.tick(300);
    QCOMPARE(desk.run.engine.feeds()[0].state, FeedState::Ended);
    QVERIFY(!desk.run.engine.lanes()[0]->state.stale);
    QCOMPARE(desk.run.story(), Story{});
}

void TestEngineFeeds::aFeedThatWasLostBeforeItEndedIsLostNoMore()
{
    FeedDesk desk;
    desk.run.step({stateOf(FeedId{0}, kLasting, FeedState::Lost), stateOf(FeedId{0}, kLasting, FeedState::Ended)});
    QCOMPARE(desk.run.story(), Story({"RAISE feed " + kLasting, "CLEAR feed " + kLasting}));
}

void TestEngineFeeds::whatWasTakenForSilenceBeforeAFeedEndedIsNone()
{
    FeedDesk desk;
    desk.run.step({stateOf(FeedId{0}, kLasting, FeedState::Live), rowOf(FeedId{0}, "line-z", 1, 9.0)});
    desk.run.tick(200); // the publisher still shows that it lives
    QVERIFY(desk.run.engine.lanes()[0]->state.stale);
    QCOMPARE(desk.open().size(), std::size_t(2));
    desk.run.step({stateOf(FeedId{0}, kLasting, FeedState::Ended)});
    desk.run.tick(201);
    QVERIFY(!desk.run.engine.lanes()[0]->state.stale);
    const auto &book = desk.run.engine.book();
    QCOMPARE(book.openFor({{"line-z", "x"}, std::string(kAnomalous)})->quality, Quality::Good);
    QCOMPARE(book.openFor({{"line-z", ""}, "no data"})->condition, Condition::Inactive);
}

QTEST_GUILESS_MAIN(TestEngineFeeds)
#include "tst_engine_feeds.moc"
