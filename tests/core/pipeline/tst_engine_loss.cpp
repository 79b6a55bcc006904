// SPDX-License-Identifier: GPL-3.0-or-later
// What was dropped on the way to detection: a gap for detectors, and a mark on alarms that rest on what is left.
#include "tests/core/pipeline/scripted_detector.h"

#include <QtTest>

#include <set>

using namespace telltale;
using namespace telltale::pipeline;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

constexpr int kBefore = 30;
constexpr int kPaused = 60;        ///< rows that come while nobody takes any
constexpr std::size_t kQueue = 20; ///< of them these are left
constexpr int kFirstLeft = kBefore + kPaused - int(kQueue);

/// A sensor that is read, then not for a while, and then what the queue has kept of it. `value` by time.
template <typename ValueAt>
void stepWithAPause(EngineRun &run, ValueAt value)
{
    for (int t = 0; t < kBefore; ++t)
        run.step({row("a", "x", t, value(t))});
    IntakeQueue queue(kQueue);
    for (int t = kBefore; t < kBefore + kPaused; ++t)
        queue.put(row("a", "x", t, value(t)));
    run.step(queue.take(1000, 1ms));
}

/// What is said with the one raise there is.
std::string remarkOf(const EngineRun &run)
{
    for (const auto &each : run.output.transitions)
        if (each.event.kind == AlarmEventKind::Raise)
            return each.event.comment;
    return "no raise";
}

IntakeItem lost(std::uint64_t messages, const std::string &asset = "a")
{
    return {FeedId{0}, feed::Gap{.asset = asset, .lostMessages = messages}};
}

} // namespace

class TestEngineLoss : public QObject {
    Q_OBJECT
private slots:
    void aDetectorIsToldOfADroppedStretch();
    void scoresOnBothSidesOfADroppedStretchDoNotAddUp();
    void anAlarmAfterALossSaysSo_data();
    void anAlarmAfterALossSaysSo();
    void anAlarmOfAnAssetAsAWholeSaysSoToo();
    void howItIsCutIntoStepsDoesNotMatter();
};

/// Told with the first row after it and with no other, and kept with that row for whoever draws it.
void TestEngineLoss::aDetectorIsToldOfADroppedStretch()
{
    std::vector<ShownRow> shown;
    config::Plant plant = bandPlant({"a"});
    plant.assets.front().detector = DetectorSpec{"scripted", {}, {}, false};
    EngineRun run(EngineRun::settings(plant, {}, scriptedMaker(0, &shown), {}, {}));
    stepWithAPause(run, [](int) { return 0.0; });
    QCOMPARE(shown.size(), std::size_t(kBefore) + kQueue);
    const ChunkPtr drawn = run.engine.lanes()[0]->chunks.trace().tail;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        QCOMPARE(shown[i].gapBefore, i == std::size_t(kBefore));
        QCOMPARE((drawn->flags[i] & Chunk::kGapBefore) != 0, i == std::size_t(kBefore));
    }
    QVERIFY(shown[kBefore].t == second(kFirstLeft));
}

/// Three scores beyond the limit before the stretch and two after it are not five in a row; without a stretch in between they are.
void TestEngineLoss::scoresOnBothSidesOfADroppedStretchDoNotAddUp()
{
    const auto anomalousAt = [](const std::set<int> &times) { return [=](int t) { return times.contains(t) ? 9.0 : 0.0; }; };
    EngineRun across(bandPlant({"a"}, 5));
    stepWithAPause(across, anomalousAt({kBefore - 3, kBefore - 2, kBefore - 1, kFirstLeft, kFirstLeft + 1}));
    QCOMPARE(across.story(), std::vector<std::string>());
    EngineRun together(bandPlant({"a"}, 5));
    stepWithAPause(together, anomalousAt({kFirstLeft, kFirstLeft + 1, kFirstLeft + 2, kFirstLeft + 3, kFirstLeft + 4}));
    QCOMPARE(together.story(), std::vector<std::string>({"RAISE a x", "CLEAR a x"}));
    QCOMPARE(remarkOf(together), "degraded: " + std::to_string(kPaused - int(kQueue)) + " messages were lost shortly before or meanwhile");
}

void TestEngineLoss::anAlarmAfterALossSaysSo_data()
{
    QTest::addColumn<int>("lossAt");
    QTest::addColumn<int>("lossAgainAt");
    QTest::addColumn<QString>("remark");
    QTest::newRow("just before") << 99 << -1 << "degraded: 7 messages were lost shortly before or meanwhile";
    QTest::newRow("within a minute") << 41 << -1 << "degraded: 7 messages were lost shortly before or meanwhile";
    QTest::newRow("twice") << 60 << 90 << "degraded: 14 messages were lost shortly before or meanwhile";
    QTest::newRow("long ago") << 30 << -1 << "";
    QTest::newRow("never") << -1 << -1 << "";
    QTest::newRow("in another asset") << 1000 << -1 << "";
}

void TestEngineLoss::anAlarmAfterALossSaysSo()
{
    QFETCH(int, lossAt);
    QFETCH(int, lossAgainAt);
    QFETCH(QString, remark);
    EngineRun run(bandPlant({"a", "b"}));
    for (int t = 0; t < 100; ++t) {
        if (t == lossAt || t == lossAgainAt)
            run.step({lost(7)});
        run.step({row("a", "x", t, 0.0), row("b", "x", t, 0.0)});
    }
    if (lossAt == 1000)
        run.step({lost(7, "b")});
    run.step({row("a", "x", 100, 9.0)});
    QCOMPARE(QString::fromStdString(remarkOf(run)), remark);
}

void TestEngineLoss::anAlarmOfAnAssetAsAWholeSaysSoToo()
{
    EngineRun run(EngineRun::settings(scriptedPlant({"a"}), {}, scriptedMaker(), {}, {}));
    for (int t = 0; t < 10; ++t)
        run.step({rowOf("a", t, {{"x", 0.0}, {"y", 0.0}})});
    run.step({lost(3)});
    run.step({rowOf("a", 12, {{"x", 2.5}, {"y", 2.5}})});
    QCOMPARE(run.story(), std::vector<std::string>({"RAISE a"}));
    QCOMPARE(remarkOf(run), std::string("degraded: 3 messages were lost shortly before or meanwhile"));
}

void TestEngineLoss::howItIsCutIntoStepsDoesNotMatter()
{
    std::vector<IntakeItem> items;
    for (int t = 0; t < 10; ++t)
        items.push_back(row("a", "x", t, 0.0));
    items.push_back(row("a", "x", 10, 9.0));
    items.push_back(lost(5)); // after what raises
    items.push_back(row("a", "x", 16, 9.0));
    EngineRun whole(bandPlant({"a"}));
    EngineRun pieces(bandPlant({"a"}));
    whole.step(items);
    for (const IntakeItem &item : items)
        pieces.step({item});
    QCOMPARE(remarkOf(whole), std::string());
    QCOMPARE(remarkOf(pieces), remarkOf(whole));
}

QTEST_APPLESS_MAIN(TestEngineLoss)
#include "tst_engine_loss.moc"
