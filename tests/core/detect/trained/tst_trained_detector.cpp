// SPDX-License-Identifier: GPL-3.0-or-later
// What all kinds that are trained once have in common: learning, settings, missing values, models that do not fit.
#include "core/detect/make_raw_detector.h"
#include "core/detect/seeded_random.h"
#include "core/detect/t2_residual_detector.h"
#include "tests/core/detect/trained/table_rows.h"

#include <QtTest>

#include <chrono>
#include <cmath>
#include <future>
#include <limits>

using namespace telltale;
using namespace telltale::detect;

namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

/// Two sensors that move together, a little noise, and rows labelled anomalous (some of them wrongly) that lie apart.
RowTable workTable(std::size_t rows = 200)
{
    std::vector<double> values;
    std::vector<char> anomalous;
    for (std::size_t i = 0; i < rows; ++i) {
        const double turn = static_cast<double>(i) * 2.399963; // the golden angle: even, and never twice the same
        const bool apart = i % 10 == 9;
        values.push_back(20.0 + std::sin(turn) + (apart ? 8.0 : 0.0));
        values.push_back(500.0 + 30.0 * std::cos(turn));
        anomalous.push_back(apart != (i % 50 == 1) ? 1 : 0);
    }
    return test::tableOf(2, std::move(values), std::move(anomalous));
}

TrainedModelPtr modelOf(const std::string &kind, std::map<std::string, ParamValue> params = {})
{
    return std::make_shared<const TrainedModel>(train({kind, std::move(params), {}, false}, workTable(), {}).value());
}

} // namespace

class TestTrainedDetector : public QObject {
    Q_OBJECT

private:
    void kinds_data();

private slots:
    void explainsItBySharesThatSumToOne_data() { kinds_data(); }
    void explainsItBySharesThatSumToOne();
    void isDeterministic_data() { kinds_data(); }
    void isDeterministic();
    void findsItsChannelsByName_data() { kinds_data(); }
    void findsItsChannelsByName();
    void aChannelThatIsNotThereGivesNoDecision_data() { kinds_data(); }
    void aChannelThatIsNotThereGivesNoDecision();
    void aReadingThatCannotBeUsedGivesNoDecision_data() { kinds_data(); }
    void aReadingThatCannotBeUsedGivesNoDecision();
    void anAbsurdReadingGivesNumbers_data() { kinds_data(); }
    void anAbsurdReadingGivesNumbers();
    void aLowerThresholdInThePlantFileOverrulesTheModel();
    void shareOfTheTrainingRowsLiesBeyondTheLimit();
    void rowsAsStrangeAsManyAreNotStranger();
    void trainsItselfOnItsFirstRows();
    void rowsThatTeachNothingAreDropped();
    void rowsThatGiveNoLimitAreDropped();
    void settingsThatItCouldNotTeachItselfAreRefused();
    void seedingCanBeStopped();
    void settingsThatMadeTheModelCannotBeChangedBesideIt();
    void labelsCannotBeLearnedWithoutAModel();
    void trainingSaysWhatIsWrong_data();
    void trainingSaysWhatIsWrong();
    void rowsWithMissingValuesAreLeftOutAndCounted();
    void aBandIsFittedToAllRowsOfItsModel();
    void residualsAreFittedToAllRowsOfTheirModel();
    void stagesBehindAFittedBandAreReadyAtOnce();
    void theRecordSaysWhichRowsWereKept();
    void moreRememberedRowsThanThereMayBeAreRefused();
    void trainingCanBeStopped_data() { kinds_data(); }
    void trainingCanBeStopped();
    void supportVectorsAreTrainedSideBySide();
    void supportVectorsFarFromZeroAreAsGood_data();
    void supportVectorsFarFromZeroAreAsGood();
    void supportVectorsFlagNoMoreThanNu_data();
    void supportVectorsFlagNoMoreThanNu();
    void modelsThatDoNotFitAreRefused_data();
    void modelsThatDoNotFitAreRefused();
};

void TestTrainedDetector::kinds_data()
{
    QTest::addColumn<std::string>("kind");
    for (const DetectorKind &kind : kinds()) {
        if (kind.trained)
            QTest::newRow(kind.rule.kind.c_str()) << kind.rule.kind;
    }
}

void TestTrainedDetector::explainsItBySharesThatSumToOne()
{
    QFETCH(std::string, kind);
    const auto detector = test::trainedOn({kind, {}, {}, false}, workTable());
    const Score score = test::showRow(*detector, 0, std::vector{40.0, 500.0});
    QCOMPARE(score.verdict, Verdict::Anomalous);
    QCOMPARE(score.contributions.size(), 2U);
    QVERIFY(std::abs(score.contributions[0].share + score.contributions[1].share - 1.0) < 1e-12);
    QCOMPARE(score.contributions[0].channel, 0U);
    QVERIFY(score.contributions[0].share > 0.5);
    QVERIFY(std::abs(score.contributions[0].actual - 40.0) < 1e-9);
    QVERIFY(score.contributions[0].expected < 40.0);
    QVERIFY(score.likelihood > 0.5 && score.likelihood <= 1.0);
}

void TestTrainedDetector::isDeterministic()
{
    QFETCH(std::string, kind);
    const auto one = test::trainedOn({kind, {}, {}, false}, workTable());
    const auto two = test::trainedOn({kind, {}, {}, false}, workTable());
    const RowTable rows = workTable(50);
    for (std::size_t i = 0; i < rows.rows(); ++i)
        QVERIFY(test::sameBits(test::showRow(*one, i, rows.row(i)), test::showRow(*two, i, rows.row(i))));
}

void TestTrainedDetector::findsItsChannelsByName()
{
    QFETCH(std::string, kind);
    const TrainedModelPtr model = modelOf(kind);
    const RowTable rows = workTable(20);
    const auto inOrder = makeDetector({kind, {}, {}, false}, test::channelsOf(rows), "asset", model);
    QVERIFY(inOrder.ok());
    const auto turned = makeDetector({kind, {}, {}, false}, test::channelsNamed({"b", "other", "a"}), "asset", model);
    QVERIFY(turned.ok());
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        const std::vector<double> shuffled{rows.row(i)[1], 1e9, rows.row(i)[0]};
        QVERIFY(test::sameBits(test::showRow(**turned, i, shuffled), test::showRow(**inOrder, i, rows.row(i))));
    }
    const Score score = test::showRow(**turned, 99, std::vector{500.0, 1e9, 40.0});
    QCOMPARE(score.contributions[0].channel, 2U);
}

void TestTrainedDetector::aChannelThatIsNotThereGivesNoDecision()
{
    QFETCH(std::string, kind);
    const auto detector = makeDetector({kind, {}, {}, false}, test::channelsNamed({"a", "c"}), "asset", modelOf(kind));
    QVERIFY(detector.ok());
    QCOMPARE(test::showRow(**detector, 0, std::vector{40.0, 500.0}).verdict, Verdict::NoDecision);
}

void TestTrainedDetector::aReadingThatCannotBeUsedGivesNoDecision()
{
    QFETCH(std::string, kind);
    const auto detector = test::trainedOn({kind, {}, {}, false}, workTable());
    for (const double bad : {kMissing, kInfinite, -kInfinite, 1e308}) {
        QCOMPARE(test::showRow(*detector, 0, std::vector{bad, 500.0}).verdict, Verdict::NoDecision);
        QCOMPARE(test::showRow(*detector, 0, std::vector{20.0, bad}).verdict, Verdict::NoDecision);
    }
    const std::vector<Quality> quality{Quality::Good, Quality::Bad};
    QCOMPARE(detector->update({test::timeOfRow(0), std::vector{40.0, 500.0}, quality}).verdict, Verdict::NoDecision);
    QCOMPARE(test::showRow(*detector, 1, std::vector{40.0, 500.0}).verdict, Verdict::Anomalous);
}

void TestTrainedDetector::anAbsurdReadingGivesNumbers()
{
    QFETCH(std::string, kind);
    const auto detector = test::trainedOn({kind, {}, {}, false}, workTable());
    for (const double absurd : {1e100, -1e100, 1e38, 1e9, 5e-324, 0.0}) {
        const Score score = test::showRow(*detector, 0, std::vector{absurd, 500.0});
        QVERIFY(std::isfinite(score.raw) && std::isfinite(score.limit) && std::isfinite(score.likelihood));
        for (const Contribution &each : score.contributions)
            QVERIFY(std::isfinite(each.share) && std::isfinite(each.expected));
    }
}

void TestTrainedDetector::aLowerThresholdInThePlantFileOverrulesTheModel()
{
    const TrainedModelPtr model = modelOf("kmeans");
    const RowTable rows = workTable(10);
    const auto strict = makeDetector({"kmeans", {{"threshold", 0.01}}, {}, false}, test::channelsOf(rows), "asset", model);
    QVERIFY(strict.ok());
    QCOMPARE(test::showRow(**strict, 0, rows.row(0)).verdict, Verdict::Anomalous);
    const auto own = makeDetector({"kmeans", {}, {}, false}, test::channelsOf(rows), "asset", model);
    QCOMPARE(test::showRow(**own, 0, rows.row(0)).verdict, Verdict::Normal);
}

void TestTrainedDetector::shareOfTheTrainingRowsLiesBeyondTheLimit()
{
    const RowTable table = workTable(1000);
    const auto detector = test::trainedOn({"kmeans", {{"share", 0.05}}, {}, false}, table);
    int beyond = 0;
    for (std::size_t i = 0; i < table.rows(); ++i)
        beyond += test::showRow(*detector, i, table.row(i)).verdict == Verdict::Anomalous ? 1 : 0;
    QCOMPARE(beyond, 50);
}

void TestTrainedDetector::rowsAsStrangeAsManyAreNotStranger()
{
    TrainedModel model = *modelOf("knn_vote");
    const auto likelihoodOf = [&](std::span<const double> row) {
        const auto detector = makeDetector({"knn_vote", {}, {}, false}, test::channelsNamed({"a", "b"}), "asset",
                                           std::make_shared<const TrainedModel>(model));
        return test::showRow(*detector.value(), 0, row).likelihood;
    };
    const std::vector<double> without{20.0, 530.0}; // among the rows that no neighbour calls anomalous
    const std::vector<double> all{28.0, 500.0};     // and where all do
    QCOMPARE(likelihoodOf(without), 0.0);
    model.scoreQuantiles = {0.0, 0.0, 0.0, 0.5, 1.0, 1.0};
    QCOMPARE(likelihoodOf(without), 0.0);
    QCOMPARE(likelihoodOf(all), 0.8);
    model.scoreQuantiles = {0.0, 0.0, 0.0, 0.0, 0.5};
    QCOMPARE(likelihoodOf(all), 1.0);
}

void TestTrainedDetector::trainsItselfOnItsFirstRows()
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

void TestTrainedDetector::rowsThatTeachNothingAreDropped()
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

void TestTrainedDetector::rowsThatGiveNoLimitAreDropped()
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

void TestTrainedDetector::settingsThatItCouldNotTeachItselfAreRefused()
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

void TestTrainedDetector::seedingCanBeStopped()
{
    int asked = 0;
    const auto model = train({"kmeans", {{"clusters", 200.0}}, {}, false}, workTable(400), {}, [&](double) { return ++asked < 150; });
    QVERIFY(!model.ok());
    QCOMPARE(model.error().kind, ErrorKind::Cancelled);
    QCOMPARE(asked, 150);
}

void TestTrainedDetector::settingsThatMadeTheModelCannotBeChangedBesideIt()
{
    const auto problemWith = [](const std::string &kind, const std::string &setting, ParamValue value) {
        const auto detector =
            makeDetector({kind, {{setting, std::move(value)}}, {}, false}, test::channelsNamed({"a", "b"}), "asset", modelOf(kind));
        return detector.ok() ? std::string() : detector.error().text();
    };
    const std::string problem = ": has no effect beside a model: train another one with it";
    QCOMPARE(problemWith("kmeans", "clusters", 3.0), "clusters" + problem);
    QCOMPARE(problemWith("kmeans", "zScore", false), "zScore" + problem);
    QCOMPARE(problemWith("kmeans", "share", 0.2), "share" + problem);
    QCOMPARE(problemWith("ocsvm", "nu", 0.1), "nu" + problem);
    QCOMPARE(problemWith("ocsvm", "gamma", 0.1), "gamma" + problem);
    QCOMPARE(problemWith("logistic", "C", 2.0), "C" + problem);
    QCOMPARE(problemWith("kmeans", "clusters", 1.0), std::string()); // as it was trained
    QCOMPARE(problemWith("kmeans", "threshold", 3.0), std::string());
    QCOMPARE(problemWith("knn_distance", "k", 7.0), std::string());
    QCOMPARE(problemWith("ocsvm", "tailLimit", 4.0), std::string());
}

void TestTrainedDetector::labelsCannotBeLearnedWithoutAModel()
{
    for (const char *kind : {"logistic", "knn_vote"}) {
        const auto detector = makeDetector({kind, {}, {}, false}, test::channelsNamed({"a"}), "asset");
        QVERIFY(!detector.ok());
        QCOMPARE(detector.error().kind, ErrorKind::NotFound);
    }
}

void TestTrainedDetector::trainingSaysWhatIsWrong_data()
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

void TestTrainedDetector::trainingSaysWhatIsWrong()
{
    QFETCH(DetectorSpec, spec);
    QFETCH(RowTable, table);
    const Result<TrainedModel> model = train(spec, table, {});
    QVERIFY(!model.ok());
    QTEST(model.error().text(), "problem");
}

void TestTrainedDetector::rowsWithMissingValuesAreLeftOutAndCounted()
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

void TestTrainedDetector::aBandIsFittedToAllRowsOfItsModel()
{
    std::vector<double> values;
    for (int row = 0; row < 1000; ++row)
        values.push_back((row < 200 ? 0.0 : 10.0) + row % 2);
    const auto detector = test::trainedOn({"band", {{"warmUp", 50.0}}, {}, false}, test::tableOf(1, values));
    const Score score = test::showRow(*detector, 1000, std::vector{8.5});
    QCOMPARE(score.verdict, Verdict::Normal);
    QVERIFY(std::abs(score.expected - 8.5) < 1e-9);
}

void TestTrainedDetector::residualsAreFittedToAllRowsOfTheirModel()
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

void TestTrainedDetector::stagesBehindAFittedBandAreReadyAtOnce()
{
    const RowTable table = test::tableOf(1, std::vector<double>(workTable(500).values));
    const auto model = std::make_shared<const TrainedModel>(train({"band", {}, {}, false}, table, {}).value());
    const auto detector = makeDetector({"band", {}, {"tail"}, true}, test::channelsOf(table), "a/x", model);
    QVERIFY(detector.ok());
    QCOMPARE((*detector)->warmUp(), 1.0);
    QVERIFY(test::showRow(**detector, 2000, std::vector{20.0}).verdict != Verdict::NoDecision);
}

void TestTrainedDetector::theRecordSaysWhichRowsWereKept()
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

void TestTrainedDetector::moreRememberedRowsThanThereMayBeAreRefused()
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

void TestTrainedDetector::trainingCanBeStopped()
{
    QFETCH(std::string, kind);
    const Result<TrainedModel> model = train({kind, {}, {}, false}, workTable(4000), {}, [](double share) { return share >= 1.0; });
    QVERIFY(!model.ok());
    QCOMPARE(model.error().kind, ErrorKind::Cancelled);
}

void TestTrainedDetector::supportVectorsAreTrainedSideBySide()
{
    const auto trainOne = [](const TrainingWatch &watch) { return train({"ocsvm", {}, {}, false}, workTable(400), {}, watch).ok(); };
    std::future<bool> other;
    bool sideBySide = false;
    // Within a training another one begins, and ends.
    const auto first = trainOne([&](double) {
        if (!other.valid()) {
            other = std::async(std::launch::async, trainOne, TrainingWatch());
            sideBySide = other.wait_for(std::chrono::seconds(60)) == std::future_status::ready;
        }
        return sideBySide;
    });
    QVERIFY(sideBySide);
    QVERIFY(first && other.get());
}

void TestTrainedDetector::supportVectorsFarFromZeroAreAsGood_data()
{
    QTest::addColumn<double>("level");
    for (const double level : {0.0, 1e6, 1e7, 1e8})
        QTest::addRow("%g", level) << level;
}

void TestTrainedDetector::supportVectorsFarFromZeroAreAsGood()
{
    QFETCH(double, level);
    SeededRandom random(1, "rows");
    std::vector<double> values;
    for (int i = 0; i < 4000; ++i)
        values.push_back(level + std::sqrt(-2.0 * std::log(1.0 - random.uniform())) * std::cos(6.283185307179586 * random.uniform()));
    const RowTable table = test::tableOf(2, std::move(values));
    const auto detector = test::trainedOn({"ocsvm", {{"zScore", false}}, {}, false}, table);
    int flagged = 0;
    for (std::size_t i = 0; i < table.rows(); ++i)
        flagged += test::showRow(*detector, i, table.row(i)).verdict == Verdict::Anomalous ? 1 : 0;
    QVERIFY2(flagged >= 40 && flagged <= 80, qPrintable(QString::number(flagged))); // nu = 4 % of 2000
    const Score score = test::showRow(*detector, 2000, std::vector{level + 8.0, level});
    QCOMPARE(score.verdict, Verdict::Anomalous);
    QCOMPARE(score.contributions[0].channel, 0U);
    QVERIFY(score.contributions[0].share > 0.8);
    QVERIFY(std::abs(score.contributions[0].expected - level) < 6.0);
}

void TestTrainedDetector::supportVectorsFlagNoMoreThanNu_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<bool>("stepped");
    for (const int columns : {1, 2, 3, 6, 12}) {
        QTest::addRow("%d smooth", columns) << columns << false;
        QTest::addRow("%d in steps", columns) << columns << true;
    }
}

void TestTrainedDetector::supportVectorsFlagNoMoreThanNu()
{
    QFETCH(int, columns);
    QFETCH(bool, stepped);
    for (const std::size_t rows : {50U, 500U, 2000U}) {
        SeededRandom random(1, "rows");
        std::vector<double> values;
        for (std::size_t i = 0; i < rows * static_cast<std::size_t>(columns); ++i)
            values.push_back(stepped ? std::floor(5.0 * random.uniform()) : random.uniform() + random.uniform());
        const RowTable table = test::tableOf(static_cast<std::size_t>(columns), std::move(values));
        const auto detector = test::trainedOn({"ocsvm", {}, {}, false}, table);
        std::size_t flagged = 0;
        for (std::size_t i = 0; i < table.rows(); ++i)
            flagged += test::showRow(*detector, i, table.row(i)).verdict == Verdict::Anomalous ? 1 : 0;
        QVERIFY2(25 * flagged <= rows, qPrintable(QString("%1 of %2").arg(flagged).arg(rows)));
    }
}

void TestTrainedDetector::modelsThatDoNotFitAreRefused_data()
{
    QTest::addColumn<std::string>("kind");
    QTest::addColumn<TrainedModel>("model");
    const auto changed = [](const std::string &kind, auto change) {
        TrainedModel model = *modelOf(kind);
        change(model);
        return model;
    };
    const auto add = [&](const char *name, const std::string &kind, auto change) { QTest::newRow(name) << kind << changed(kind, change); };
    add("another kind", "kmeans", [](TrainedModel &model) { model.detector = "ocsvm"; });
    add("no channel", "kmeans", [](TrainedModel &model) { model.channels.clear(); });
    add("sd 0", "kmeans", [](TrainedModel &model) { model.channels[0].sd = 0.0; });
    add("mean missing", "kmeans", [](TrainedModel &model) { model.channels[0].mean = kMissing; });
    add("limit missing", "kmeans", [](TrainedModel &model) { model.limit = kMissing; });
    add("limit negative", "kmeans", [](TrainedModel &model) { model.limit = -1.0; });
    add("no table", "kmeans", [](TrainedModel &model) { model.tables.clear(); });
    add("no columns", "kmeans", [](TrainedModel &model) { model.tables[0].columns = 0; });
    add("other columns", "kmeans", [](TrainedModel &model) { model.tables[0].columns = 1; });
    add("half a row", "kmeans", [](TrainedModel &model) { model.tables[0].values.pop_back(); });
    add("a number missing", "kmeans", [](TrainedModel &model) { model.tables[0].values[0] = kMissing; });
    add("a setting out of range", "kmeans", [](TrainedModel &model) { model.settings["clusters"] = 0.0; });
    add("a setting of another type", "kmeans", [](TrainedModel &model) { model.settings["clusters"] = true; });
    add("an unknown setting", "kmeans", [](TrainedModel &model) { model.settings["script"] = std::string("rm"); });
    add("one label short", "knn_vote", [](TrainedModel &model) { model.tables[1].values.pop_back(); });
    add("no row is normal", "knn_vote", [](TrainedModel &model) { model.tables[1].values.assign(model.tables[1].values.size(), 1.0); });
    add("two intercepts", "logistic", [](TrainedModel &model) { model.tables[1].values.push_back(1.0); });
    add("one alpha short", "ocsvm", [](TrainedModel &model) { model.tables[1].values.pop_back(); });
    add("alpha far too large", "ocsvm", [](TrainedModel &model) {
        model.tables[1].values[0] = 1e99;
        model.tables[1].values[1] = -1e99;
    });
    add("alpha 0", "ocsvm", [](TrainedModel &model) { model.tables[1].values[0] = 0.0; });
    add("alpha too small", "ocsvm", [](TrainedModel &model) { model.tables[1].values[0] = 1e-50; });
    add("gamma far too large", "ocsvm", [](TrainedModel &model) { model.tables[2].values[0] = 1e99; });
    add("vectors too far apart", "ocsvm", [](TrainedModel &model) { model.tables[0].values[0] = 1e99; });
    add("half a label", "knn_vote", [](TrainedModel &model) { model.tables[1].values[0] = 0.5; });
    add("more votes than neighbours", "knn_vote", [](TrainedModel &model) { model.limit = 1.5; });
    add("surer than sure", "logistic", [](TrainedModel &model) { model.limit = 1.5; });
    add("gamma 0", "ocsvm", [](TrainedModel &model) { model.tables[2].values[0] = 0.0; });
}

void TestTrainedDetector::modelsThatDoNotFitAreRefused()
{
    QFETCH(std::string, kind);
    QFETCH(TrainedModel, model);
    const auto detector =
        makeDetector({kind, {}, {}, false}, test::channelsNamed({"a", "b"}), "asset", std::make_shared<const TrainedModel>(model));
    QVERIFY(!detector.ok());
    QVERIFY(!detector.error().text().empty());
}

QTEST_APPLESS_MAIN(TestTrainedDetector)
#include "tst_trained_detector.moc"
