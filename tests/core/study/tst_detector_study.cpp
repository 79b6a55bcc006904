// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/detector_study.h"

#include "core/detect/trained/train.h"
#include "tests/support/item_builders.h"

#include <QtTest>
#include <cmath>
#include <random>

using namespace telltale;
using namespace telltale::study;
using namespace telltale::test;

namespace {

DetectorSpec band(double k)
{
    return {"band", {{"k", k}, {"mean", 0.0}, {"sd", 1.0}}, {}, false};
}

AlarmDefinition afterReadings(int count)
{
    AlarmDefinition alarm;
    alarm.raise.kind = PersistenceRule::Kind::Consecutive;
    alarm.raise.count = count;
    return alarm;
}

/// A reading a second of one sensor.
StudyRows rowsOf(const std::vector<double> &values)
{
    StudyRows rows;
    rows.channels = {{.sensor = "x", .unit = "bar", .low = kMissing, .high = kMissing, .period = std::chrono::seconds{1}}};
    rows.table.sensors = {"x"};
    rows.table.values = values;
    rows.quality.assign(values.size(), Quality::Good);
    rows.gapBefore.assign(values.size(), 0);
    rows.period = std::chrono::seconds{1};
    for (std::size_t i = 0; i < values.size(); ++i)
        rows.table.times.push_back(second(double(i)));
    return rows;
}

Study studied(const StudyRows &rows, double from, const std::vector<Candidate> &candidates, const AlarmDefinition &alarm = afterReadings(1))
{
    auto study = studyDetectors(rows, second(from), candidates, alarm, "a · x");
    return study ? std::move(*study) : Study{};
}

/// What a sensor of a troubled plant says: bursts, missing values, bad quality, rows that come late, and a pause.
std::vector<pipeline::IntakeItem> troubledSensor()
{
    std::mt19937_64 random(4711);
    std::normal_distribution<double> noise;
    std::vector<pipeline::IntakeItem> items{feedHealth(FeedState::Live, ClockKind::Simulated)};
    for (int t = 0; t < 3000; ++t) {
        const auto dice = random() % 60;
        const double burst = (t / 25) % 9 == 4 ? 4.0 : 0.0;
        if (t > 1500 && t < 1560)
            continue;
        items.push_back(
            row("a", "x", dice == 1 ? t - 7.0 : t, dice == 0 ? kMissing : noise(random) + burst, dice == 2 ? Quality::Bad : Quality::Good));
    }
    return items;
}

} // namespace

class TestDetectorStudy : public QObject {
    Q_OBJECT
private slots:
    void raisesWhenTheEngineRaised_data();
    void raisesWhenTheEngineRaised();
    void rowsBeforeTheRangeOnlyWarmUp();
    void aConditionFromBeforeTheRangeIsNoRaise();
    void whatCannotBeBuiltSaysWhyAndTheOthersGoOn();
    void twinsAreRunOnceAndShownTwice();
    void undecidedRowsAreNeitherNormalNorAnomalous();
    void rowsThatAModelRemembersAreNotJudged();
    void sensorsThatAModelIgnoresFreezeNothing();
    void noDetectorNeverFires();
    void stopsWhenAsked();
    void anAlarmWithoutConditionIsMissed();
    void aWarmUpFillsTheMemory();
};

void TestDetectorStudy::raisesWhenTheEngineRaised_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("readings");
    QTest::addColumn<std::size_t>("least"); // raises without which the test would show nothing
    QTest::newRow("band at once") << "band" << 1 << std::size_t{10};
    QTest::newRow("band after five readings") << "band" << 5 << std::size_t{3};
    QTest::newRow("ensemble with alert control") << "shingle_ensemble" << 2 << std::size_t{1};
}

void TestDetectorStudy::raisesWhenTheEngineRaised()
{
    QFETCH(QString, kind);
    QFETCH(int, readings);
    QFETCH(std::size_t, least);
    const DetectorSpec detector = kind == "band" ? band(3.0) : DetectorSpec{kind.toStdString(), {{"warmUp", 300.0}}, {}, false};
    config::Plant plant = bandPlant({"a"}, readings);
    plant.assets[0].detector = detector;
    EngineRun run(plant);
    run.step(troubledSensor());
    std::vector<store::SaveChunk> chunks = run.output.chunks;
    std::vector<store::SaveChunk> late;
    for (store::SaveChunk &tail : run.engine.changedTails(late))
        chunks.push_back(std::move(tail));
    StoredColumn column{{.sensor = "x", .unit = "bar", .low = kMissing, .high = kMissing, .period = std::chrono::seconds{1}}, {}};
    for (const store::SaveChunk &each : chunks)
        column.chunks.push_back(each.chunk);

    const Study study =
        studied(alignRows({column}, second(-10), second(4000)), -10, {{"same", detector, nullptr}}, afterReadings(readings));
    std::vector<UtcTime> raised;
    std::vector<UtcTime> cleared;
    for (const auto &each : run.output.transitions) {
        if (each.event.kind == AlarmEventKind::Raise)
            raised.push_back(each.event.sourceTime);
        if (each.event.kind == AlarmEventKind::Clear)
            cleared.push_back(each.event.sourceTime);
    }
    std::vector<UtcTime> wouldRaise;
    std::vector<UtcTime> wouldClear;
    for (const Episode &episode : study.candidates.at(0).episodes) {
        wouldRaise.push_back(episode.raised);
        if (episode.cleared != kNoTime)
            wouldClear.push_back(episode.cleared);
    }
    QVERIFY2(raised.size() >= least, qPrintable(QString::number(raised.size())));
    QCOMPARE(wouldRaise, raised);
    QCOMPARE(wouldClear, cleared);
}

void TestDetectorStudy::rowsBeforeTheRangeOnlyWarmUp()
{
    std::vector<double> values(100, 0.0);
    values[20] = values[60] = 9.0;
    const Study study = studied(rowsOf(values), 50, {{"band", band(3.0), nullptr}});
    const CandidateStudy &only = study.candidates.at(0);
    QCOMPARE(study.times.size(), std::size_t{50});
    QCOMPARE(study.warmUpRows, std::size_t{50});
    QCOMPARE(only.values.size(), std::size_t{50});
    QCOMPARE(only.anomalous, std::size_t{1});
    QCOMPARE(only.raises(study.from), std::size_t{1});
    QCOMPARE(only.episodes.front().raised, second(60));
    QCOMPARE(only.limit, 3.0);
    QCOMPARE(only.ratios[10], 3.0F);
}

void TestDetectorStudy::aConditionFromBeforeTheRangeIsNoRaise()
{
    std::vector<double> values(100, 0.0);
    std::fill(values.begin() + 40, values.begin() + 60, 9.0);
    const Study study = studied(rowsOf(values), 50, {{"band", band(3.0), nullptr}});
    QCOMPARE(study.candidates[0].raises(study.from), std::size_t{0});
    QCOMPARE(study.candidates[0].episodes.size(), std::size_t{1}); // it still held
}

void TestDetectorStudy::whatCannotBeBuiltSaysWhyAndTheOthersGoOn()
{
    const Study study = studied(rowsOf(std::vector<double>(50, 0.0)), 0,
                                {{"wrong", {"band", {{"k", -1.0}}, {}, false}, nullptr}, {"right", band(3.0), nullptr}});
    QVERIFY(study.candidates.at(0).problem.find('k') != std::string::npos);
    QVERIFY(study.candidates[0].values.empty());
    QVERIFY(study.candidates.at(1).problem.empty());
    QCOMPARE(study.candidates[1].values.size(), std::size_t{50});
}

void TestDetectorStudy::twinsAreRunOnceAndShownTwice()
{
    std::vector<double> values(100, 0.0);
    values[60] = 9.0;
    std::vector<double> shares;
    const auto study = studyDetectors(rowsOf(values), second(50),
                                      {{"present", band(3.0), nullptr}, {"other", band(9.5), nullptr}, {"candidate", band(3.0), nullptr}},
                                      afterReadings(1), "x", [&](double share) { return shares.push_back(share), true; });
    QVERIFY(study);
    QCOMPARE(shares.size(), std::size_t{2}); // asked once a run
    QCOMPARE(study->candidates.at(2).name, std::string("candidate"));
    QCOMPARE(study->candidates[2].anomalous, std::size_t{1});
    QCOMPARE(study->candidates[1].anomalous, std::size_t{0});
    QVERIFY(study->candidates[2].values == study->candidates[0].values);
}

void TestDetectorStudy::undecidedRowsAreNeitherNormalNorAnomalous()
{
    std::vector<double> values(50, 0.0);
    values[10] = kMissing;
    const Study study = studied(rowsOf(values), 0, {{"band", band(3.0), nullptr}});
    QCOMPARE(study.candidates[0].undecided, std::size_t{1});
    QVERIFY(std::isnan(study.candidates[0].values[10]));
    QCOMPARE(study.candidates[0].verdicts[10], Verdict::NoDecision);
}

void TestDetectorStudy::rowsThatAModelRemembersAreNotJudged()
{
    std::vector<double> values(400, 0.0);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = 0.1 * double(i % 5);
    const StudyRows rows = rowsOf(values);
    RowTable first{{"x"}, {rows.table.times.begin(), rows.table.times.begin() + 300}, {values.begin(), values.begin() + 300}, {}};
    const DetectorSpec learning{"band", {{"warmUp", 50.0}}, {}, false};
    const auto model = detect::train(learning, first, {});
    QVERIFY2(model.ok(), model ? "" : model.error().text().c_str());
    const auto shared = std::make_shared<const TrainedModel>(*model);
    const Study study = studied(rows, 200, {{"champion", learning, nullptr}, {"challenger", learning, shared}});
    QCOMPARE(study.candidates.at(0).learned, std::size_t{0});
    QCOMPARE(study.candidates[0].undecided, std::size_t{0});
    const CandidateStudy &challenger = study.candidates.at(1);
    QCOMPARE(challenger.learned, std::size_t{100});
    QCOMPARE(challenger.undecided, std::size_t{100});
    QCOMPARE(challenger.verdicts[99], Verdict::NoDecision);
    QCOMPARE(challenger.verdicts[100], Verdict::Normal);
}

void TestDetectorStudy::sensorsThatAModelIgnoresFreezeNothing()
{
    StudyRows rows;
    rows.period = std::chrono::seconds{1};
    for (const char *sensor : {"x", "y", "ignored"}) {
        rows.channels.push_back({.sensor = sensor, .unit = "", .low = kMissing, .high = kMissing, .period = rows.period});
        rows.table.sensors.emplace_back(sensor);
    }
    RowTable learned{{"x", "y"}, {}, {}, {}};
    for (int i = 0; i < 200; ++i) {
        const double wave = std::sin(i / 5.0);
        const double far = i >= 150 && i < 160 ? 50.0 : 0.0;
        rows.table.times.push_back(second(i));
        rows.table.values.insert(rows.table.values.end(), {wave + far, 0.5 * wave, i % 2 == 0 ? kMissing : 1.0});
        rows.quality.insert(rows.quality.end(), {Quality::Good, Quality::Good, i % 3 == 0 ? Quality::Bad : Quality::Good});
        rows.gapBefore.push_back(0);
        if (i < 100) {
            learned.times.push_back(second(i - 1000));
            learned.values.insert(learned.values.end(), {wave, 0.5 * wave});
        }
    }
    const DetectorSpec kmeans{"kmeans", {}, {}, false};
    const auto model = detect::train(kmeans, learned, {});
    QVERIFY2(model.ok(), model ? "" : model.error().text().c_str());
    const Study study = studied(rows, 100, {{"kmeans", kmeans, std::make_shared<const TrainedModel>(*model)}}, afterReadings(5));
    QCOMPARE(study.candidates.at(0).undecided, std::size_t{0});
    QCOMPARE(study.candidates[0].raises(study.from), std::size_t{1});
    const UtcTime raised = study.candidates[0].episodes.back().raised;
    QVERIFY(raised > second(150) && raised < second(160));
}

void TestDetectorStudy::noDetectorNeverFires()
{
    const Study study =
        studied(rowsOf(std::vector<double>(50, 9.0)), 0, {{"off", {"none", {}, {}, false}, nullptr}, {"unjudged", {}, nullptr}});
    for (const CandidateStudy &each : study.candidates) {
        QCOMPARE(each.problem, std::string());
        QCOMPARE(each.undecided, std::size_t{50});
        QVERIFY(each.episodes.empty());
    }
}

void TestDetectorStudy::stopsWhenAsked()
{
    const auto study = studyDetectors(rowsOf(std::vector<double>(5000, 0.0)), second(0), {{"band", band(3.0), nullptr}}, {}, "x",
                                      [](double share) { return share < 0.5; });
    QVERIFY(!study);
    QCOMPARE(study.error().kind, ErrorKind::Cancelled);
}

void TestDetectorStudy::anAlarmWithoutConditionIsMissed()
{
    CandidateStudy candidate;
    candidate.episodes = {{second(10), second(12), second(20)}, {second(80), second(82), kNoTime}};
    const std::vector<RealAlarm> alarms{{12, second(15), second(30)}, {14, second(40), second(50)}, {14, second(60), second(61)},
                                        {15, second(90), kNoTime},    {16, second(70), kNoTime},    {17, second(1), second(9)}};
    QCOMPARE(missedAlarms(alarms, candidate), (std::vector<OccurrenceId>{14, 17}));
}

void TestDetectorStudy::aWarmUpFillsTheMemory()
{
    QCOMPARE(warmUpRows(band(3.0)), std::size_t{4096});
    QCOMPARE(warmUpRows({"band", {{"warmUp", 9000.0}}, {}, false}), std::size_t{9000});
    QCOMPARE(warmUpRows({"no such kind", {}, {}, false}), std::size_t{4096});
}

QTEST_APPLESS_MAIN(TestDetectorStudy)
#include "tst_detector_study.moc"
