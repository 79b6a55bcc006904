// SPDX-License-Identifier: GPL-3.0-or-later
// Trained detectors on the recordings of another system, against that system's own results row by row.
#include "core/detect/trained/one_class_svm_training.h"
#include "core/evaluate/table_file.h"
#include "tests/core/detect/trained/table_rows.h"
#include "tests/support/real_series.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace telltale;
using namespace telltale::detect;

namespace {

const std::vector<std::string> kSensors{"temperature", "humidity", "noise_level"};
/// What the recordings were made with; three of these standard deviations are the truth for the neighbours.
constexpr std::array<double, 3> kMeans{22.0, 50.0, 80.0};
constexpr std::array<double, 3> kSds{2.0, 5.0, 5.0};

RowTable readRows(const QString &path, const std::vector<std::string> &sensors = kSensors)
{
    Result<evaluate::TableFile> file = evaluate::readTable({.path = path.toStdString(), .sensors = sensors});
    if (!file)
        qFatal("%s", file.error().text().c_str());
    return std::move(file->table);
}

bool isBeyondThreeSds(std::span<const double> row)
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (std::abs(row[i] - kMeans[i]) > 3.0 * kSds[i])
            return true;
    }
    return false;
}

std::vector<char> labelsOf(const RowTable &table)
{
    std::vector<char> labels;
    for (std::size_t i = 0; i < table.rows(); ++i)
        labels.push_back(isBeyondThreeSds(table.row(i)) ? 1 : 0);
    return labels;
}

RowTable firstRows(const RowTable &table, std::size_t rows)
{
    RowTable first{table.sensors, {table.times.begin(), table.times.begin() + static_cast<std::ptrdiff_t>(rows)}, {}, {}};
    first.values.assign(table.values.begin(), table.values.begin() + static_cast<std::ptrdiff_t>(rows * table.columns()));
    first.anomalous = labelsOf(first);
    return first;
}

std::vector<Score> scoreAll(Detector &detector, const RowTable &table)
{
    std::vector<Score> scores;
    for (std::size_t i = 0; i < table.rows(); ++i)
        scores.push_back(test::showRow(detector, i, table.row(i)));
    return scores;
}

std::vector<char> flagsOf(const std::vector<Score> &scores)
{
    std::vector<char> flags;
    for (const Score &score : scores)
        flags.push_back(score.verdict == Verdict::Anomalous ? 1 : 0);
    return flags;
}

auto countOf(const std::vector<char> &flags)
{
    return std::count(flags.begin(), flags.end(), 1);
}

auto countOfBoth(const std::vector<char> &a, const std::vector<char> &b)
{
    std::ptrdiff_t both = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        both += a[i] != 0 && b[i] != 0 ? 1 : 0;
    return both;
}

/// Area under the ROC curve by ranks, ties counting half.
double rocArea(const std::vector<Score> &scores, const std::vector<char> &truth)
{
    std::vector<std::pair<double, char>> ranked;
    for (std::size_t i = 0; i < truth.size(); ++i)
        ranked.emplace_back(scores[i].raw, truth[i]);
    std::sort(ranked.begin(), ranked.end());
    double pairs = 0.0;
    double normals = 0.0;
    double anomalies = 0.0;
    for (const auto &[score, anomalous] : ranked) {
        pairs += anomalous != 0 ? normals : 0.0;
        (anomalous != 0 ? anomalies : normals) += 1.0;
    }
    return pairs / (normals * anomalies);
}

enum class Scale { Raw, Generator, TrainingRows };

void toGeneratorScale(RowTable &table)
{
    for (std::size_t i = 0; i < table.values.size(); ++i)
        table.values[i] = (table.values[i] - kMeans[i % 3]) / kSds[i % 3];
}

DetectorSpec rawSpec(const std::string &kind, std::map<std::string, ParamValue> params)
{
    params["zScore"] = false;
    return {kind, std::move(params), {}, false};
}

} // namespace

class TestThreeSensors : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void distancesToTheCentroidEqualTheRecordedOnes();
    void thresholdsSweepAsRecorded_data();
    void thresholdsSweepAsRecorded();
    void everyFlagOfTheSupportVectorsEqualsTheRecordedOne();
    void twoThousandRowsGiveTheKnownSupportVectors();
    void standardDeviationsUncoverTheTemperature();
    void votesMatchTheTable_data();
    void votesMatchTheTable();
    void distancesToNeighboursSeparateBetterThanVotes();

private:
    RowTable m_training;
    RowTable m_test;
    TrainedModelPtr m_svm;
    std::vector<char> m_svmFlags; ///< its, on the test rows
};

void TestThreeSensors::initTestCase()
{
    TELLTALE_NEED_SERIES(training, "three-sensors/synthetic_training_data.csv");
    TELLTALE_NEED_SERIES(test, "three-sensors/synthetic_test_data.csv");
    m_training = readRows(training);
    m_test = readRows(test);
    QCOMPARE(m_training.rows(), 50000U);
    QCOMPARE(m_test.rows(), 12500U);
    Result<TrainedModel> model = train(rawSpec("ocsvm", {{"nu", 0.04}}), m_training, {});
    QVERIFY(model.ok());
    m_svm = std::make_shared<const TrainedModel>(std::move(*model));
    const auto detector = makeDetector({"ocsvm", {}, {}, false}, test::channelsOf(m_training), "asset", m_svm);
    QVERIFY(detector.ok());
    m_svmFlags = flagsOf(scoreAll(**detector, m_test));
}

void TestThreeSensors::distancesToTheCentroidEqualTheRecordedOnes()
{
    TELLTALE_NEED_SERIES(path, "three-sensors/test_results_kmeans.csv");
    const RowTable recorded = readRows(path, {"min_distance"});
    const Result<TrainedModel> model = train(rawSpec("kmeans", {{"threshold", 13.6}}), m_training, {});
    QVERIFY(model.ok());
    const std::array<double, 3> centroid{21.99322905, 49.9924537, 79.99586979};
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(std::abs(model->table("centroids")->values[i] - centroid[i]) < 1e-8);
    const auto detector = test::trainedOn(rawSpec("kmeans", {{"threshold", 13.6}}), m_training);
    const std::vector<Score> scores = scoreAll(*detector, m_test);
    for (std::size_t i = 0; i < scores.size(); ++i)
        QVERIFY2(std::abs(scores[i].raw - recorded.values[i]) < 1e-9, qPrintable(QString::number(i)));
    const std::vector<char> flags = flagsOf(scores);
    QCOMPARE(countOf(flags), 441);
    QCOMPARE(countOf(m_svmFlags), 476);
    QCOMPARE(countOfBoth(flags, m_svmFlags), 441);
    QCOMPARE(countOf(m_svmFlags) - countOfBoth(flags, m_svmFlags), 35);
    QCOMPARE(qRound(441.0 / 476.0 * 1e5), 92647);
}

void TestThreeSensors::thresholdsSweepAsRecorded_data()
{
    QTest::addColumn<double>("threshold");
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("jaccard");
    const auto row = [](double threshold, int count, double jaccard) { QTest::addRow("%g", threshold) << threshold << count << jaccard; };
    row(12.5, 750, 0.635);
    row(13.0, 602, 0.791);
    row(13.2, 550, 0.866);
    row(13.4, 493, 0.942);
    row(13.6, 441, 0.926);
    row(13.8, 402, 0.845);
    row(14.0, 362, 0.761);
    row(14.5, 291, 0.611);
    row(15.0, 231, 0.485);
}

void TestThreeSensors::thresholdsSweepAsRecorded()
{
    QFETCH(double, threshold);
    QFETCH(int, count);
    QFETCH(double, jaccard);
    const auto detector = test::trainedOn(rawSpec("kmeans", {{"threshold", threshold}}), m_training);
    const std::vector<char> flags = flagsOf(scoreAll(*detector, m_test));
    QCOMPARE(countOf(flags), count);
    const auto both = static_cast<double>(countOfBoth(flags, m_svmFlags));
    const double found = both / (static_cast<double>(countOf(flags) + countOf(m_svmFlags)) - both);
    QVERIFY2(std::abs(found - jaccard) < 0.0006, qPrintable(QString::number(found)));
}

void TestThreeSensors::everyFlagOfTheSupportVectorsEqualsTheRecordedOne()
{
    TELLTALE_NEED_SERIES(path, "three-sensors/test_results_ocsvm.csv");
    QVERIFY(std::abs(m_svm->table("gamma")->values[0] - 0.000574706755894295) < 1e-15);
    const std::vector<double> &alpha = m_svm->table("alpha")->values;
    QVERIFY(std::abs(static_cast<double>(alpha.size()) - 2003.0) <= 5.0);
    double weight = 0.0;
    for (const double each : alpha)
        weight += each;
    QVERIFY(std::abs(weight - 2000.0) < 1e-6);
    QVERIFY(std::abs(weight - (m_svm->limit - kSolverTolerance) - 1584.18968) < 0.05);
    const Result<evaluate::TableFile> recorded = evaluate::readTable({.path = path.toStdString(), .truth = "anomaly", .sensors = kSensors});
    QVERIFY(recorded.ok());
    QCOMPARE(m_svmFlags, recorded->table.anomalous);
}

void TestThreeSensors::twoThousandRowsGiveTheKnownSupportVectors()
{
    const RowTable first = firstRows(m_training, 2000);
    const Result<TrainedModel> model = train(rawSpec("ocsvm", {{"nu", 0.04}}), first, {});
    QVERIFY(model.ok());
    QVERIFY(std::abs(model->table("gamma")->values[0] - 0.0005748735) < 1e-10);
    QCOMPARE(model->table("alpha")->values.size(), 83U);
    QVERIFY(std::abs(80.0 - (model->limit - kSolverTolerance) - 63.2294) < 1e-3);
    const auto detector = test::trainedOn(rawSpec("ocsvm", {{"nu", 0.04}}), first);
    QCOMPARE(countOf(flagsOf(scoreAll(*detector, m_test))), 451);
}

void TestThreeSensors::standardDeviationsUncoverTheTemperature()
{
    const std::vector<char> truth = labelsOf(m_test);
    QCOMPARE(countOf(truth), 208);
    const auto raw = test::trainedOn(rawSpec("kmeans", {{"threshold", 13.6}}), m_training);
    const auto scaled = test::trainedOn({"kmeans", {{"threshold", 2.9683}}, {}, false}, m_training);
    const std::vector<Score> rawScores = scoreAll(*raw, m_test);
    const std::vector<Score> scaledScores = scoreAll(*scaled, m_test);
    QCOMPARE(countOfBoth(flagsOf(rawScores), truth), 149);
    QCOMPARE(countOf(flagsOf(scaledScores)), 441);
    QCOMPARE(countOfBoth(flagsOf(scaledScores), truth), 208);
    QCOMPARE(qRound(rocArea(rawScores, truth) * 1000), 940);
    QCOMPARE(qRound(rocArea(scaledScores, truth) * 1000), 997);
}

void TestThreeSensors::votesMatchTheTable_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<Scale>("scale");
    QTest::addColumn<int>("k");
    QTest::addColumn<int>("flagged");
    QTest::addColumn<int>("found");
    const auto row = [](int rows, Scale scale, int k, int flagged, int found) {
        QTest::addRow("%d rows, scale %d, k = %d", rows, int(scale), k) << rows << scale << k << flagged << found;
    };
    row(1000, Scale::Raw, 1, 118, 85);
    row(1000, Scale::Raw, 3, 46, 41);
    row(1000, Scale::Raw, 5, 37, 36);
    row(1000, Scale::Generator, 1, 144, 101);
    row(1000, Scale::Generator, 3, 75, 63);
    row(1000, Scale::Generator, 5, 30, 29);
    // The table's z-scores use the generator's own means; these use the training rows', and are scikit-learn's counts on the same rows.
    row(1000, Scale::TrainingRows, 1, 144, 102);
    row(1000, Scale::TrainingRows, 3, 72, 60);
    row(1000, Scale::TrainingRows, 5, 31, 30);
    row(50000, Scale::Raw, 1, 192, 180);
    row(50000, Scale::Raw, 3, 183, 176);
    row(50000, Scale::Raw, 5, 173, 169);
}

void TestThreeSensors::votesMatchTheTable()
{
    QFETCH(int, rows);
    QFETCH(Scale, scale);
    QFETCH(int, k);
    RowTable training = firstRows(m_training, static_cast<std::size_t>(rows));
    RowTable judged = m_test;
    if (scale == Scale::Generator) {
        toGeneratorScale(training);
        toGeneratorScale(judged);
    }
    const auto detector = test::trainedOn({"knn_vote", {{"k", double(k)}, {"zScore", scale == Scale::TrainingRows}}, {}, false}, training);
    const std::vector<char> flags = flagsOf(scoreAll(*detector, judged));
    QTEST(static_cast<int>(countOf(flags)), "flagged");
    QTEST(static_cast<int>(countOfBoth(flags, labelsOf(m_test))), "found");
}

void TestThreeSensors::distancesToNeighboursSeparateBetterThanVotes()
{
    const RowTable training = firstRows(m_training, 1000);
    const std::vector<char> truth = labelsOf(m_test);
    const auto raw = test::trainedOn(rawSpec("knn_distance", {}), training);
    const auto scaled = test::trainedOn({"knn_distance", {}, {}, false}, training);
    QCOMPARE(qRound(rocArea(scoreAll(*raw, m_test), truth) * 1000), 990);
    QCOMPARE(qRound(rocArea(scoreAll(*scaled, m_test), truth) * 1000), 994);
}

QTEST_APPLESS_MAIN(TestThreeSensors)
#include "tst_three_sensors.moc"
