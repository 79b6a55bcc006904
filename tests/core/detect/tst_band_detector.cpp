// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/band_detector.h"
#include "tests/core/detect/hostile_values.h"
#include "tests/core/detect/rows.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <random>

using namespace telltale;
using test::made;
using test::show;
using test::showAll;

class TestBandDetector : public QObject {
    Q_OBJECT

private slots:
    void judgesAgainstTheGivenBand_data();
    void judgesAgainstTheGivenBand();
    void fitsMeanAndDeviationOnTheFirstRows();
    void keepsTheBandOnceFitted();
    void makesNoDecisionWhileFitting();
    void aSensorThatStoodStillMustKeepStill_data();
    void aSensorThatStoodStillMustKeepStill();
    void minSdWidensTheBand();
    void badRowsAreNoDecisionAndLeaveNoTrace_data() { test::addUnusableReadings(); }
    void badRowsAreNoDecisionAndLeaveNoTrace();
    void anUncertainReadingIsJudged();
    void flagsAsManyValuesAsANormalDistributionHas();
    void findsASpikeInACalmSeries();
    void tailAndControlFitBehindIt();
};

void TestBandDetector::judgesAgainstTheGivenBand_data()
{
    QTest::addColumn<double>("k");
    QTest::addColumn<double>("x");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("in the middle") << 3.72 << 25.0 << Verdict::Normal;
    QTest::newRow("just inside") << 3.72 << 25.0 + 2.0 * 3.7199 << Verdict::Normal;
    QTest::newRow("just outside") << 3.72 << 25.0 + 2.0 * 3.7201 << Verdict::Anomalous;
    QTest::newRow("below") << 3.72 << 25.0 - 2.0 * 3.7201 << Verdict::Anomalous;
    QTest::newRow("at the limit is normal") << 3.0 << 31.0 << Verdict::Normal;
    QTest::newRow("at the limit below is normal") << 3.0 << 19.0 << Verdict::Normal;
    QTest::newRow("a narrow band") << 1.0 << 27.5 << Verdict::Anomalous;
}

void TestBandDetector::judgesAgainstTheGivenBand()
{
    QFETCH(double, k);
    QFETCH(double, x);
    QFETCH(Verdict, verdict);
    const auto band = made("band", {{"k", k}, {"mean", 25.0}, {"sd", 2.0}});
    QVERIFY(band);
    QCOMPARE(band->warmUp(), 1.0);
    const Score score = show(*band, 0, x);
    QCOMPARE(score.verdict, verdict);
    QCOMPARE(score.value, std::abs(x - 25.0) / 2.0);
    QCOMPARE(score.raw, score.value);
    QCOMPARE(score.limit, k);
    QCOMPARE(score.expected, 25.0);
    QCOMPARE(score.lower, 25.0 - 2.0 * k);
    QCOMPARE(score.upper, 25.0 + 2.0 * k);
    QCOMPARE(score.likelihood, std::erf(score.value / std::sqrt(2.0)));
    QVERIFY(score.contributions.empty());
    QVERIFY(!score.controlled && !score.pulse);
}

void TestBandDetector::fitsMeanAndDeviationOnTheFirstRows()
{
    const auto band = made("band", {{"warmUp", 4.0}, {"k", 2.0}});
    (void)showAll(*band, {1e6 + 1.0, 1e6 + 2.0, 1e6 + 3.0, 1e6 + 6.0});
    const Score score = show(*band, 4, 1e6 + 3.0);
    const double sd = std::sqrt((4.0 + 1.0 + 0.0 + 9.0) / 3.0);
    QCOMPARE(score.expected, 1e6 + 3.0);
    QVERIFY(std::abs(score.upper - (1e6 + 3.0 + 2.0 * sd)) < 1e-8);
}

void TestBandDetector::keepsTheBandOnceFitted()
{
    const auto band = made("band", {{"warmUp", 3.0}});
    (void)showAll(*band, {1.0, 2.0, 3.0});
    const Score first = show(*band, 3, 100.0);
    for (std::size_t row = 4; row < 1000; ++row)
        QVERIFY(test::sameBits(show(*band, row, 100.0), first));
}

void TestBandDetector::makesNoDecisionWhileFitting()
{
    const auto band = made("band", {{"warmUp", 10.0}});
    for (std::size_t row = 0; row < 10; ++row) {
        QCOMPARE(band->warmUp(), static_cast<double>(row) / 10.0);
        const Score score = show(*band, row, row == 5 ? 1e9 : 1.0);
        QCOMPARE(score.verdict, Verdict::NoDecision);
        QCOMPARE(score.likelihood, 0.0);
    }
    QCOMPARE(band->warmUp(), 1.0);
    QCOMPARE(show(*band, 10, 1.0).verdict, Verdict::Normal);
}

void TestBandDetector::aSensorThatStoodStillMustKeepStill_data()
{
    QTest::addColumn<double>("still");
    QTest::addColumn<double>("moved");
    QTest::newRow("at zero") << 0.0 << 0.001;
    QTest::newRow("at five") << 5.0 << 5.001;
    QTest::newRow("at a billion") << 1e9 << 1e9 + 10.0;
    QTest::newRow("negative") << -273.15 << -273.0;
    QTest::newRow("an odd fraction") << 0.1 << 0.1001;
}

void TestBandDetector::aSensorThatStoodStillMustKeepStill()
{
    QFETCH(double, still);
    QFETCH(double, moved);
    const auto band = made("band");
    (void)showAll(*band, std::vector<double>(200, still));
    const Score same = show(*band, 200, still);
    QCOMPARE(same.verdict, Verdict::Normal);
    QCOMPARE(same.value, 0.0);
    const Score other = show(*band, 201, moved);
    QCOMPARE(other.verdict, Verdict::Anomalous);
    QVERIFY(other.value <= detect::BandDetector::kScoreCap);
}

void TestBandDetector::minSdWidensTheBand()
{
    const auto band = made("band", {{"minSd", 0.5}, {"k", 2.0}, {"warmUp", 5.0}});
    (void)showAll(*band, std::vector<double>(5, 7.0));
    QCOMPARE(show(*band, 5, 7.9).verdict, Verdict::Normal);
    QCOMPARE(show(*band, 6, 8.1).verdict, Verdict::Anomalous);
}

void TestBandDetector::badRowsAreNoDecisionAndLeaveNoTrace()
{
    QFETCH(double, value);
    QFETCH(Quality, quality);
    std::vector<double> wave;
    for (int row = 0; row < 60; ++row)
        wave.push_back(std::sin(row));
    const std::map<std::string, ParamValue> quick{{"warmUp", 20.0}};
    test::compareWithUnusableReadings(*made("band", quick), *made("band", quick), wave, value, quality);
}

void TestBandDetector::anUncertainReadingIsJudged()
{
    const auto band = made("band", {{"warmUp", 20.0}});
    for (std::size_t row = 0; row < 60; ++row)
        (void)show(*band, row, std::sin(static_cast<double>(row)));
    QCOMPARE(show(*band, 60, 5e-324, Quality::Uncertain).verdict, Verdict::Normal);
}

/// The reference system's channels: +-3.72 sd leaves 1.992e-4 of independent values outside.
void TestBandDetector::flagsAsManyValuesAsANormalDistributionHas()
{
    const auto band = made("band", {{"mean", 60.0}, {"sd", 3.0}});
    std::mt19937_64 random(2024);
    std::normal_distribution<double> noise(60.0, 3.0);
    int flagged = 0;
    constexpr int kValues = 500'000;
    for (std::size_t row = 0; row < kValues; ++row)
        flagged += show(*band, row, noise(random)).verdict == Verdict::Anomalous;
    const double expected = 1.992e-4 * kValues;
    QVERIFY2(std::abs(flagged - expected) < 4.0 * std::sqrt(expected), qPrintable(QString::number(flagged)));
}

/// After the evaporator day: readings of 27.0 to 27.3 in steps of 0.1, nine minutes at 29.0 and 29.1.
void TestBandDetector::findsASpikeInACalmSeries()
{
    const auto band = made("band");
    std::vector<double> values;
    for (int row = 0; row < 1159; ++row)
        values.push_back(27.0 + 0.1 * ((row * 7) % 11 % 4));
    for (std::size_t row = 722; row <= 730; ++row)
        values[row] = row < 725 ? 29.0 : 29.1;
    const std::vector<Score> scores = showAll(*band, values);
    for (std::size_t row = 200; row < scores.size(); ++row)
        QCOMPARE(scores[row].verdict, row >= 722 && row <= 730 ? Verdict::Anomalous : Verdict::Normal);
}

void TestBandDetector::tailAndControlFitBehindIt()
{
    const auto band = made("band", {{"warmUp", 100.0}}, {"tail", "control"});
    QVERIFY(band);
    std::mt19937_64 random(5);
    std::normal_distribution<double> noise(20.0, 1.0);
    for (std::size_t row = 0; row < 200; ++row) {
        QCOMPARE(show(*band, row, noise(random)).verdict, Verdict::NoDecision);
        QCOMPARE(band->warmUp(), row < 100 ? 0.0 : static_cast<double>(row - 99) / 100.0);
    }
    for (std::size_t row = 200; row < 1000; ++row)
        (void)show(*band, row, noise(random));
    const Score score = show(*band, 1000, 80.0);
    QCOMPARE(score.verdict, Verdict::Anomalous);
    QVERIFY(score.controlled);
    QCOMPARE(score.value, 8.0);
    QVERIFY(score.upper < 80.0 && score.upper > 20.0);
}

QTEST_APPLESS_MAIN(TestBandDetector)
#include "tst_band_detector.moc"
