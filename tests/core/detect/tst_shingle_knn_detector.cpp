// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/shingle_knn_detector.h"
#include "tests/core/detect/daily_wave.h"
#include "tests/core/detect/hostile_values.h"
#include "tests/core/detect/naive_stream_a.h"
#include "tests/core/detect/rows.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <random>

using namespace telltale;
using test::dailyWave;
using test::made;
using test::secondOfDay;
using test::show;
using test::showAll;

namespace {

const std::map<std::string, ParamValue> kQuick{{"warmUp", 100.0}, {"library", 500.0}};

} // namespace

class TestShingleKnnDetector : public QObject {
    Q_OBJECT

private slots:
    void theRawScoreAgreesWithItsDefinition_data();
    void theRawScoreAgreesWithItsDefinition();
    void theWholeStreamAgreesWithItsDefinition();
    void makesNoDecisionWhileItWarmsUp();
    void aConstantSensorIsNormal_data();
    void aConstantSensorIsNormal();
    void aSensorThatWakesUpIsAnomalous();
    void badRowsAreNoDecisionAndLeaveNoTrace_data() { test::addUnusableReadings(); }
    void badRowsAreNoDecisionAndLeaveNoTrace();
    void outrageousValuesDoNotStick_data() { test::addOutrageousReadings(); }
    void outrageousValuesDoNotStick();
    void theSameRowsGiveTheSameBits();
    void findsASpikeInACalmSeries();
    void theBandIsWhereItWouldFire();
    void staysWithinItsMemory();
    void withoutStagesTheLimitIsAQuantileOfItsOwnScores();
};

void TestShingleKnnDetector::theRawScoreAgreesWithItsDefinition_data()
{
    QTest::addColumn<bool>("timeOfDay");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("neighbours");
    QTest::addColumn<double>("offset");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("stream A") << true << 10 << 2 << 0.0 << 1e-4; // the day's circle has steps of 1/32767
    QTest::newRow("without the time of day") << false << 10 << 2 << 0.0 << 1e-10;
    QTest::newRow("narrow, many neighbours") << false << 3 << 7 << 0.0 << 1e-10;
    QTest::newRow("a large offset") << false << 10 << 2 << 1e9 << 1e-6;
}

void TestShingleKnnDetector::theRawScoreAgreesWithItsDefinition()
{
    QFETCH(bool, timeOfDay);
    QFETCH(int, width);
    QFETCH(int, neighbours);
    QFETCH(double, offset);
    QFETCH(double, tolerance);
    const auto d = static_cast<std::size_t>(width);
    const auto k = static_cast<std::size_t>(neighbours);
    detect::ShingleKnnDetector detector({d, k, 300, timeOfDay});
    test::NaiveShingleKnn naive(d, k, 300, timeOfDay);
    std::vector<double> values = dailyWave(1200);
    values[700] += 40.0;
    for (std::size_t row = 0; row < values.size(); ++row) {
        const double x = offset + values[row];
        const double raw = show(detector, row, x).raw;
        const double wanted = naive.raw(x, secondOfDay(row));
        QVERIFY2(std::abs(raw - wanted) <= tolerance, qPrintable(QStringLiteral("row %1: %2, not %3").arg(row).arg(raw).arg(wanted)));
    }
}

void TestShingleKnnDetector::theWholeStreamAgreesWithItsDefinition()
{
    constexpr double kWarmUp = 150.0;
    const auto detector = made("shingle_knn", {{"warmUp", kWarmUp}, {"library", 400.0}, {"timeOfDay", false}, {"tailHistory", 600.0}});
    test::NaiveShingleKnn knn(10, 2, 400, false);
    test::NaiveTail tail(true, 0.95, 600, kWarmUp);
    test::NaiveControl control(kWarmUp);
    std::vector<double> values = dailyWave(3000, 4);
    for (const std::size_t row : {900U, 1700U, 1720U, 2500U})
        values[row] += row == 1720 ? 60.0 : 6.0;
    int pulses = 0;
    for (std::size_t row = 0; row < values.size(); ++row) {
        const Score score = show(*detector, row, values[row]);
        const double s = tail.score(knn.raw(values[row], secondOfDay(row)), values[row]);
        QVERIFY2(std::abs(score.value - s) < 1e-5, qPrintable(QStringLiteral("row %1: %2, not %3").arg(row).arg(score.value).arg(s)));
        const bool pulse = row >= static_cast<std::size_t>(kWarmUp) && control.output(s) > 0.0;
        QCOMPARE(score.pulse, pulse);
        QCOMPARE(score.likelihood, row < static_cast<std::size_t>(kWarmUp) ? 0.0 : 1.0 - std::pow(10.0, -score.value));
        pulses += pulse;
    }
    QVERIFY(pulses >= 4);
}

void TestShingleKnnDetector::makesNoDecisionWhileItWarmsUp()
{
    const auto detector = made("shingle_knn", kQuick);
    const std::vector<double> values = dailyWave(102);
    for (std::size_t row = 0; row < 100; ++row) {
        QCOMPARE(detector->warmUp(), static_cast<double>(row) / 100.0);
        const Score score = show(*detector, row, values[row] + (row == 60 ? 100.0 : 0.0));
        QCOMPARE(score.verdict, Verdict::NoDecision);
        QVERIFY(!score.pulse);
    }
    QCOMPARE(detector->warmUp(), 1.0);
    QVERIFY(show(*detector, 100, values[100]).verdict != Verdict::NoDecision);
}

void TestShingleKnnDetector::aConstantSensorIsNormal_data()
{
    QTest::addColumn<double>("value");
    for (const double value : {0.0, 1.0, 0.1, -40.0, 1e100, 5e-324})
        QTest::addRow("%g", value) << value;
}

void TestShingleKnnDetector::aConstantSensorIsNormal()
{
    QFETCH(double, value);
    for (const std::vector<std::string> &stages : {std::vector<std::string>{"tail", "control"}, {"tail"}, {"control"}, {}}) {
        const auto detector = made("shingle_knn", kQuick, stages);
        for (const Score &score : showAll(*detector, std::vector<double>(1000, value))) {
            QVERIFY(score.verdict != Verdict::Anomalous);
            QVERIFY(!score.pulse);
            QCOMPARE(score.value, 0.0);
            QVERIFY(!test::anyInfinite(score));
        }
        QCOMPARE(show(*detector, 1000, value).verdict, Verdict::Normal);
    }
}

void TestShingleKnnDetector::aSensorThatWakesUpIsAnomalous()
{
    const auto detector = made("shingle_knn", kQuick);
    (void)showAll(*detector, std::vector<double>(800, 12.0));
    const Score score = show(*detector, 800, 12.5);
    QCOMPARE(score.verdict, Verdict::Anomalous);
    QVERIFY(score.pulse);
    QCOMPARE(score.expected, 12.0);
}

void TestShingleKnnDetector::badRowsAreNoDecisionAndLeaveNoTrace()
{
    QFETCH(double, value);
    QFETCH(Quality, quality);
    test::compareWithUnusableReadings(*made("shingle_knn", kQuick), *made("shingle_knn", kQuick), dailyWave(600), value, quality);
}

void TestShingleKnnDetector::outrageousValuesDoNotStick()
{
    QFETCH(double, value);
    test::checkOutrageousReading(*made("shingle_knn", kQuick), dailyWave(1500), 400, value);
}

void TestShingleKnnDetector::theSameRowsGiveTheSameBits()
{
    const std::vector<double> values = dailyWave(1500);
    const auto other = made("shingle_knn", kQuick);
    const auto first = made("shingle_knn", kQuick);
    std::vector<Score> scores;
    for (std::size_t row = 0; row < values.size(); ++row) {
        scores.push_back(show(*first, row, values[row]));
        (void)show(*other, row, -values[row]); // another sensor in between
    }
    const auto second = made("shingle_knn", kQuick);
    for (std::size_t row = 0; row < values.size(); ++row)
        QVERIFY(test::sameBits(show(*second, row, values[row]), scores[row]));
}

/// After the evaporator day: readings of 27.0 to 27.3 in steps of 0.1, nine minutes at 29.0 and 29.1.
void TestShingleKnnDetector::findsASpikeInACalmSeries()
{
    const auto detector = made("shingle_knn", {{"warmUp", 300.0}});
    std::mt19937_64 random(8);
    std::vector<double> values;
    for (int row = 0; row < 1159; ++row)
        values.push_back(27.0 + 0.1 * static_cast<double>(random() % 4));
    for (std::size_t row = 722; row <= 730; ++row)
        values[row] = row < 725 ? 29.0 : 29.1;
    const std::vector<Score> scores = showAll(*detector, values);
    std::vector<std::size_t> pulses;
    for (std::size_t row = 0; row < scores.size(); ++row) {
        if (scores[row].pulse && scores[row].value > 3.0)
            pulses.push_back(row);
    }
    QCOMPARE(pulses.size(), 1U);
    QCOMPARE(pulses[0], 722U);
    for (std::size_t row = 722; row <= 730; ++row)
        QCOMPARE(scores[row].verdict, Verdict::Anomalous);
}

void TestShingleKnnDetector::theBandIsWhereItWouldFire()
{
    const auto detector = made("shingle_knn", kQuick);
    const std::vector<double> values = dailyWave(1000);
    int inside = 0;
    int judged = 0;
    for (std::size_t row = 0; row < values.size(); ++row) {
        const Score score = show(*detector, row, values[row]);
        if (score.verdict == Verdict::NoDecision)
            continue;
        QVERIFY(score.lower < score.expected && score.expected < score.upper);
        ++judged;
        inside += values[row] > score.lower && values[row] < score.upper;
    }
    QVERIFY2(inside > judged * 9 / 10, qPrintable(QStringLiteral("%1 of %2").arg(inside).arg(judged)));
    const Score far = show(*detector, values.size(), 100.0);
    QVERIFY(far.upper < 100.0);
}

void TestShingleKnnDetector::staysWithinItsMemory()
{
    const auto detector = made("shingle_knn");
    const std::size_t before = detector->bytes();
    (void)showAll(*detector, dailyWave(9000));
    QCOMPARE(detector->bytes(), before);
    QVERIFY2(before <= 150'000, qPrintable(QString::number(before)));
}

void TestShingleKnnDetector::withoutStagesTheLimitIsAQuantileOfItsOwnScores()
{
    const auto detector = made("shingle_knn", kQuick, {});
    const std::vector<double> values = dailyWave(1000);
    std::vector<double> raw;
    for (std::size_t row = 0; row < values.size(); ++row) {
        const Score score = show(*detector, row, values[row]);
        QCOMPARE(score.value, score.raw);
        QVERIFY(!score.controlled);
        if (row >= 100) {
            const double limit = test::quantileOf(raw, 0.99);
            QVERIFY(std::abs(score.limit - limit) < 1e-6 * limit);
            QCOMPARE(score.verdict, score.value >= score.limit ? Verdict::Anomalous : Verdict::Normal);
        }
        raw.push_back(score.raw);
    }
}

QTEST_APPLESS_MAIN(TestShingleKnnDetector)
#include "tst_shingle_knn_detector.moc"
