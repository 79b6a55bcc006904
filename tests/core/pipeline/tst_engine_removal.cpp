// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds that were added and are not listened to any more: what becomes of their alarms and sensors.
#include "tests/core/pipeline/feed_desk.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::pipeline;
using namespace telltale::test;

namespace {

constexpr FeedId kAdded{1};

/// A desk whose lasting feed is well, and that listens to another one.
struct AddedFeed : FeedDesk {
    explicit AddedFeed(config::Plant plant = anyBand()) : FeedDesk(std::move(plant))
    {
        run.step({stateOf(FeedId{0}, kLasting, FeedState::Live)});
        asks(kAddress);
        run.step({stateOf(kAdded, kAddress, FeedState::Live), rowOf(kAdded, "line-z", 1)});
    }

    [[nodiscard]] const Structure &structure() { return run.engine.directory().structure(); }
    [[nodiscard]] const SensorLane &lane() const { return *run.engine.lanes()[0]; }
    void acknowledgeAll()
    {
        for (const Occurrence &each : open())
            commands(command::Acknowledge{{each.id}, each.lastSeq, {}});
    }
};

} // namespace

class TestEngineRemoval : public QObject {
    Q_OBJECT
private slots:
    void itIsClosedAndJournaled();
    void onlyAnEngineerMay();
    void whatComesBackWithEveryStartIsNotRemoved();
    void itsAlarmsClearAndWaitToBeAcknowledged();
    void aLostFeedLeavesNoFrozenAlarm();
    void oneThatNeverConnectedGoesToo();
    void whatIsOnItsWayAndTheTimeThatGoesByChangeNothing();
    void alarmsThatAreKeptFromPeopleClearToo();
    void aRuleDoesNotHoldByAValueThatNobodySends();
    void itsSensorsAreGoneButForThoseOfThePlantFile();
    void itCanBeAddedAgain();
    void theClockOfTheOthersCounts();
};

void TestEngineRemoval::itIsClosedAndJournaled()
{
    AddedFeed desk;
    const CommandEcho echo = desk.removes(kAddress);
    QVERIFY2(echo.accepted, echo.reason.c_str());
    QCOMPARE(desk.closed, std::vector{kAdded});
    QCOMPARE(desk.run.output.audits.back().what, std::string("feed removed"));
    QCOMPARE(desk.run.output.audits.back().detail, kAddress);
    QCOMPARE(desk.run.output.audits.back().by.operatorName, kOperator.operatorName);
    const CommandEcho twice = desk.removes(kAddress);
    QVERIFY2(!twice.accepted && twice.reason.find(kAddress) != std::string::npos, twice.reason.c_str());
}

void TestEngineRemoval::onlyAnEngineerMay()
{
    AddedFeed desk;
    QVERIFY(!desk.removes(kAddress, Role::Supervisor).accepted);
    QVERIFY(desk.closed.empty());
    QVERIFY(!desk.run.engine.isRemoved(kAdded));
}

void TestEngineRemoval::whatComesBackWithEveryStartIsNotRemoved()
{
    AddedFeed desk;
    const CommandEcho echo = desk.removes(kLasting);
    QVERIFY2(!echo.accepted && echo.reason.find("every start") != std::string::npos, echo.reason.c_str());
    QVERIFY(desk.closed.empty());
}

void TestEngineRemoval::itsAlarmsClearAndWaitToBeAcknowledged()
{
    AddedFeed desk;
    desk.run.step({rowOf(kAdded, "line-z", 2, 9.0), rowOf(kAdded, "line-y", 2, 9.0), rowOf(FeedId{0}, "line-a", 2, 9.0)});
    QCOMPARE(desk.open().size(), std::size_t(3));
    const Occurrence *seen = desk.run.engine.book().openFor({{"line-y", "x"}, std::string(kAnomalous)});
    desk.commands(command::Acknowledge{{seen->id}, seen->lastSeq, {}});
    const std::size_t before = desk.run.story().size();
    QVERIFY(desk.removes(kAddress).accepted);
    const Story story = desk.run.story();
    QCOMPARE(Story(story.begin() + long(before), story.end()), Story({"CLEAR line-z x", "CLEAR line-y x"}));
    QCOMPARE(desk.run.output.transitions.back().event.actor.operatorName, kOperator.operatorName);
    QCOMPARE(desk.run.output.transitions.back().event.comment, std::string("the feed is no longer listened to"));
    QCOMPARE(desk.open().size(), std::size_t(2)); // the one that was acknowledged is closed
    QCOMPARE(desk.run.engine.book().openFor({{"line-z", "x"}, std::string(kAnomalous)})->state, AlarmState::D);
    QCOMPARE(desk.run.engine.book().openFor({{"line-a", "x"}, std::string(kAnomalous)})->state, AlarmState::B);
    desk.acknowledgeAll();
    QCOMPARE(desk.open().size(), std::size_t(1));
    QCOMPARE(desk.open()[0].definition.source.asset, std::string("line-a"));
}

void TestEngineRemoval::aLostFeedLeavesNoFrozenAlarm()
{
    AddedFeed desk;
    desk.run.step({rowOf(kAdded, "line-z", 2, 9.0)});
    desk.run.step({stateOf(kAdded, kAddress, FeedState::Lost)});
    desk.run.tick(300);
    QVERIFY(desk.lane().state.stale);
    QCOMPARE(desk.run.engine.book().openFor({{"line-z", "x"}, std::string(kAnomalous)})->quality, Quality::Bad);
    QVERIFY(desk.removes(kAddress).accepted);
    QCOMPARE(desk.open().size(), std::size_t(2));
    for (const Occurrence &each : desk.open())
        QCOMPARE(each.state, AlarmState::D);
    desk.acknowledgeAll();
    QVERIFY(desk.open().empty());
}

void TestEngineRemoval::oneThatNeverConnectedGoesToo()
{
    FeedDesk desk;
    desk.run.step({stateOf(FeedId{0}, kLasting, FeedState::Live)});
    QVERIFY(desk.asks(kAddress).accepted);
    QVERIFY(desk.removes(kAddress).accepted); // still connecting: no alarm yet
    desk.run.tick(60);
    QCOMPARE(desk.run.story(), Story{});
    QVERIFY(desk.asks(kAddress).accepted);
    desk.run.tick(120);
    QCOMPARE(desk.run.story(), Story{"RAISE feed " + kAddress});
    QVERIFY(desk.removes(kAddress).accepted);
    QCOMPARE(desk.run.story(), Story({"RAISE feed " + kAddress, "CLEAR feed " + kAddress}));
}

void TestEngineRemoval::whatIsOnItsWayAndTheTimeThatGoesByChangeNothing()
{
    AddedFeed desk;
    QVERIFY(desk.removes(kAddress).accepted);
    desk.run.step({stateOf(kAdded, kAddress, FeedState::Lost), rowOf(kAdded, "line-z", 2, 9.0)});
    desk.run.tick(600);
    QCOMPARE(desk.run.story(), Story{});
    QCOMPARE(desk.lane().state.samples, std::uint64_t(1));
    QVERIFY(desk.lane().state.stale);
}

void TestEngineRemoval::alarmsThatAreKeptFromPeopleClearToo()
{
    AddedFeed desk;
    desk.run.step({rowOf(kAdded, "line-z", 2, 9.0), rowOf(kAdded, "line-y", 2, 9.0)});
    const auto keyOf = [](const char *asset) { return AlarmKey{{asset, "x"}, std::string(kAnomalous)}; };
    desk.commands(command::Shelve{{keyOf("line-z")}, std::chrono::minutes{30}, false, "overhaul"});
    desk.commands(command::TakeOutOfService{{keyOf("line-y")}, "overhaul", desk.run.now + std::chrono::hours{1}});
    QVERIFY(desk.removes(kAddress).accepted);
    for (const SuppressedAlarm &held : desk.run.engine.book().suppressed())
        QCOMPARE(held.condition, Condition::Inactive);
    desk.commands(command::Unshelve{{keyOf("line-z")}});
    desk.commands(command::ReturnToService{{keyOf("line-y")}});
    QVERIFY(desk.open().empty());
}

void TestEngineRemoval::aRuleDoesNotHoldByAValueThatNobodySends()
{
    config::Plant plant = FeedDesk::anyBand();
    plant.suppressions.push_back({.name = "pump off",
                                  .sensor = {"line-z", "x"},
                                  .test = config::SuppressionRule::Test::Below,
                                  .value = 2.0,
                                  .alarms = {{"line-a", "x"}},
                                  .reason = "no flow"});
    AddedFeed desk(std::move(plant));
    desk.run.step({rowOf(FeedId{0}, "line-a", 2)});
    desk.run.tick(3);
    QCOMPARE(desk.run.engine.book().suppressed().size(), std::size_t(1));
    QVERIFY(desk.removes(kAddress).accepted);
    desk.run.tick(20);
    QVERIFY(desk.run.engine.book().suppressed().empty());
}

void TestEngineRemoval::itsSensorsAreGoneButForThoseOfThePlantFile()
{
    AddedFeed desk(bandPlant({"line-a"}));
    desk.run.step({rowOf(kAdded, "line-a", 2)});
    const auto generation = desk.structure().generation;
    QVERIFY(desk.removes(kAddress).accepted);
    QVERIFY(desk.structure().generation > generation);
    const auto of = [&](const char *asset) { return desk.structure().sensor(*desk.run.engine.directory().find({asset, "x"})); };
    QVERIFY(of("line-z").gone && !of("line-a").gone);
    QVERIFY(desk.structure().asset(of("line-z").asset).gone && desk.structure().asset(of("line-z").asset).sensors.empty());
    QVERIFY(!desk.structure().asset(of("line-a").asset).gone);
    QVERIFY(desk.structure().watches());
    AddedFeed other;
    QVERIFY(other.structure().watches());
    QVERIFY(other.removes(kAddress).accepted);
    QVERIFY(!other.structure().watches());
}

void TestEngineRemoval::itCanBeAddedAgain()
{
    AddedFeed desk;
    desk.run.step({rowOf(kAdded, "line-z", 2, 9.0)});
    QVERIFY(desk.removes(kAddress).accepted);
    const CommandEcho again = desk.asks(kAddress);
    QVERIFY2(again.accepted, again.reason.c_str());
    QCOMPARE(desk.opened.back().id, FeedId{2});
    desk.run.step({stateOf(FeedId{2}, kAddress, FeedState::Live), rowOf(FeedId{2}, "line-z", 3, 9.0)});
    const SensorSpec &sensor = desk.structure().sensors[0];
    QVERIFY(!desk.lane().state.stale && !sensor.gone && !desk.structure().asset(sensor.asset).gone);
    QCOMPARE(desk.structure().asset(sensor.asset).sensors, std::vector{sensor.id});
    QCOMPARE(desk.run.story().back(), std::string("RAISE line-z x"));
    QVERIFY(desk.removes(kAddress).accepted);
    QCOMPARE(desk.closed, (std::vector{kAdded, FeedId{2}}));
}

void TestEngineRemoval::theClockOfTheOthersCounts()
{
    FeedDesk desk;
    desk.run.step({feedHealth(FeedState::Live, ClockKind::Simulated), rowOf(FeedId{0}, "line-a", 5)});
    QVERIFY(desk.asks(kAddress).accepted);
    desk.run.step({stateOf(kAdded, kAddress, FeedState::Live)});
    QVERIFY(!desk.run.engine.simulatedClock());
    QVERIFY(desk.removes(kAddress).accepted);
    QVERIFY(desk.run.engine.simulatedClock());
    QCOMPARE(desk.run.engine.screenTime(second(900)), second(5));
}

QTEST_GUILESS_MAIN(TestEngineRemoval)
#include "tst_engine_removal.moc"
