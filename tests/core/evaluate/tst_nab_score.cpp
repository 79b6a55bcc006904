// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/nab_corpus.h"
#include "core/evaluate/nab_score.h"
#include "core/model/score.h"
#include "tests/support/real_series.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace telltale;
using namespace telltale::evaluate;

namespace {

constexpr std::size_t kRows = 200; // 30 rows of probation

const NabProfile &profileOf(const QString &name)
{
    static const QMap<QString, NabProfile> kProfiles{
        {"standard", kNabStandard}, {"reward_low_FP_rate", kNabLowFalseAlarms}, {"reward_low_FN_rate", kNabLowMisses}};
    return *kProfiles.find(name);
}

/// Scores of 0 with 1 at the given rows, and windows [60, 79] and [120, 139].
double rawScoreOf(const std::vector<std::size_t> &alertRows, const NabProfile &profile = kNabStandard)
{
    std::vector<double> scores(kRows, 0.0);
    for (const std::size_t row : alertRows)
        scores[row] = 1.0;
    return nabRawScore({scores, {{60, 79}, {120, 139}}}, 0.5, profile);
}

double sigmoid(double y)
{
    return 2.0 / (1.0 + std::exp(5.0 * y)) - 1.0;
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

Q_DECLARE_METATYPE(std::vector<std::size_t>)

class TestNabScore : public QObject {
    Q_OBJECT

private slots:
    void valuesRowsByTheirPlace_data();
    void valuesRowsByTheirPlace();
    void missedWindowsCostWhatTheProfileSays();
    void theBestThresholdIsTheBestOfAll();
    void sayingNothingGivesZeroAndAllEarlyHitsHundred();
    void aMissingScoreIsUnderEveryThreshold();
    void reproducesTheReferenceScores_data();
    void reproducesTheReferenceScores();
    void readsACorpus();
    void namesThePlaceOfABadCell_data();
    void namesThePlaceOfABadCell();
};

void TestNabScore::valuesRowsByTheirPlace_data()
{
    QTest::addColumn<std::vector<std::size_t>>("rows");
    QTest::addColumn<double>("expected");
    const double missed = -1.0;
    const auto hit = [](double rowsToEdge) { return sigmoid(-rowsToEdge / 20.0) / sigmoid(-1.0); };
    using Rows = std::vector<std::size_t>;
    QTest::newRow("no alert") << Rows{} << 2.0 * missed;
    QTest::newRow("the first row of a window") << Rows{60} << hit(20) + missed;
    QTest::newRow("the last row of a window") << Rows{79} << hit(1) + missed;
    QTest::newRow("the best row of a window wins") << Rows{65, 70, 79} << hit(15) + missed;
    QTest::newRow("both windows") << Rows{60, 120} << 2.0;
    QTest::newRow("before any window") << Rows{40} << 2.0 * missed - 0.11;
    QTest::newRow("just after a window") << Rows{80} << 2.0 * missed + 0.11 * sigmoid(1.0 / 19.0);
    QTest::newRow("long after a window") << Rows{199} << 2.0 * missed - 0.11;
    QTest::newRow("in probation") << Rows{0, 29} << 2.0 * missed;
    QTest::newRow("first row after probation") << Rows{30} << 2.0 * missed - 0.11;
}

void TestNabScore::valuesRowsByTheirPlace()
{
    QFETCH(std::vector<std::size_t>, rows);
    QFETCH(double, expected);
    QVERIFY2(std::abs(rawScoreOf(rows) - expected) < 1e-12, qPrintable(QString::number(rawScoreOf(rows), 'g', 17)));
}

void TestNabScore::missedWindowsCostWhatTheProfileSays()
{
    QCOMPARE(rawScoreOf({}, kNabStandard), -2.0);
    QCOMPARE(rawScoreOf({}, kNabLowMisses), -4.0);
    QCOMPARE(rawScoreOf({40}, kNabLowFalseAlarms), -2.22);
}

void TestNabScore::theBestThresholdIsTheBestOfAll()
{
    std::vector<double> scores(kRows);
    for (std::size_t i = 0; i < kRows; ++i)
        scores[i] = static_cast<double>((i * 37) % 101) / 10.0;
    const std::vector<NabSeries> files{{scores, {{60, 79}, {120, 139}}}};
    const NabResult best = nabBestThreshold(files, kNabStandard);
    double bestOfAll = nabRawScore(files[0], 1e9, kNabStandard);
    for (const double threshold : scores)
        bestOfAll = std::max(bestOfAll, nabRawScore(files[0], threshold, kNabStandard));
    QVERIFY(std::abs(best.raw - bestOfAll) < 1e-12);
    QVERIFY(std::abs(nabRawScore(files[0], best.threshold, kNabStandard) - best.raw) < 1e-12);
}

void TestNabScore::sayingNothingGivesZeroAndAllEarlyHitsHundred()
{
    const std::vector<double> nothing(kRows, kMissing);
    QCOMPARE(nabBestThreshold(std::vector<NabSeries>{{nothing, {{60, 79}}}}, kNabStandard).normalised, 0.0);
    std::vector<double> perfect(kRows, 0.0);
    perfect[60] = 1.0;
    QCOMPARE(nabBestThreshold(std::vector<NabSeries>{{perfect, {{60, 79}}}}, kNabStandard).normalised, 100.0);
    QCOMPARE(nabBestThreshold(std::vector<NabSeries>{{perfect, {}}}, kNabStandard).normalised, 0.0);
    QCOMPARE(nabBestThreshold({}, kNabStandard).normalised, 0.0);
}

void TestNabScore::aMissingScoreIsUnderEveryThreshold()
{
    std::vector<double> scores(kRows, 0.0);
    scores[100] = kMissing;
    QCOMPARE(nabRawScore({scores, {}}, 0.5, kNabStandard), 0.0);
}

void TestNabScore::reproducesTheReferenceScores_data()
{
    QTest::addColumn<QString>("profile");
    for (const char *profile : {"standard", "reward_low_FP_rate", "reward_low_FN_rate"})
        QTest::newRow(profile) << QString(profile);
}

/// Scores of another detector, published with the benchmark's own verdict on them. Its threshold was the best over more files than these.
void TestNabScore::reproducesTheReferenceScores()
{
    QFETCH(QString, profile);
    TELLTALE_NEED_SERIES(expectedPath, "nab/reference/expected.json");
    QFile expectedFile(expectedPath);
    QVERIFY(expectedFile.open(QIODevice::ReadOnly));
    const QJsonObject expected = QJsonDocument::fromJson(expectedFile.readAll()).object().value(profile).toObject();
    const std::string folder = test::realSeries("nab").toStdString();
    static const Result<std::vector<NabFile>> corpus = readNabCorpus(folder); // once for all profiles
    QVERIFY2(corpus.ok(), corpus ? "" : corpus.error().text().c_str());
    QCOMPARE(corpus->size(), 25U);

    static std::vector<std::vector<double>> scores;
    for (std::size_t i = scores.size(); i < corpus->size(); ++i) {
        const NabFile &file = (*corpus)[i];
        const Result<NabColumn> column = readNabColumn(folder + "/reference/" + file.name);
        QVERIFY2(column.ok(), column ? "" : column.error().text().c_str());
        QCOMPARE(column->values.size(), file.values.size());
        scores.push_back(column->values);
    }
    std::vector<NabSeries> series;
    for (std::size_t i = 0; i < scores.size(); ++i)
        series.push_back({scores[i], (*corpus)[i].windows});
    const NabResult got = nabAtThreshold(series, expected["threshold"].toDouble(), profileOf(profile));
    QVERIFY2(std::abs(got.normalised - expected["normalised"].toDouble()) < 1e-4, qPrintable(QString::number(got.normalised, 'f', 5)));
    QVERIFY(std::abs(got.raw - expected["raw_total"].toDouble()) < 1e-5);
    QVERIFY(nabBestThreshold(series, profileOf(profile)).raw >= got.raw);
    const QJsonObject perFile = expected["per_file_raw"].toObject();
    for (std::size_t i = 0; i < series.size() && !perFile.isEmpty(); ++i) {
        const double raw = nabRawScore(series[i], got.threshold, profileOf(profile));
        const double wanted = perFile.value(QString::fromStdString((*corpus)[i].name)).toDouble(1e9);
        QVERIFY2(std::abs(raw - wanted) < 2e-6, (*corpus)[i].name.c_str());
    }
}

void TestNabScore::readsACorpus()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir("a"));
    write(folder.filePath("a/x.csv"), "timestamp,value\n2014-01-01 00:00:00,1\n2014-01-01 00:05:00,2.5\n2014-01-01 00:10:00,-3e2\n");
    write(folder.filePath("windows.json"),
          R"({"a/x.csv": [["2014-01-01 00:05:00.000000", "2014-01-01 00:10:00.000000"], ["2015-01-01", "2015-01-01 01:00:00"]]})");
    QVERIFY(!readNabCorpus(folder.path().toStdString()).ok());
    write(folder.filePath("windows.json"),
          R"({"a/x.csv": [["2014-01-01 00:05:00.000000", "2014-01-01 00:10:00.000000"], ["2015-01-01 00:00:00", "2015-01-01 01:00:00"]]})");
    const Result<std::vector<NabFile>> corpus = readNabCorpus(folder.path().toStdString());
    QVERIFY2(corpus.ok(), corpus ? "" : corpus.error().text().c_str());
    QCOMPARE(corpus->size(), 1U);
    QCOMPARE((*corpus)[0].values, (std::vector<double>{1.0, 2.5, -300.0}));
    QCOMPARE((*corpus)[0].windows.size(), 1U);
    QCOMPARE((*corpus)[0].windows[0].first, 1U);
    QCOMPARE((*corpus)[0].windows[0].last, 2U);
}

void TestNabScore::namesThePlaceOfABadCell_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("no number") << QByteArray("2014-01-01 00:05:00,abc") << ErrorKind::BadFormat;
    QTest::newRow("half a number") << QByteArray("2014-01-01 00:05:00,1.5x") << ErrorKind::BadFormat;
    QTest::newRow("no time") << QByteArray("yesterday,1") << ErrorKind::BadFormat;
    QTest::newRow("a cell too few") << QByteArray("2014-01-01 00:05:00") << ErrorKind::BadFormat;
}

void TestNabScore::namesThePlaceOfABadCell()
{
    QFETCH(QByteArray, row);
    QFETCH(ErrorKind, kind);
    QTemporaryDir folder;
    const QString path = folder.filePath("x.csv");
    write(path, "timestamp,value\n2014-01-01 00:00:00,1\n" + row + '\n');
    const Result<NabColumn> column = readNabColumn(path.toStdString());
    QVERIFY(!column.ok());
    QCOMPARE(column.error().kind, kind);
    QVERIFY2(QString::fromStdString(column.error().where).endsWith("x.csv:3"), column.error().where.c_str());
    QCOMPARE(readNabColumn(folder.filePath("none.csv").toStdString()).error().kind, ErrorKind::NotFound);
}

QTEST_APPLESS_MAIN(TestNabScore)
#include "tst_nab_score.moc"
