// SPDX-License-Identifier: GPL-3.0-or-later
// Assets judged as a whole: which rows their detector sees, and what it says.
#include "tests/core/pipeline/pump_run.h"

#include <cmath>
#include <random>

using namespace telltale;
using namespace telltale::pipeline;
using namespace telltale::test;

namespace {

/// Assets of two and three sensors, some reporting together and some one by one, with everything that goes wrong in a plant.
std::vector<IntakeItem> troubledFeed()
{
    std::mt19937_64 random(4711);
    std::normal_distribution<double> noise;
    std::vector<IntakeItem> items{feedHealth(FeedState::Live, ClockKind::Simulated)};
    for (int t = 0; t < 600; ++t) {
        for (const std::string asset : {"a", "b", "c", "d"}) {
            const double burst = (t / 20) % 7 == asset[0] % 7 ? 6.0 : 0.0;
            const auto dice = random() % 50;
            const double x = dice == 0 ? kMissing : noise(random) + burst;
            const double y = noise(random) + (t % 3 == 0 ? 0.0 : burst);
            const double z = noise(random);
            if (dice == 1)
                items.push_back({FeedId{0}, feed::Gap{.asset = asset, .lostMessages = 3, .restart = false, .at = second(t)}});
            else if (dice == 2)
                items.push_back(rowOf(asset, t - 5.0, {{"x", x}, {"y", y}}));
            else if (asset < "c")
                items.push_back(rowOf(asset, t, {{"x", x}, {"y", y}}, dice == 3 ? Quality::Bad : Quality::Good));
            else {
                items.push_back(row(asset, "x", t, x));
                if (dice != 4)
                    items.push_back(row(asset, "y", t + 0.1, y));
            }
            // The third sensor of these is not known from the beginning.
            if ((asset == "b" || asset == "d") && t >= 100 && t % 2 == 0)
                items.push_back(row(asset, "z", t + 0.2, z));
        }
        if (t == 300)
            items.push_back(feedHealth(FeedState::Lost, ClockKind::Simulated));
        if (t == 310)
            items.push_back(feedHealth(FeedState::Live, ClockKind::Simulated));
    }
    return items;
}

std::string fingerprint(const EngineRun &run)
{
    std::string text;
    for (const auto &each : run.output.transitions) {
        const AlarmEvent &e = each.event;
        text += std::to_string(e.seq) + ' ' + std::to_string(e.occurrence) + ' ' + e.source.text() + ' ' + std::string(toText(e.kind)) + ' '
                + toIso(e.at, 9) + ' ' + toIso(e.sourceTime, 9) + ' ' + std::to_string(e.score) + ' ' + e.comment;
        for (const auto &channel : each.occurrence.why.channels)
            text += ' ' + channel.sensor + '=' + std::to_string(channel.share);
        text += '\n';
    }
    return text;
}

} // namespace

class TestEngineAssets : public QObject {
    Q_OBJECT
private slots:
    void raisesForTheAssetAndSaysHowMuchEachSensorHadToDoWithIt();
    void judgesNoAssetOfOneSensor();
    void judgesTheListedSensorsInTheirOrder();
    void switchedOffMeansOff();
    void whoeverChoseTheSensorsDetectorGetsNoOtherUnasked();
    void aSensorWithoutItsOwnDetectorShowsItsAssetsState();
    void aNewSensorStartsTheDetectorAnewAndSaysSo();
    void showsTheDetectorOneRowAMessage();
    void lateRowsNeverReachTheDetector();
    void givesTheSameAlarmsHoweverTheItemsAreCutAndSharded();
    void realDetectorsExplainTheAssetToo_data();
    void realDetectorsExplainTheAssetToo();
};

void TestEngineAssets::raisesForTheAssetAndSaysHowMuchEachSensorHadToDoWithIt()
{
    Pump pump;
    pump.report(3, 0.0, 0.0);
    pump.report(1.5, -2.9);
    QCOMPARE(pump.story(), Story({"RAISE a"}));
    const Occurrence &raised = pump.last();
    QCOMPARE(raised.definition.source, (SensorKey{"a", ""}));
    QCOMPARE(raised.definition.what, std::string("anomalous"));
    QCOMPARE(raised.definition.detector, std::string("scripted"));
    QCOMPARE(raised.raised, second(4));
    QCOMPARE(raised.why.detector, std::string("scripted"));
    QCOMPARE(raised.why.score, 2.2);
    QCOMPARE(raised.why.limit, 2.0);
    QCOMPARE(raised.why.channels.size(), std::size_t(2));
    QCOMPARE(raised.why.channels[0].sensor, std::string("y"));
    QCOMPARE(raised.why.channels[0].unit, std::string("bar"));
    QCOMPARE(raised.why.channels[0].actual, -2.9);
    QCOMPARE(raised.why.channels[0].expected, 0.0);
    QVERIFY(std::fabs(raised.why.channels[0].share + raised.why.channels[1].share - 1.0) < 1e-12);
    pump.report(10, 0.0, 0.0);
    QCOMPARE(pump.story(), Story({"RAISE a", "CLEAR a"}));
    QCOMPARE(pump.last().state, AlarmState::D);
}

void TestEngineAssets::judgesNoAssetOfOneSensor()
{
    EngineRun run(scriptedPlant({"a"}, {"x"}), 1, {}, scriptedMaker());
    for (int t = 1; t < 10; ++t)
        run.step({row("a", "x", t, 2.5)});
    QCOMPARE(run.story(), Story());
    QVERIFY(!run.engine.assets()[0]->judge);
    QCOMPARE(run.engine.directory().structure().assets[0].detector, std::string());
}

void TestEngineAssets::judgesTheListedSensorsInTheirOrder()
{
    config::Plant plant = scriptedPlant({"a"}, {"x", "y", "z"});
    plant.assets[0].assetDetector->sensors = {"z", "x"};
    std::vector<ShownRow> shown;
    EngineRun run(plant, 1, {}, scriptedMaker(0, &shown));
    run.step({row("a", "x", 1, 0.1), row("a", "y", 1, 0.2)});
    QVERIFY(!run.engine.assets()[0]->judge);
    run.step({rowOf("a", 2, {{"x", 0.3}, {"y", 0.4}, {"z", 0.5}})});
    QCOMPARE(shown.size(), std::size_t(1));
    QCOMPARE(shown[0].values, (std::vector<double>{0.5, 0.3}));
}

void TestEngineAssets::switchedOffMeansOff()
{
    config::Plant plant = scriptedPlant({"a"});
    plant.defaultAssetDetector.kind = "scripted";
    plant.assets[0].assetDetector->kind = kNoDetector;
    Pump pump(plant);
    pump.report(5, 2.5, 2.5);
    QCOMPARE(pump.story(), Story());
    QVERIFY(pump.shown.empty());
    plant.assets[0].assetDetector.reset();
    Pump other(plant);
    other.report(1, 2.5, 2.5);
    QCOMPARE(other.story(), Story({"RAISE a"}));
}

void TestEngineAssets::whoeverChoseTheSensorsDetectorGetsNoOtherUnasked()
{
    config::Plant plant = scriptedPlant({"a"});
    plant.assets[0].assetDetector.reset();
    const PlantDirectory chosenByAsset(plant, {{FeedId{0}, "ipc://x"}});
    QVERIFY(!chosenByAsset.detectorFor(AssetId{0}));
    plant.assets[0].detector.reset();
    plant.defaultDetector.kind = "band";
    const PlantDirectory chosenByDefault(plant, {{FeedId{0}, "ipc://x"}});
    QVERIFY(!chosenByDefault.detectorFor(AssetId{0}));
    plant.defaultDetector.kind.clear();
    const PlantDirectory nothingSaid(plant, {{FeedId{0}, "ipc://x"}});
    // The built-in one judges only where this build has it.
    const bool built = detect::catalog().find("t2_residual") != nullptr;
    QCOMPARE(nothingSaid.detectorFor(AssetId{0}).has_value(), built);
}

void TestEngineAssets::aSensorWithoutItsOwnDetectorShowsItsAssetsState()
{
    config::Plant plant = scriptedPlant({"a"});
    plant.assets[0].sensors[1].detector = DetectorSpec{std::string(kNoDetector), {}, {}, false};
    Pump pump(plant);
    pump.report(2.9, 9.0);
    QCOMPARE(pump.story(), Story({"RAISE a"}));
    QCOMPARE(pump.engine.directory().structure().sensors[1].detector, std::string());
    SnapshotBuilder builder;
    const SnapshotPtr snapshot = builder.build(pump.engine, {.now = pump.now, .storedThrough = 0, .health = {}});
    QCOMPARE(snapshot->sensors[0].verdict, Verdict::Normal);
    QCOMPARE(snapshot->sensors[1].verdict, Verdict::Anomalous);
    QCOMPARE(snapshot->assets[0].verdict, Verdict::Anomalous);
    QCOMPARE(snapshot->assets[0].worstAlarm, AlarmState::B);
    QCOMPARE(snapshot->sensors[1].score, snapshot->assets[0].score);
    QCOMPARE(snapshot->structure->assets[0].detector, std::string("scripted"));
}

void TestEngineAssets::aNewSensorStartsTheDetectorAnewAndSaysSo()
{
    Pump pump(scriptedPlant({"a"}), 4);
    pump.report(6, 0.0, 0.0);
    QCOMPARE(pump.asset().state.verdict, Verdict::Normal);
    QCOMPARE(pump.asset().state.warmUp, 1.0);
    QVERIFY(pump.said.empty());
    pump.step({rowOf("a", 7, {{"x", 0.0}, {"y", 0.0}, {"z", 0.0}})});
    QCOMPARE(pump.asset().state.verdict, Verdict::NoDecision);
    QCOMPARE(pump.asset().state.warmUp, 0.25);
    QCOMPARE(pump.said.size(), std::size_t(1));
    QVERIFY(QString::fromStdString(pump.said[0]).contains("starts anew with 3 sensors"));
    QCOMPARE(pump.shown.back().values.size(), std::size_t(3));
}

void TestEngineAssets::showsTheDetectorOneRowAMessage()
{
    Pump pump;
    pump.report(1.0, 2.0);
    pump.step({row("a", "x", 2, 1.5), row("a", "x", 3, 1.6), rowOf("a", 4, {{"x", 1.7}, {"y", 2.7}})});
    QCOMPARE(pump.shown.size(), std::size_t(4));
    QCOMPARE(pump.shown[1].values, (std::vector<double>{1.5, 2.0}));
    QCOMPARE(pump.shown[2].values, (std::vector<double>{1.6, 2.0}));
    QCOMPARE(pump.shown[3].values, (std::vector<double>{1.7, 2.7}));
    for (std::size_t i = 1; i < pump.shown.size(); ++i)
        QVERIFY(pump.shown[i - 1].t < pump.shown[i].t);
}

void TestEngineAssets::lateRowsNeverReachTheDetector()
{
    Pump pump;
    pump.report(3, 1.0, 2.0);
    pump.step({rowOf("a", 1.5, {{"x", 90.0}, {"y", 90.0}}), rowOf("a", 3, {{"x", 91.0}, {"y", 91.0}})});
    QCOMPARE(pump.shown.size(), std::size_t(3));
    QCOMPARE(pump.story(), Story());
}

void TestEngineAssets::givesTheSameAlarmsHoweverTheItemsAreCutAndSharded()
{
    const auto items = troubledFeed();
    config::Plant plant = scriptedPlant({"a", "b", "c", "d"});
    for (auto &asset : plant.assets)
        asset.alarm->offDelay = std::chrono::seconds{2};
    EngineRun whole(plant, 1, {}, scriptedMaker(20));
    whole.step(items);
    const std::string expected = fingerprint(whole);
    // The feed has what this is about: alarms of assets and of sensors, and sensors that went into their asset's.
    const Story story = whole.story();
    for (const char *line : {"RAISE a", "RAISE d", "RAISE b x", "COMMENT a", "COMMENT d", "CLEAR d", "Q_BAD b"})
        QVERIFY2(std::find(story.begin(), story.end(), line) != story.end(), line);

    for (const std::size_t shards : {1, 3}) {
        for (const std::size_t cut : {1, 17, 256}) {
            EngineRun run(plant, shards, {}, scriptedMaker(20));
            for (std::size_t i = 0; i < items.size(); i += cut)
                run.step({items.begin() + std::ptrdiff_t(i), items.begin() + std::ptrdiff_t(std::min(i + cut, items.size()))});
            QCOMPARE(fingerprint(run), expected);
        }
    }
}

void TestEngineAssets::realDetectorsExplainTheAssetToo_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"kmeans", "t2_residual"}) {
        if (detect::catalog().find(kind) != nullptr)
            QTest::newRow(kind) << QString(kind);
    }
}

/// Three readings that belong together; then one of them leaves the others.
void TestEngineAssets::realDetectorsExplainTheAssetToo()
{
    QFETCH(const QString, kind);
    config::Plant plant = scriptedPlant({"a"}, {"x", "y", "z"});
    plant.assets[0].assetDetector = DetectorSpec{kind.toStdString(), {{"warmUp", 200.0}}, {}, false};
    plant.assets[0].detector = DetectorSpec{std::string(kNoDetector), {}, {}, false};
    Pump pump(plant);
    std::mt19937_64 random(7);
    std::normal_distribution<double> noise;
    const auto report = [&](int t, double fault) {
        const double common = std::sin(t / 9.0);
        const auto about = [&](double value) { return value + 0.05 * noise(random); };
        pump.step({rowOf("a", t, {{"x", about(common)}, {"y", about(10.0 + 4.0 * common + fault)}, {"z", about(-common)}})});
    };
    for (int t = 1; t <= 400; ++t)
        report(t, 0.0);
    QVERIFY2(pump.said.empty(), pump.said.empty() ? "" : pump.said[0].c_str());
    QCOMPARE(pump.asset().state.warmUp, 1.0);
    const std::size_t before = pump.story().size();
    for (int t = 401; t <= 440; ++t)
        report(t, 20.0);
    QVERIFY(pump.story().size() > before);
    const Occurrence &alarm = pump.last();
    QCOMPARE(alarm.definition.source, (SensorKey{"a", ""}));
    QCOMPARE(alarm.why.detector, kind.toStdString());
    QCOMPARE(alarm.why.channels.size(), std::size_t(3));
    const Explanation::Channel &leading = alarm.why.channels[0];
    QCOMPARE(leading.sensor, std::string("y"));
    QVERIFY(leading.share > 1.0 / 3.0);
    QVERIFY2(leading.actual > 25.0 && leading.actual < 35.0, qPrintable(QString::number(leading.actual)));
    QVERIFY2(leading.expected < leading.actual - 10.0, qPrintable(QString::number(leading.expected)));
}

QTEST_APPLESS_MAIN(TestEngineAssets)
#include "tst_engine_assets.moc"
