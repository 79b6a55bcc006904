// SPDX-License-Identifier: GPL-3.0-or-later
// Sensors and their asset alarming together: whose alarm it is.
#include "tests/core/pipeline/pump_run.h"

using namespace telltale;
using namespace telltale::pipeline;
using namespace telltale::test;

namespace {

alarm::Stimulus operatorsOwn(AlarmEventKind kind, double t)
{
    alarm::Stimulus stimulus;
    stimulus.kind = kind;
    stimulus.at = second(t);
    stimulus.actor = {"operator A", "desk 1", "op"};
    stimulus.comment = "a reason";
    stimulus.seenSeq = 1000;
    stimulus.until = second(t + 600);
    return stimulus;
}

} // namespace

class TestEngineJoining : public QObject {
    Q_OBJECT
private slots:
    void aSensorInTheSameRowGoesIntoTheAssetsAlarm();
    void aSensorThatFollowsGoesIntoTheAssetsAlarm();
    void aSensorThatCameFirstStaysAndIsFirstOut();
    void aSensorWithSettingsOfItsOwnRaisesForItself();
    void aSensorOutsideTheListRaisesForItself();
    void aSensorStillAnomalousAfterTheAssetRaisesThen();
    void aSensorThatIsNormalAgainDoesNot();
    void aSensorWithAnOpenAlarmKeepsIt();
    void joiningDoesNotUndoAnAcknowledgement();
    void aShelvedAssetTakesNobodyIn();
    void whatAShelvedAssetTookInStaysThere();
};

void TestEngineJoining::aSensorInTheSameRowGoesIntoTheAssetsAlarm()
{
    Pump pump;
    pump.report(3, 0.0, 0.0);
    pump.report(8.0, 0.0);
    QCOMPARE(pump.story(), Story({"RAISE a", "COMMENT a"}));
    const Occurrence &alarm = pump.last();
    QCOMPARE(alarm.state, AlarmState::B);
    QVERIFY(alarm.firstOut);
    QCOMPARE(alarm.why.joined.size(), std::size_t(1));
    const Explanation::Joined &joined = alarm.why.joined[0];
    QCOMPARE(joined.sensor, std::string("x"));
    QCOMPARE(joined.at, second(4));
    QCOMPARE(joined.actual, 8.0);
    QCOMPARE(joined.limit, 3.0);
    QCOMPARE(joined.detector, std::string("band"));
    QCOMPARE(pump.output.transitions.back().event.comment, std::string("x is anomalous by itself too: 2.7 times its limit (band)"));
    QCOMPARE(alarm.score, 4.0); // still the asset's own
    QCOMPARE(pump.engine.book().openAlarms().size(), std::size_t(1));
}

void TestEngineJoining::aSensorThatFollowsGoesIntoTheAssetsAlarm()
{
    Pump pump;
    pump.report(2, 2.5, 2.5);
    pump.report(2.5, 5.0);
    pump.report(5.0, 5.0);
    QCOMPARE(pump.story(), Story({"RAISE a", "COMMENT a", "COMMENT a"}));
    QCOMPARE(pump.last().why.joined.size(), std::size_t(2));
    QCOMPARE(pump.last().why.joined[0].sensor, std::string("y"));
    QCOMPARE(pump.last().raiseCount, 1U);
    pump.report(12, 0.0, 0.0);
    QCOMPARE(pump.story(), Story({"RAISE a", "COMMENT a", "COMMENT a", "CLEAR a"}));
}

void TestEngineJoining::aSensorThatCameFirstStaysAndIsFirstOut()
{
    Pump pump;
    pump.report(3.5, 0.0);
    pump.report(3.5, 3.5);
    QCOMPARE(pump.story(), Story({"RAISE a x", "RAISE a", "COMMENT a"}));
    const auto open = pump.engine.book().openAlarms();
    QCOMPARE(open.size(), std::size_t(2));
    for (const Occurrence &alarm : open)
        QCOMPARE(alarm.firstOut, alarm.definition.source.sensor == "x");
    pump.report(12, 0.0, 0.0);
    QCOMPARE(pump.story(), Story({"RAISE a x", "RAISE a", "COMMENT a", "CLEAR a", "CLEAR a x"}));
}

void TestEngineJoining::aSensorWithSettingsOfItsOwnRaisesForItself()
{
    config::Plant plant = scriptedPlant({"a"});
    plant.assets[0].sensors[0].alarm = plant.assets[0].alarm;
    plant.assets[0].sensors[1].detector = plant.assets[0].detector;
    Pump pump(plant);
    pump.report(9.0, 9.0);
    QCOMPARE(pump.story(), Story({"RAISE a", "RAISE a x", "RAISE a y"}));
}

void TestEngineJoining::aSensorOutsideTheListRaisesForItself()
{
    config::Plant plant = scriptedPlant({"a"}, {"x", "y", "z"});
    plant.assets[0].assetDetector->sensors = {"x", "y"};
    Pump pump(plant);
    pump.step({rowOf("a", 1, {{"x", 9.0}, {"y", 0.0}, {"z", 9.0}})});
    QCOMPARE(pump.story(), Story({"RAISE a", "COMMENT a", "RAISE a z"}));
}

void TestEngineJoining::aSensorStillAnomalousAfterTheAssetRaisesThen()
{
    Pump pump;
    pump.report(5.0, 2.0);
    QCOMPARE(pump.story(), Story({"RAISE a", "COMMENT a"}));
    pump.report(8, 3.1, 0.0); // 1.55: below the asset's clear limit
    QCOMPARE(pump.story(), Story({"RAISE a", "COMMENT a", "CLEAR a", "RAISE a x"}));
    QCOMPARE(pump.last().firstViolation, second(1));
    QCOMPARE(pump.last().why.channels[0].sensor, std::string("x"));
    pump.report(8, 0.0, 0.0);
    QCOMPARE(pump.story().back(), std::string("CLEAR a x"));
}

void TestEngineJoining::aSensorThatIsNormalAgainDoesNot()
{
    Pump pump;
    pump.report(5.0, 2.0);
    pump.report(3, 3.1, 0.0);  // the asset's off-delay runs
    pump.report(12, 0.0, 0.0); // the sensor's ends after the asset's
    QCOMPARE(pump.story(), Story({"RAISE a", "COMMENT a", "CLEAR a"}));
    pump.report(5.0, 0.0); // 2.5: both again
    QCOMPARE(pump.story(), Story({"RAISE a", "COMMENT a", "CLEAR a", "RAISE a", "COMMENT a"}));
    QCOMPARE(pump.last().why.joined.size(), std::size_t(1));
}

void TestEngineJoining::aSensorWithAnOpenAlarmKeepsIt()
{
    Pump pump;
    pump.report(3.5, 0.0);
    pump.report(8, 0.0, 0.0);
    QCOMPARE(pump.story(), Story({"RAISE a x", "CLEAR a x"})); // not acknowledged: still open
    pump.report(9.0, 0.0);
    QCOMPARE(pump.story(), Story({"RAISE a x", "CLEAR a x", "RAISE a", "RAISE a x"}));
    QCOMPARE(pump.last().raiseCount, 2U);
}

void TestEngineJoining::joiningDoesNotUndoAnAcknowledgement()
{
    Pump pump;
    pump.report(2.5, 2.5);
    const OccurrenceId id = pump.last().id;
    pump.engine.command({.id = 1, .actor = {"operator A", "desk 1", "op"}, .what = command::Acknowledge{{id}, 99, ""}}, second(2),
                        pump.output);
    pump.report(2.5, 6.0);
    QCOMPARE(pump.story(), Story({"RAISE a", "ACK a", "COMMENT a"}));
    QCOMPARE(pump.last().state, AlarmState::C);
    QCOMPARE(pump.last().audible, Audible::Off);
}

void TestEngineJoining::aShelvedAssetTakesNobodyIn()
{
    Pump pump;
    pump.report(2.5, 2.5);
    const OccurrenceId id = pump.last().id;
    QCOMPARE(pump.engine.book().apply(id, operatorsOwn(AlarmEventKind::Shelve, 1)).back().event.to, AlarmState::E);
    pump.report(2.5, 6.0);
    QCOMPARE(pump.story(), Story({"RAISE a", "RAISE a y"}));
}

void TestEngineJoining::whatAShelvedAssetTookInStaysThere()
{
    Pump pump;
    pump.report(2.5, 6.0);
    const OccurrenceId id = pump.last().id;
    QCOMPARE(pump.engine.book().apply(id, operatorsOwn(AlarmEventKind::Shelve, 1)).back().event.to, AlarmState::E);
    pump.report(5, 2.5, 6.0);
    QCOMPARE(pump.story(), Story({"RAISE a", "COMMENT a"}));
}

QTEST_APPLESS_MAIN(TestEngineJoining)
#include "tst_engine_joining.moc"
