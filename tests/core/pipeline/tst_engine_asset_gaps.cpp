// SPDX-License-Identifier: GPL-3.0-or-later
// Assets judged as a whole while something is missing: readings, sensors, the program, the detector.
#include "tests/core/pipeline/pump_run.h"

using namespace telltale;
using namespace telltale::pipeline;
using namespace telltale::test;

class TestEngineAssetGaps : public QObject {
    Q_OBJECT
private slots:
    void badQualityFreezesTheAssetsAlarm();
    void aMissingValueDecidesNothing();
    void aSilentSensorFreezesTheAssetsAlarm();
    void bringsBackAnOpenAlarmAndTakesNobodyInWhileWarmingUp();
    void closesTheAlarmOfAnAssetThatIsNoLongerJudged();
    void aDetectorThatCannotBeBuiltIsNoDecision();
};

void TestEngineAssetGaps::badQualityFreezesTheAssetsAlarm()
{
    Pump pump;
    pump.report(2.5, 2.5);
    for (int i = 0; i < 10; ++i)
        pump.report(0.0, 0.0, Quality::Bad);
    QCOMPARE(pump.story(), Story({"RAISE a", "Q_BAD a"}));
    QCOMPARE(pump.asset().state.verdict, Verdict::NoDecision);
    pump.step({rowOf("a", 20, {{"x", 6.0}})}); // y is missing: the asset cannot speak for x
    QCOMPARE(pump.story(), Story({"RAISE a", "Q_BAD a", "RAISE a x"}));
    pump.t = 20;
    pump.report(8, 0.0, 0.0);
    QCOMPARE(pump.story(), Story({"RAISE a", "Q_BAD a", "RAISE a x", "Q_GOOD a", "CLEAR a", "CLEAR a x"}));
}

void TestEngineAssetGaps::aMissingValueDecidesNothing()
{
    Pump pump;
    pump.report(2.5, 2.5);
    pump.report(20, 0.0, kMissing);
    QCOMPARE(pump.story(), Story({"RAISE a"}));
    QCOMPARE(pump.asset().state.verdict, Verdict::NoDecision);
    QVERIFY(std::isnan(pump.asset().state.score));
}

void TestEngineAssetGaps::aSilentSensorFreezesTheAssetsAlarm()
{
    Pump pump;
    pump.report(2, 2.5, 2.5);
    for (int t = 3; t <= 8; ++t) {
        pump.step({row("a", "x", t, 0.0)});
        pump.tick(t);
    }
    QCOMPARE(pump.story(), Story({"RAISE a", "Q_BAD a"}));
    QVERIFY(pump.asset().state.stale);
    QVERIFY(!pump.engine.lanes()[0]->state.stale);
    pump.step({row("a", "x", 9, 6.0)});
    QCOMPARE(pump.story(), Story({"RAISE a", "Q_BAD a", "RAISE a x"}));
    pump.t = 9;
    pump.report(2.5, 2.5);
    QCOMPARE(pump.story(), Story({"RAISE a", "Q_BAD a", "RAISE a x", "Q_GOOD a"}));
    QVERIFY(!pump.asset().state.stale);
}

void TestEngineAssetGaps::bringsBackAnOpenAlarmAndTakesNobodyInWhileWarmingUp()
{
    Pump former;
    former.report(2.5, 2.5);
    const Occurrence open = former.last();

    Pump pump(scriptedPlant({"a"}), 3, {open.lastSeq, open.id, {open}});
    pump.engine.recordRestart(second(100), second(40), pump.output);
    QCOMPARE(pump.story(), Story({"RESTART a"}));
    QVERIFY(pump.last().unverifiedSinceRestart);
    pump.t = 100;
    pump.report(2.5, 2.5);
    pump.report(6.0, 2.5);
    QCOMPARE(pump.story(), Story({"RESTART a", "Q_GOOD a", "RAISE a x"}));
    pump.report(6.0, 2.5); // the last row of the warm-up
    pump.report(6.0, 6.0);
    QCOMPARE(pump.story(), Story({"RESTART a", "Q_GOOD a", "RAISE a x", "COMMENT a"}));
    QCOMPARE(pump.last().id, open.id);
    pump.report(12, 0.0, 0.0);
    QCOMPARE(pump.story(), Story({"RESTART a", "Q_GOOD a", "RAISE a x", "COMMENT a", "CLEAR a", "CLEAR a x"}));
}

void TestEngineAssetGaps::closesTheAlarmOfAnAssetThatIsNoLongerJudged()
{
    Pump former;
    former.report(2.5, 2.5);
    const Occurrence open = former.last();

    config::Plant plant = scriptedPlant({"a"});
    plant.assets[0].assetDetector->kind = kNoDetector;
    Pump pump(plant, 0, {open.lastSeq, open.id, {open}});
    pump.engine.recordRestart(second(100), second(40), pump.output);
    QCOMPARE(pump.story(), Story({"RESTART a", "CONFIG_CHANGED a"}));
    QVERIFY(!pump.last().open());
    QCOMPARE(pump.last().closeReason, std::string("config"));
}

void TestEngineAssetGaps::aDetectorThatCannotBeBuiltIsNoDecision()
{
    config::Plant plant = scriptedPlant({"a"});
    plant.assets[0].assetDetector->kind = "no_such_detector";
    Pump pump(plant);
    pump.report(3, 9.0, 0.0);
    QCOMPARE(pump.story(), Story({"RAISE a x"}));
    QCOMPARE(pump.said.size(), std::size_t(1));
    QCOMPARE(pump.asset().state.verdict, Verdict::NoDecision);
    QCOMPARE(pump.asset().state.warmUp, 0.0);
}

QTEST_APPLESS_MAIN(TestEngineAssetGaps)
#include "tst_engine_asset_gaps.moc"
