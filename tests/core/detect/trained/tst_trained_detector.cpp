// SPDX-License-Identifier: GPL-3.0-or-later
// What all kinds that are trained once have in common: scores, settings, missing values, models that do not fit.
#include "tests/core/detect/trained/work_table.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace telltale;
using namespace telltale::detect;
using test::modelOf;
using test::workTable;

namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

} // namespace

class TestTrainedDetector : public QObject {
    Q_OBJECT
private slots:
    void explainsItBySharesThatSumToOne_data() { test::addTrainedKinds(); }
    void explainsItBySharesThatSumToOne();
    void isDeterministic_data() { test::addTrainedKinds(); }
    void isDeterministic();
    void findsItsChannelsByName_data() { test::addTrainedKinds(); }
    void findsItsChannelsByName();
    void aChannelThatIsNotThereGivesNoDecision_data() { test::addTrainedKinds(); }
    void aChannelThatIsNotThereGivesNoDecision();
    void aReadingThatCannotBeUsedGivesNoDecision_data() { test::addTrainedKinds(); }
    void aReadingThatCannotBeUsedGivesNoDecision();
    void anAbsurdReadingGivesNumbers_data() { test::addTrainedKinds(); }
    void anAbsurdReadingGivesNumbers();
    void aLowerThresholdInThePlantFileOverrulesTheModel();
    void shareOfTheTrainingRowsLiesBeyondTheLimit();
    void rowsAsStrangeAsManyAreNotStranger();
    void settingsThatMadeTheModelCannotBeChangedBesideIt();
    void modelsThatDoNotFitAreRefused_data();
    void modelsThatDoNotFitAreRefused();
};

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
