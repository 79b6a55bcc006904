// SPDX-License-Identifier: GPL-3.0-or-later
// Changing how a sensor or an asset is judged while everything runs.
#include "core/detect/trained/train.h"
#include "tests/core/pipeline/scripted_detector.h"

#include <QtTest>
#include <cmath>

using namespace telltale;
using namespace telltale::pipeline;
using namespace telltale::test;

namespace {

const Actor kEngineer{"operator A", "desk 1", "a"};

/// One asset "a" with x and y, each judged by a band of 0 ± 3.
struct Plant : EngineRun {
    explicit Plant(config::Plant plant = bandPlant({"a"}), ModelSource models = {}, DetectorMaker maker = detect::makeDetector)
        : EngineRun(std::move(plant), 1, {}, std::move(maker), {}, std::move(models))
    {
        step({feedHealth(FeedState::Live)});
    }

    void report(double x, double y)
    {
        t += 1.0;
        step({rowOf("a", t, {{"x", x}, {"y", y}})});
    }
    void reportQuietly(int rows)
    {
        for (int i = 0; i < rows; ++i)
            report(std::sin(t * 2.4), std::cos(t * 2.4));
    }
    CommandEcho configure(const SensorKey &source, DetectorSpec spec, const std::string &reason = "quieter")
    {
        engine.command({.id = 7, .actor = kEngineer, .what = command::ConfigureDetector{source, std::move(spec), reason}}, second(t),
                       output);
        return output.echoes.back();
    }
    const SensorSpec &sensor(std::size_t id) { return engine.directory().structure().sensors[id]; }
    const AssetSpec &asset() { return engine.directory().structure().assets[0]; }

    double t = 0.0;
};

DetectorSpec band(double k)
{
    return {"band", {{"k", k}, {"mean", 0.0}, {"sd", 1.0}}, {}, false};
}

/// k-means of x and y, as trained from quiet rows.
TrainedModel modelOfTwo()
{
    RowTable rows;
    rows.sensors = {"x", "y"};
    for (int i = 0; i < 200; ++i) {
        rows.times.push_back(second(i));
        rows.values.insert(rows.values.end(), {std::sin(i * 2.4), std::cos(i * 2.4)});
    }
    return *detect::train({"kmeans", {{"threshold", 4.0}}, {}, false}, rows, {});
}

} // namespace

class TestEngineConfigure : public QObject {
    Q_OBJECT

private slots:
    void anotherDetectorJudgesFromTheNextRowOn();
    void everyChangeIsANewVersionWithWhoAndWhy();
    void theNewDetectorLearnsFromTheRowsThatAreThere();
    void anAlarmThatIsOpenEndsWhenTheNewDetectorFindsNothing();
    void backToThePlantFile();
    void switchedOffMeansNoDecision();
    void anOpenAlarmEndsWithItsDetector();
    void aFaultThatRunsAlertsTheNewDetector();
    void anAssetGetsADetectorForAllItsSensors();
    void anAssetsDetectorCanBeSwitchedOff();
    void anAssetSwitchedOffAndOnAlarmsAgain();
    void aSensorThatTheModelDoesNotUseMayDie();
    void rowsThatTheModelWasMadeFromAreNotShownAgain();
    void rowsThatAModelLacksAColumnOfAreCounted();
    void refusals_data();
    void refusals();
    void aRefusalChangesNothing();
    void aModelThatCannotBeLoadedIsNoDecisionAndSaysWhy();
    void overridesOfAFormerRunApplyFromTheStart();
    void anAlarmKeepsTheStretchThatWasMostSimilar();
};

void TestEngineConfigure::anotherDetectorJudgesFromTheNextRowOn()
{
    Plant plant;
    plant.report(0.0, 0.0);
    QVERIFY(plant.configure({"a", "x"}, band(10.0)).accepted);
    plant.report(5.0, 0.0);
    QVERIFY(plant.story().empty());
    plant.report(11.0, 5.0);
    QCOMPARE(plant.story(), (std::vector<std::string>{"RAISE a x", "RAISE a y"}));
    for (const auto &raise : plant.output.transitions) {
        QCOMPARE(raise.occurrence.definition.version, 2U); // of the configuration, also where this sensor's part of it did not change
        QCOMPARE(raise.occurrence.why.definitionVersion, 2U);
    }
}

void TestEngineConfigure::everyChangeIsANewVersionWithWhoAndWhy()
{
    Plant plant;
    plant.report(0.0, 0.0);
    QCOMPARE(plant.engine.directory().structure().configurationVersion, 1U);
    QVERIFY(plant.engine.directory().structure().overridden.empty());
    QVERIFY(plant.configure({"a", "x"}, band(10.0), "too many alarms in the night").accepted);
    QVERIFY(plant.configure({"a", "y"}, band(9.0)).accepted);
    QCOMPARE(plant.engine.directory().structure().configurationVersion, 3U);
    QCOMPARE(plant.engine.directory().structure().overridden, (std::vector<SensorKey>{{"a", "x"}, {"a", "y"}}));
    QCOMPARE(plant.sensor(0).judge, band(10.0));
    QCOMPARE(plant.output.definitions.size(), 2U);
    QCOMPARE(plant.output.definitions[0].name, std::string("detectors"));
    QCOMPARE(plant.output.definitions[0].reason, std::string("too many alarms in the night"));
    QCOMPARE(plant.output.definitions[0].by.operatorName, std::string("operator A"));
    QVERIFY(plant.output.definitions[1].content.find("k = 9") != std::string::npos);
    QVERIFY(plant.output.definitions[1].content.find("k = 10") != std::string::npos);
    QVERIFY(plant.output.audits[0].detail.find("configuration version 2") != std::string::npos);
}

void TestEngineConfigure::theNewDetectorLearnsFromTheRowsThatAreThere()
{
    Plant plant;
    plant.reportQuietly(300);
    QVERIFY(plant.configure({"a", "x"}, {"band", {{"k", 3.0}, {"warmUp", 200.0}}, {}, false}).accepted);
    plant.report(100.0, 0.0);
    QCOMPARE(plant.story(), std::vector<std::string>{"RAISE a x"});
}

void TestEngineConfigure::anAlarmThatIsOpenEndsWhenTheNewDetectorFindsNothing()
{
    Plant plant;
    plant.report(5.0, 0.0);
    QCOMPARE(plant.story(), std::vector<std::string>{"RAISE a x"});
    QVERIFY(plant.configure({"a", "x"}, band(10.0)).accepted);
    for (int i = 0; i < 10; ++i)
        plant.report(5.0, 0.0);
    QCOMPARE(plant.story(), (std::vector<std::string>{"RAISE a x", "CLEAR a x"}));
}

void TestEngineConfigure::backToThePlantFile()
{
    Plant plant;
    plant.report(0.0, 0.0);
    QVERIFY(plant.configure({"a", "x"}, band(10.0)).accepted);
    QVERIFY(plant.configure({"a", "x"}, {}).accepted);
    QCOMPARE(plant.sensor(0).judge, band(3.0));
    QVERIFY(plant.engine.directory().overrides().empty());
    plant.report(5.0, 0.0);
    QCOMPARE(plant.story(), std::vector<std::string>{"RAISE a x"});
    QCOMPARE(plant.output.transitions[0].occurrence.definition.version, 3U);
}

void TestEngineConfigure::switchedOffMeansNoDecision()
{
    Plant plant;
    plant.report(0.0, 0.0);
    QVERIFY(plant.configure({"a", "x"}, {std::string(kNoDetector), {}, {}, false}).accepted);
    plant.report(500.0, 0.0);
    QVERIFY(plant.story().empty());
    QCOMPARE(plant.engine.lanes()[0]->state.verdict, Verdict::NoDecision);
    QVERIFY(plant.sensor(0).detector.empty());
}

void TestEngineConfigure::anOpenAlarmEndsWithItsDetector()
{
    Plant plant;
    plant.report(5.0, 0.0);
    QVERIFY(plant.configure({"a", "x"}, {std::string(kNoDetector), {}, {}, false}).accepted);
    QCOMPARE(plant.story(), (std::vector<std::string>{"RAISE a x", "CONFIG_CHANGED a x"}));
    QCOMPARE(plant.output.transitions.back().event.actor.operatorName, std::string("operator A"));
    QVERIFY(plant.sensor(0).judgeProblem.empty());
    QVERIFY(plant.configure({"a", "x"}, band(3.0)).accepted);
    plant.report(5.0, 0.0);
    QCOMPARE(plant.story().back(), std::string("RAISE a x"));
}

/// The case one tunes for: the fault is there, no alarm is, and the detector is replaced.
void TestEngineConfigure::aFaultThatRunsAlertsTheNewDetector()
{
    Plant plant;
    plant.reportQuietly(600);
    for (int i = 0; i < 3; ++i)
        plant.report(2.1, 0.0);
    const DetectorSpec wanted{"band", {{"k", 2.0}, {"mean", 0.0}, {"sd", 1.0}}, {"control"}, true};
    QVERIFY(plant.configure({"a", "x"}, wanted).accepted);
    plant.report(2.1, 0.0);
    QCOMPARE(plant.story(), std::vector<std::string>{"RAISE a x"});
}

void TestEngineConfigure::anAssetGetsADetectorForAllItsSensors()
{
    Plant plant;
    plant.reportQuietly(300);
    QVERIFY(plant.asset().detector.empty());
    QVERIFY(plant.configure({"a", {}}, {"kmeans", {{"warmUp", 100.0}, {"threshold", 4.0}}, {}, false}).accepted);
    QCOMPARE(plant.asset().detector, std::string("kmeans"));
    // Neither value is strange by itself; together they are.
    plant.report(2.9, 2.9);
    plant.report(2.9, 2.9);
    plant.report(2.9, 2.9);
    plant.report(2.9, 2.9);
    QVERIFY(!plant.story().empty());
    QCOMPARE(plant.story()[0], std::string("RAISE a"));
    QCOMPARE(plant.output.transitions[0].occurrence.definition.version, 2U);
}

void TestEngineConfigure::anAssetsDetectorCanBeSwitchedOff()
{
    Plant plant;
    plant.reportQuietly(300);
    QVERIFY(plant.configure({"a", {}}, {"kmeans", {{"warmUp", 100.0}, {"threshold", 4.0}}, {}, false}).accepted);
    plant.report(2.9, 2.9);
    QVERIFY(plant.configure({"a", {}}, {std::string(kNoDetector), {}, {}, false}).accepted);
    QVERIFY(plant.asset().detector.empty());
    plant.report(2.9, 2.9);
    const auto &open = plant.engine.book().openAlarms();
    QVERIFY(std::none_of(open.begin(), open.end(), [](const Occurrence &each) { return each.condition == Condition::Active; }));
}

void TestEngineConfigure::anAssetSwitchedOffAndOnAlarmsAgain()
{
    Plant plant;
    plant.reportQuietly(300);
    const DetectorSpec together{"kmeans", {{"warmUp", 100.0}, {"threshold", 4.0}}, {}, false};
    QVERIFY(plant.configure({"a", {}}, together).accepted);
    for (int i = 0; i < 5; ++i)
        plant.report(2.9, 2.9);
    QVERIFY(plant.configure({"a", {}}, {std::string(kNoDetector), {}, {}, false}).accepted);
    QVERIFY(plant.configure({"a", {}}, together).accepted);
    for (int i = 0; i < 5; ++i)
        plant.report(2.9, 2.9);
    const std::vector<std::string> story = plant.story();
    QCOMPARE(std::count(story.begin(), story.end(), "RAISE a"), 2);
}

void TestEngineConfigure::aSensorThatTheModelDoesNotUseMayDie()
{
    const auto model = std::make_shared<const TrainedModel>(modelOfTwo());
    Plant plant(bandPlant({"a"}), [model](const std::string &) -> Result<TrainedModelPtr> { return model; });
    const auto report = [&](double value, double z) {
        plant.t += 1.0;
        plant.step({rowOf("a", plant.t, {{"x", value}, {"y", value}, {"z", z}})});
    };
    report(0.0, 0.0);
    QVERIFY(plant.configure({"a", {}}, {"kmeans", {}, {}, false, "two.model"}).accepted);
    for (int i = 0; i < 20; ++i)
        report(2.9, kMissing);
    QCOMPARE(plant.story(), std::vector<std::string>{"RAISE a"});
}

void TestEngineConfigure::rowsThatTheModelWasMadeFromAreNotShownAgain()
{
    TrainedModel model;
    model.training.last = second(100);
    const auto kept = std::make_shared<const TrainedModel>(model);
    std::vector<ShownRow> shown;
    Plant plant(
        bandPlant({"a"}), [kept](const std::string &) -> Result<TrainedModelPtr> { return kept; }, scriptedMaker(0, &shown));
    plant.reportQuietly(130);
    QVERIFY(plant.configure({"a", "x"}, {"scripted", {}, {}, false, "some.model"}).accepted);
    QCOMPARE(shown.size(), 30U);
    QCOMPARE(shown.front().t, second(101));
}

void TestEngineConfigure::rowsThatAModelLacksAColumnOfAreCounted()
{
    const auto model = std::make_shared<const TrainedModel>(modelOfTwo());
    Plant plant(bandPlant({"a"}), [model](const std::string &) -> Result<TrainedModelPtr> { return model; });
    plant.report(0.0, 0.0);
    QVERIFY(plant.configure({"a", {}}, {"kmeans", {}, {}, false, "two.model"}).accepted);
    plant.report(0.5, 0.5);
    const auto state = [&]() -> const AssetState & { return plant.engine.assets()[0]->state; };
    QCOMPARE(state().verdict, Verdict::Normal);
    const std::uint64_t before = state().undecided;
    for (int i = 0; i < 6; ++i)
        plant.report(0.5, kMissing);
    QCOMPARE(state().verdict, Verdict::NoDecision);
    QCOMPARE(state().undecided - before, 6U);
    plant.report(2.9, 2.9);
    QCOMPARE(plant.story(), std::vector<std::string>{"RAISE a"});
}

void TestEngineConfigure::refusals_data()
{
    QTest::addColumn<QString>("sensor");
    QTest::addColumn<DetectorSpec>("spec");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("problem");
    const QString why = QStringLiteral("why");
    QTest::newRow("no reason") << "x" << band(4.0) << QString() << "say why";
    QTest::newRow("no such sensor") << "z" << band(4.0) << why << "a · z: no such sensor";
    QTest::newRow("no such kind") << "x" << DetectorSpec{"guess", {}, {}, false} << why << "kind: no detector of the kind";
    QTest::newRow("out of range") << "x" << DetectorSpec{"band", {{"k", -1.0}}, {}, false} << why << "k: expected 0.1 to 1000, not -1";
    QTest::newRow("a whole asset's") << "x" << DetectorSpec{"kmeans", {}, {}, false} << why << "kmeans: judges all sensors of an asset";
    QTest::newRow("one sensor's") << "" << band(4.0) << why << "band: judges one sensor, not an asset";
    QTest::newRow("needs a model") << "" << DetectorSpec{"logistic", {}, {}, false} << why << "model: learns from labelled rows";
    QTest::newRow("no such model") << "" << DetectorSpec{"kmeans", {}, {}, false, "nowhere.model"} << why
                                   << "nowhere.model: no model files";
}

void TestEngineConfigure::refusals()
{
    QFETCH(QString, sensor);
    QFETCH(DetectorSpec, spec);
    QFETCH(QString, reason);
    QFETCH(QString, problem);
    Plant plant;
    plant.report(0.0, 0.0);
    const CommandEcho echo = plant.configure({"a", sensor.toStdString()}, spec, reason.toStdString());
    QVERIFY(!echo.accepted);
    QVERIFY2(QString::fromStdString(echo.reason).startsWith(problem), echo.reason.c_str());
}

void TestEngineConfigure::aRefusalChangesNothing()
{
    Plant plant;
    plant.report(0.0, 0.0);
    QVERIFY(!plant.configure({"a", "x"}, {"band", {{"k", -1.0}}, {}, false}).accepted);
    QCOMPARE(plant.engine.directory().structure().configurationVersion, 1U);
    QVERIFY(plant.output.definitions.empty());
    plant.report(5.0, 0.0);
    QCOMPARE(plant.story(), std::vector<std::string>{"RAISE a x"});
}

void TestEngineConfigure::aModelThatCannotBeLoadedIsNoDecisionAndSaysWhy()
{
    config::Plant described = bandPlant({"a"});
    described.assets[0].detector = DetectorSpec{"band", {}, {}, false, "gone.model"};
    Plant plant(described);
    plant.report(500.0, 0.0);
    QVERIFY(plant.story().empty());
    QCOMPARE(plant.engine.lanes()[0]->state.verdict, Verdict::NoDecision);
    QCOMPARE(plant.sensor(0).judgeProblem, std::string("gone.model: no model files here"));
    QVERIFY(plant.configure({"a", "x"}, band(3.0)).accepted);
    QVERIFY(plant.sensor(0).judgeProblem.empty());
}

void TestEngineConfigure::overridesOfAFormerRunApplyFromTheStart()
{
    config::Plant described = bandPlant({"a"});
    described.overrides[{"a", "x"}] = band(10.0);
    described.version = 5;
    Plant plant(described);
    plant.report(5.0, 5.0);
    QCOMPARE(plant.story(), std::vector<std::string>{"RAISE a y"});
    QCOMPARE(plant.output.transitions[0].occurrence.definition.version, 5U);
    QCOMPARE(plant.engine.directory().structure().configurationVersion, 5U);
}

void TestEngineConfigure::anAlarmKeepsTheStretchThatWasMostSimilar()
{
    Plant plant;
    plant.report(0.0, 0.0);
    QVERIFY(plant.configure({"a", "x"}, {"shingle_knn", {{"warmUp", 100.0}, {"d", 4.0}}, {}, false}).accepted);
    for (int i = 0; i < 400; ++i)
        plant.report(i % 8, 0.0);
    QVERIFY(plant.story().empty());
    plant.report(0.0, 0.0);
    plant.report(1.0, 0.0);
    plant.report(40.0, 0.0);
    QCOMPARE(plant.story(), std::vector<std::string>{"RAISE a x"});
    const Explanation &why = plant.output.transitions[0].occurrence.why;
    QCOMPARE(why.actualStretch, (std::vector<double>{7.0, 0.0, 1.0, 40.0}));
    QCOMPARE(why.nearestStretch.size(), 4U);
    for (std::size_t i = 1; i < 4; ++i)
        QCOMPARE(std::fmod(why.nearestStretch[i] - why.nearestStretch[i - 1] + 8.0, 8.0), 1.0); // a stretch that really was there
}

QTEST_APPLESS_MAIN(TestEngineConfigure)
#include "tst_engine_configure.moc"
