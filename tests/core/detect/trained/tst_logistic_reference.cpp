// SPDX-License-Identifier: GPL-3.0-or-later
// A published two-class model of a vehicle's engine, with its stated means, deviations and coefficients; and a fit of ours on rows made
// after the same recipe.
#include "core/modelfile/model_file.h"
#include "tests/core/detect/trained/table_rows.h"
#include "tests/core/detect/trained/vehicle_rows.h"

#include <QtTest>

#include <array>
#include <cmath>

using namespace telltale;
using namespace telltale::detect;

namespace {

TrainedModel statedModel()
{
    TrainedModel model;
    model.detector = "logistic";
    model.channels = {{"rpm", 12047.396, 8028.1282},      {"coolant_temp", 97.3057, 44.1733},   {"vapor_pressure", 8530.2968, 3888.8213},
                      {"cm_voltage", 238.3147, 269.9285}, {"torque_percent", 60.8704, 30.8706}, {"oxygen_rate", 98.4189, 52.534}};
    model.limit = 0.5;
    model.tables = {{"weights", 6, {-0.0055, 1.3424, 1.9285, -0.0545, 0.1227, 0.4418}},
                    {"intercept", 1, {-1.8046}},
                    {"mean", 6, {0.0, 0.0, 0.0, 0.0, 0.0, 0.0}}};
    return model;
}

std::unique_ptr<Detector> detectorOf(const TrainedModel &model, const std::vector<std::string> &sensors)
{
    auto detector =
        makeDetector({"logistic", {}, {}, false}, test::channelsNamed(sensors), "engine", std::make_shared<const TrainedModel>(model));
    if (!detector)
        qFatal("%s", detector.error().text().c_str());
    return std::move(*detector);
}

using Row = std::array<double, 6>;

} // namespace

Q_DECLARE_METATYPE(Row)

class TestLogisticReference : public QObject {
    Q_OBJECT

private slots:
    void givesTheStatedProbabilities_data();
    void givesTheStatedProbabilities();
    void aTieIsNormal();
    void theChannelThatPushesMostIsNamedFirst();
    void aFitCallsTheRowsThatTheBestRuleCalls_data();
    void aFitCallsTheRowsThatTheBestRuleCalls();
};

void TestLogisticReference::givesTheStatedProbabilities_data()
{
    QTest::addColumn<Row>("row");
    QTest::addColumn<double>("probability");
    QTest::addColumn<bool>("anomalous");
    QTest::newRow("ordinary") << Row{10000.0, 80.0, 7000.0, 200.0, 50.0, 80.0} << 0.03632094301173903 << false;
    QTest::newRow("two and a half times as much") << Row{25000.0, 200.0, 17500.0, 500.0, 125.0, 200.0} << 0.9989005340962773 << true;
    QTest::newRow("the means") << Row{12047.396, 97.3057, 8530.2968, 238.3147, 60.8704, 98.4189} << 0.14129203191943585 << false;
    QTest::newRow("a quiet minute") << Row{11377.0, 75.5, 6612.3, 118.0, 47.2, 61.9} << 0.022862859860940055 << false;
    QTest::newRow("the coolest abnormal row") << Row{4000.0, 148.0, 12400.0, 10.0, 90.0, 150.0} << 0.9051810780035824 << true;
}

void TestLogisticReference::givesTheStatedProbabilities()
{
    QFETCH(Row, row);
    QFETCH(double, probability);
    QFETCH(bool, anomalous);
    // Through a file and back, as a user would bring such a model.
    const Result<TrainedModel> model = modelfile::parseModel(modelfile::formatModel(statedModel()), "stated.model");
    QVERIFY2(model.ok(), model ? "" : model.error().text().c_str());
    const auto detector = detectorOf(*model, {"rpm", "coolant_temp", "vapor_pressure", "cm_voltage", "torque_percent", "oxygen_rate"});
    const Score score = test::showRow(*detector, 0, row);
    QVERIFY2(std::abs(score.raw - probability) < 1e-12, qPrintable(QString::number(score.raw, 'g', 17)));
    QCOMPARE(score.verdict, anomalous ? Verdict::Anomalous : Verdict::Normal);
}

void TestLogisticReference::aTieIsNormal()
{
    TrainedModel model = statedModel();
    model.tables[1].values = {0.0};
    const auto detector = detectorOf(model, {"rpm", "coolant_temp", "vapor_pressure", "cm_voltage", "torque_percent", "oxygen_rate"});
    Row means{};
    for (std::size_t i = 0; i < means.size(); ++i)
        means[i] = model.channels[i].mean;
    const Score score = test::showRow(*detector, 0, means);
    QCOMPARE(score.raw, 0.5);
    QCOMPARE(score.verdict, Verdict::Normal);
}

void TestLogisticReference::theChannelThatPushesMostIsNamedFirst()
{
    const auto detector =
        detectorOf(statedModel(), {"oxygen_rate", "vapor_pressure", "rpm", "coolant_temp", "cm_voltage", "torque_percent"});
    const Score score = test::showRow(*detector, 0, Row{200.0, 17500.0, 25000.0, 200.0, 500.0, 125.0});
    QCOMPARE(score.verdict, Verdict::Anomalous);
    QCOMPARE(score.contributions.front().channel, 1U);
    QCOMPARE(score.contributions.front().actual, 17500.0);
}

void TestLogisticReference::aFitCallsTheRowsThatTheBestRuleCalls_data()
{
    QTest::addColumn<std::uint64_t>("seed");
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U, 5U})
        QTest::addRow("seed %d", int(seed)) << seed;
}

/// A channel separates the rows that look abnormal; what is labelled so without looking so cannot be found.
void TestLogisticReference::aFitCallsTheRowsThatTheBestRuleCalls()
{
    QFETCH(std::uint64_t, seed);
    const RowTable table = test::VehicleRows(seed).rows(1500);
    const auto detector = test::trainedOn({"logistic", {}, {}, false}, table);
    std::size_t mislabelled = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const bool hot = table.row(row)[1] > 100.0;
        mislabelled += !hot && table.anomalous[row] != 0 ? 1 : 0;
        QCOMPARE(test::showRow(*detector, row, table.row(row)).verdict, hot ? Verdict::Anomalous : Verdict::Normal);
    }
    QVERIFY(mislabelled > 10);
}

QTEST_APPLESS_MAIN(TestLogisticReference)
#include "tst_logistic_reference.moc"
