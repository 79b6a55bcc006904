// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/shingle_ensemble_detector.h"
#include "tests/core/detect/daily_wave.h"
#include "tests/core/detect/hostile_values.h"
#include "tests/core/detect/naive_stream_a.h"
#include "tests/core/detect/rows.h"

#include <QtTest>

#include <array>
#include <cmath>
#include <random>

using namespace telltale;
using test::dailyWave;
using test::made;
using test::secondOfDay;
using test::show;
using test::showAll;

namespace {

/// The hour's opinion as its definition reads.
class NaiveSeason {
public:
    double raw(double x, double second)
    {
        const auto hour = static_cast<std::size_t>(second / 3600.0);
        const double raw = m_count[hour] == 0 ? 0.0 : std::abs(x - m_mean[hour]);
        m_count[hour] += 1;
        m_mean[hour] += std::max(1.0 / m_count[hour], 0.02) * (x - m_mean[hour]);
        return raw;
    }

private:
    std::array<double, 24> m_count{};
    std::array<double, 24> m_mean{};
};

/// All six opinions and their weighted mean, written down as the definition reads.
class NaiveEnsemble {
public:
    NaiveEnsemble(std::size_t library, std::size_t history, double warmUp)
        : m_knns{{{10, 2, library, true}, {10, 2, library, false}, {5, 2, library, false}, {20, 2, library, false}}}
        , m_tails{{{true, 0.95, history, warmUp},
                   {true, 0.95, history, warmUp},
                   {false, 0.90, history, warmUp},
                   {false, 0.90, history, warmUp},
                   {false, 0.90, history, warmUp},
                   {true, 0.90, history, warmUp}}}
    {
    }

    double score(double x, double second)
    {
        std::array<double, 4> r{};
        for (std::size_t i = 0; i < r.size(); ++i)
            r[i] = m_knns[i].raw(x, second);
        const std::array<double, 6> raws{r[0], r[1], r[1], r[2], r[3], m_season.raw(x, second)};
        double sum = 0.0;
        for (std::size_t i = 0; i < raws.size(); ++i)
            sum += (i == 5 ? 2.0 : 1.0) * m_tails[i].score(raws[i], x);
        return sum / 7.0;
    }

private:
    std::array<test::NaiveShingleKnn, 4> m_knns;
    std::array<test::NaiveTail, 6> m_tails;
    NaiveSeason m_season;
};

const std::map<std::string, ParamValue> kQuick{{"warmUp", 150.0}, {"library", 400.0}, {"tailHistory", 600.0}};

} // namespace

class TestShingleEnsembleDetector : public QObject {
    Q_OBJECT

private slots:
    void agreesWithItsDefinition();
    void pulsesAsTheControlDoes();
    void aConstantSensorIsNormal();
    void badRowsAreNoDecisionAndLeaveNoTrace_data() { test::addUnusableReadings(); }
    void badRowsAreNoDecisionAndLeaveNoTrace();
    void outrageousValuesDoNotStick_data() { test::addOutrageousReadings(); }
    void outrageousValuesDoNotStick();
    void theBandIsWhereItWouldFire();
    void aShiftOfTheDayIsSeenThoughTheShapeIsKnown();
    void staysWithinItsMemory();
};

void TestShingleEnsembleDetector::agreesWithItsDefinition()
{
    detect::ShingleEnsembleDetector detector({400, 600, 150.0});
    NaiveEnsemble naive(400, 600, 150.0);
    std::vector<double> values = dailyWave(2500);
    values[700] += 40.0;
    values[1900] -= 3.0;
    int strange = 0;
    for (std::size_t row = 0; row < values.size(); ++row) {
        const double s = show(detector, row, values[row]).raw;
        const double wanted = naive.score(values[row], secondOfDay(row));
        strange += wanted > 2.0;
        // The day's circle has steps of 1/32767: now and then a raw score falls on the other side of a rounding step.
        QVERIFY2(std::abs(s - wanted) < 0.01, qPrintable(QStringLiteral("row %1: %2, not %3").arg(row).arg(s).arg(wanted)));
    }
    QVERIFY(strange > 0);
}

void TestShingleEnsembleDetector::pulsesAsTheControlDoes()
{
    const auto detector = made("shingle_ensemble", kQuick);
    test::NaiveControl control(150.0);
    std::vector<double> values = dailyWave(3000, 4);
    for (const std::size_t row : {900U, 1700U, 1720U, 2500U})
        values[row] += row == 1720 ? 60.0 : 6.0;
    int pulses = 0;
    for (std::size_t row = 0; row < values.size(); ++row) {
        const Score score = show(*detector, row, values[row]);
        QCOMPARE(score.verdict == Verdict::NoDecision, row < 150);
        QCOMPARE(score.pulse, row >= 150 && control.output(score.value) > 0.0);
        pulses += score.pulse;
    }
    QVERIFY(pulses >= 3);
}

void TestShingleEnsembleDetector::aConstantSensorIsNormal()
{
    const auto detector = made("shingle_ensemble", kQuick);
    for (std::size_t row = 0; row < 1000; ++row) {
        const Score score = show(*detector, row, 42.0);
        QVERIFY(score.verdict != Verdict::Anomalous);
        QCOMPARE(score.value, 0.0);
        QCOMPARE(score.expected, 42.0);
    }
    QCOMPARE(show(*detector, 1000, 43.0).verdict, Verdict::Anomalous);
}

void TestShingleEnsembleDetector::badRowsAreNoDecisionAndLeaveNoTrace()
{
    QFETCH(double, value);
    QFETCH(Quality, quality);
    test::compareWithUnusableReadings(*made("shingle_ensemble", kQuick), *made("shingle_ensemble", kQuick), dailyWave(600), value, quality);
}

void TestShingleEnsembleDetector::outrageousValuesDoNotStick()
{
    QFETCH(double, value);
    test::checkOutrageousReading(*made("shingle_ensemble", kQuick), dailyWave(1500), 400, value);
}

void TestShingleEnsembleDetector::theBandIsWhereItWouldFire()
{
    const auto detector = made("shingle_ensemble", kQuick);
    const std::vector<double> values = dailyWave(1500);
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

/// What one shingle detector alone does not see: the usual evening, in the morning.
void TestShingleEnsembleDetector::aShiftOfTheDayIsSeenThoughTheShapeIsKnown()
{
    constexpr std::size_t kDayRows = 288;
    std::vector<double> values = dailyWave(12 * kDayRows, 9);
    const std::vector<double> later = dailyWave(12 * kDayRows + kDayRows / 2, 9);
    for (std::size_t row = 11 * kDayRows; row < values.size(); ++row)
        values[row] = later[row + kDayRows / 2];
    const auto detector = made("shingle_ensemble", {{"warmUp", 300.0}});
    const std::vector<Score> scores = showAll(*detector, values);
    const auto shifted = scores.begin() + static_cast<std::ptrdiff_t>(11 * kDayRows);
    QVERIFY(std::any_of(shifted, shifted + 72, [](const Score &score) { return score.pulse; }));
}

void TestShingleEnsembleDetector::staysWithinItsMemory()
{
    const auto detector = made("shingle_ensemble");
    const std::size_t before = detector->bytes();
    (void)showAll(*detector, dailyWave(9000));
    QCOMPARE(detector->bytes(), before);
    QVERIFY2(before <= 150'000, qPrintable(QString::number(before)));
}

QTEST_APPLESS_MAIN(TestShingleEnsembleDetector)
#include "tst_shingle_ensemble_detector.moc"
