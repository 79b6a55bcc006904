// SPDX-License-Identifier: GPL-3.0-or-later
// Learning: what is refused, what is left out, what the record says, and how it is stopped.
#include "core/detect/t2_residual_detector.h"
#include "tests/core/detect/trained/work_table.h"

#include <QtTest>

#include <cmath>

using namespace telltale;
using namespace telltale::detect;
using test::workTable;

class TestDetectorTraining : public QObject {
    Q_OBJECT
private slots:
    void trainsItselfOnItsFirstRows();
    void rowsThatTeachNothingAreDropped();
    void rowsThatGiveNoLimitAreDropped();
    void settingsThatItCouldNotTeachItselfAreRefused();
    void seedingCanBeStopped();
    void labelsCannotBeLearnedWithoutAModel();
    void trainingSaysWhatIsWrong_data();
    void trainingSaysWhatIsWrong();
    void rowsWithMissingValuesAreLeftOutAndCounted();
    void aBandIsFittedToAllRowsOfItsModel();
    void residualsAreFittedToAllRowsOfTheirModel();
    void stagesBehindAFittedBandAreReadyAtOnce();
    void theRecordSaysWhichRowsWereKept();
    void moreRememberedRowsThanThereMayBeAreRefused();
    void trainingCanBeStopped_data() { test::addTrainedKinds(); }
    void trainingCanBeStopped();
};

void TestDetectorTraining::trainsItselfOnItsFirstRows()
{
    const RowTable table = workTable(120);
    const auto detector = makeDetector({"kmeans", {{"warmUp", 100.0}}, {}, false}, test::channelsOf(table), "asset");
    QVERIFY(detector.ok());
    for (std::size_t i = 0; i < 100; ++i) {
        QCOMPARE((*detector)->warmUp(), static_cast<double>(i) / 100.0);
        QCOMPARE(test::showRow(**detector, i, table.row(i)).verdict, Verdict::NoDecision);
    }
    QCOMPARE((*detector)->warmUp(), 1.0);
    const auto trained = test::trainedOn({"kmeans", {}, {}, false}, workTable(100));
    for (std::size_t i = 100; i < 120; ++i)
        QVERIFY(test::sameBits(test::showRow(**detector, i, table.row(i)), test::showRow(*trained, i, table.row(i))));
}

void TestDetectorTraining::rowsThatTeachNothingAreDropped()
{
    const auto detector = makeDetector({"kmeans", {{"warmUp", 20.0}}, {}, false}, test::channelsNamed({"a", "b"}), "asset");
    const std::vector<double> still{1.0, 2.0};
    for (std::size_t i = 0; i < 20; ++i)
        QCOMPARE(test::showRow(**detector, i, still).verdict, Verdict::NoDecision);
    QCOMPARE((*detector)->warmUp(), 0.0);
    for (std::size_t i = 20; i < 40; ++i)
        (void)test::showRow(**detector, i, std::vector{double(i), 2.0});
    QCOMPARE((*detector)->warmUp(), 1.0);
    QCOMPARE(test::showRow(**detector, 40, std::vector{1000.0, 2.0}).verdict, Verdict::Anomalous);
}

void TestDetectorTraining::rowsThatGiveNoLimitAreDropped()
{
    const auto detector =
        makeDetector({"kmeans", {{"warmUp", 100.0}, {"zScore", false}}, {}, false}, test::channelsNamed({"a", "b"}), "asset");
    QVERIFY(detector.ok());
    const RowTable table = workTable(200);
    for (std::size_t i = 0; i < 100; ++i) {
        const std::vector<double> absurd(2, 9.9e99);
        QCOMPARE(test::showRow(**detector, i, i % 20 == 0 ? absurd : table.row(i)).verdict, Verdict::NoDecision);
    }
    QCOMPARE((*detector)->warmUp(), 0.0);
    for (std::size_t i = 100; i < 200; ++i)
        QCOMPARE(test::showRow(**detector, i, table.row(i)).verdict, Verdict::NoDecision);
    QCOMPARE((*detector)->warmUp(), 1.0);
    QCOMPARE(test::showRow(**detector, 200, std::vector{1e6, 500.0}).verdict, Verdict::Anomalous);
}

void TestDetectorTraining::settingsThatItCouldNotTeachItselfAreRefused()
{
    const auto problemWith = [](std::map<std::string, ParamValue> params) {
        const auto detector = makeDetector({"kmeans", std::move(params), {}, false}, test::channelsNamed({"a", "b"}), "asset");
        return detector.ok() ? std::string() : detector.error().text();
    };
    QCOMPARE(problemWith({{"clusters", 21.0}, {"warmUp", 20.0}}), std::string("clusters: more clusters than rows (20)"));
    QCOMPARE(problemWith({{"clusters", 20.0}, {"warmUp", 20.0}}), std::string());
    QCOMPARE(problemWith({{"clusters", 1.0}, {"warmUp", 20000.0}}), std::string());
    QVERIFY(problemWith({{"clusters", 256.0}, {"warmUp", 20000.0}}).starts_with("clusters: 20000 rows times 256 clusters"));
}

void TestDetectorTraining::seedingCanBeStopped()
{
    int asked = 0;
    const auto model = train({"kmeans", {{"clusters", 200.0}}, {}, false}, workTable(400), {}, [&](double) { return ++asked < 150; });
    QVERIFY(!model.ok());
    QCOMPARE(model.error().kind, ErrorKind::Cancelled);
    QCOMPARE(asked, 150);
}

void TestDetectorTraining::labelsCannotBeLearnedWithoutAModel()
{
    for (const char *kind : {"logistic", "knn_vote"}) {
        const auto detector = makeDetector({kind, {}, {}, false}, test::channelsNamed({"a"}), "asset");
        QVERIFY(!detector.ok());
        QCOMPARE(detector.error().kind, ErrorKind::NotFound);
    }
}

void TestDetectorTraining::trainingSaysWhatIsWrong_data()
{
    QTest::addColumn<DetectorSpec>("spec");
    QTest::addColumn<RowTable>("table");
    QTest::addColumn<std::string>("problem");
    const auto spec = [](const std::string &kind, std::map<std::string, ParamValue> params = {}) {
        return DetectorSpec{kind, std::move(params), {}, false};
    };
    RowTable oneClass = workTable();
    oneClass.anomalous.assign(oneClass.rows(), 0);
    RowTable otherClass = workTable();
    otherClass.anomalous.assign(otherClass.rows(), 1);
    RowTable unlabelled = workTable();
    unlabelled.anomalous.clear();
    const std::vector<double> nothing(20, kMissing);
    QTest::newRow("kind") << spec("guess") << workTable() << std::string("kind: no detector of the kind \"guess\"");
    QTest::newRow("zero rows") << spec("kmeans") << test::tableOf(2, {}) << std::string("a: the column has no usable value in any row");
    QTest::newRow("one row") << spec("kmeans") << test::tableOf(2, {1, 2}) << std::string("expected at least 2 complete rows, found 1");
    QTest::newRow("all NaN") << spec("kmeans") << test::tableOf(1, nothing) << std::string("a: the column has no usable value in any row");
    QTest::newRow("constant") << spec("kmeans") << test::tableOf(1, {3, 3, 3})
                              << std::string("all rows are the same: there is nothing to learn");
    QTest::newRow("no columns") << spec("kmeans") << RowTable{} << std::string("no numeric column to learn from");
    QTest::newRow("no labels") << spec("logistic") << unlabelled
                               << std::string("truth: this detector learns from labelled rows; name the column of labels");
    QTest::newRow("all normal") << spec("logistic") << oneClass
                                << std::string("truth: all rows are labelled normal; both kinds are needed");
    QTest::newRow("all anomalous") << spec("knn_vote") << otherClass
                                   << std::string("truth: all rows are labelled anomalous; both kinds are needed");
    QTest::newRow("k too large") << spec("knn_distance", {{"k", 3.0}}) << test::tableOf(1, {1, 2, 3})
                                 << std::string("k: as many neighbours as rows (3) or more");
    QTest::newRow("k out of range") << spec("knn_distance", {{"k", 0.0}}) << workTable() << std::string("k: expected 1 to 64, not 0");
    QTest::newRow("k not whole") << spec("knn_distance", {{"k", 1.5}}) << workTable() << std::string("k: expected a whole number, not 1.5");
    QTest::newRow("nu 0") << spec("ocsvm", {{"nu", 0.0}}) << workTable() << std::string("nu: expected 1e-06 to 1, not 0");
    QTest::newRow("nu 2") << spec("ocsvm", {{"nu", 2.0}}) << workTable() << std::string("nu: expected 1e-06 to 1, not 2");
    QTest::newRow("gamma") << spec("ocsvm", {{"gamma", -1.0}}) << workTable() << std::string("gamma: expected 0 to 1e+09, not -1");
    QTest::newRow("a kernel too wide") << spec("ocsvm", {{"gamma", 1e-9}}) << workTable()
                                       << std::string(
                                              "gamma: all rows learned from look the same: the kernel does not suit them with 1e-09");
    QTest::newRow("no share") << spec("ocsvm", {{"share", 0.1}}) << workTable() << std::string("share: detector ocsvm has no such setting");
    QTest::newRow("surer than sure") << spec("logistic", {{"threshold", 2.0}}) << workTable()
                                     << std::string("threshold: expected 0 to 1, not 2");
    QTest::newRow("threshold") << spec("kmeans", {{"threshold", -1.0}}) << workTable()
                               << std::string("threshold: expected 0 to 1e+100, not -1");
    QTest::newRow("clusters") << spec("kmeans", {{"clusters", 3.0}}) << test::tableOf(1, {1, 2})
                              << std::string("clusters: more clusters than rows (2)");
    QTest::newRow("residuals of one") << spec("t2_residual") << test::tableOf(1, std::vector<double>(workTable().values))
                                      << std::string("t2_residual: judges two sensors or more of one asset together, not 1");
    QTest::newRow("half a band") << spec("band", {{"mean", 3.0}}) << workTable()
                                 << std::string("sd: mean and sd are given together or not at all");
    QTest::newRow("too wide a point") << spec("rcf", {{"shingle", 200.0}}) << workTable()
                                      << std::string("shingle: 2 sensors times 200 rows are 400 values; at most 256 make a point");
    QTest::newRow("an unknown tail") << spec("ocsvm", {{"tailFit", std::string("gauss")}}) << workTable()
                                     << std::string("tailFit: expected pareto or exp, not \"gauss\"");
    RowTable ancient = workTable();
    for (std::size_t i = 0; i < ancient.rows(); ++i)
        ancient.times[i] = fromNanos(static_cast<std::int64_t>(i) * 1'000'000'000);
    QTest::newRow("no times") << spec("rcf") << ancient << std::string("tables.rows: row 1: expected a time from 2000 to 2100");
    QTest::newRow("separated") << spec("logistic", {{"C", 0.0}}) << test::tableOf(1, {1, 2, 3, 4}, {0, 0, 1, 1})
                               << std::string(
                                      "C: no best weights exist: a plane separates the labels perfectly; a smaller C above 0 helps");
}

void TestDetectorTraining::trainingSaysWhatIsWrong()
{
    QFETCH(DetectorSpec, spec);
    QFETCH(RowTable, table);
    const Result<TrainedModel> model = train(spec, table, {});
    QVERIFY(!model.ok());
    QTEST(model.error().text(), "problem");
}

void TestDetectorTraining::rowsWithMissingValuesAreLeftOutAndCounted()
{
    RowTable table = workTable();
    table.values[5] = kMissing;
    table.values[100] = 1e300;
    const Result<TrainedModel> model =
        train({"kmeans", {}, {}, false}, table, {"data.csv", {}, 0, 0, 0, kNoTime, kNoTime, kNoTime, 0.5, true, 7});
    QVERIFY(model.ok());
    QCOMPARE(model->training.rows, 198U);
    QCOMPARE(model->training.skipped, 2U);
    QCOMPARE(model->training.source, std::string("data.csv"));
    QCOMPARE(model->training.seed, 7U);
    QCOMPARE(model->training.first, test::timeOfRow(0));
    QCOMPARE(model->training.last, test::timeOfRow(199));
    QCOMPARE(model->scoreQuantiles.size(), 101U);
    QCOMPARE(model->settings.at("clusters"), ParamValue(1.0));
    QVERIFY(!model->settings.contains("threshold"));
}

void TestDetectorTraining::aBandIsFittedToAllRowsOfItsModel()
{
    std::vector<double> values;
    for (int row = 0; row < 1000; ++row)
        values.push_back((row < 200 ? 0.0 : 10.0) + row % 2);
    const auto detector = test::trainedOn({"band", {{"warmUp", 50.0}}, {}, false}, test::tableOf(1, values));
    const Score score = test::showRow(*detector, 1000, std::vector{8.5});
    QCOMPARE(score.verdict, Verdict::Normal);
    QVERIFY(std::abs(score.expected - 8.5) < 1e-9);
}

void TestDetectorTraining::residualsAreFittedToAllRowsOfTheirModel()
{
    const RowTable table = workTable(1000);
    const auto detector = test::trainedOn({"t2_residual", {{"warmUp", 100.0}}, {}, false}, table);
    const T2ResidualFit fit = fitT2Residual(table.values, 2, {});
    T2ResidualDetector own({}, fit);
    const std::vector<Quality> quality(2, Quality::Good);
    for (std::size_t i = 0; i < 50; ++i) {
        const Point point{test::timeOfRow(1000 + i), table.row(i), quality};
        const double raw = detector->update(point).raw;
        QVERIFY(test::sameBits(raw, own.judge(point).raw));
    }
}

void TestDetectorTraining::stagesBehindAFittedBandAreReadyAtOnce()
{
    const RowTable table = test::tableOf(1, std::vector<double>(workTable(500).values));
    const auto model = std::make_shared<const TrainedModel>(train({"band", {}, {}, false}, table, {}).value());
    const auto detector = makeDetector({"band", {}, {"tail"}, true}, test::channelsOf(table), "a/x", model);
    QVERIFY(detector.ok());
    QCOMPARE((*detector)->warmUp(), 1.0);
    QVERIFY(test::showRow(**detector, 2000, std::vector{20.0}).verdict != Verdict::NoDecision);
}

void TestDetectorTraining::theRecordSaysWhichRowsWereKept()
{
    const auto check = [](const std::string &kind, std::size_t columns, std::size_t given, std::size_t kept) {
        std::vector<double> values;
        for (std::size_t i = 0; i < given * columns; ++i)
            values.push_back(std::sin(static_cast<double>(i)));
        const Result<TrainedModel> model = train({kind, {}, {}, false}, test::tableOf(columns, std::move(values)), {});
        QVERIFY(model.ok());
        QCOMPARE(model->training.rows, kept);
        QCOMPARE(model->training.first, test::timeOfRow(given - kept));
        QCOMPARE(model->training.last, test::timeOfRow(given - 1));
        QCOMPARE(model->table("rows")->rows(), kept);
    };
    check("t2_residual", 2, 25'000, 20'000);
    check("band", 1, 100'100, 100'000);
}

void TestDetectorTraining::moreRememberedRowsThanThereMayBeAreRefused()
{
    TrainedModel model = train({"band", {}, {}, false}, test::tableOf(1, {1, 2, 3}), {}).value();
    std::vector<double> &values = model.tables[0].values;
    while (values.size() < 2 * 100'001) {
        values.push_back(values[values.size() - 2] + 1.0);
        values.push_back(1.0);
    }
    const auto load = [&] {
        return makeDetector({"band", {}, {}, false}, test::channelsNamed({"a"}), "a/x", std::make_shared<const TrainedModel>(model));
    };
    QCOMPARE(load().error().text(), std::string("tables.rows: expected at most 100000 rows, found 100001"));
    values.resize(2 * 100'000);
    QVERIFY(load().ok());
}

void TestDetectorTraining::trainingCanBeStopped()
{
    QFETCH(std::string, kind);
    const Result<TrainedModel> model = train({kind, {}, {}, false}, workTable(4000), {}, [](double share) { return share >= 1.0; });
    QVERIFY(!model.ok());
    QCOMPARE(model.error().kind, ErrorKind::Cancelled);
}

QTEST_APPLESS_MAIN(TestDetectorTraining)
#include "tst_detector_training.moc"
