// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/rcf_detector.h"
#include "simulator/scenarios/evaporator.h"
#include "tests/core/detect/daily_wave.h"
#include "tests/core/detect/hostile_values.h"
#include "tests/core/detect/rows.h"

#include <QtTest>

#include <cmath>
#include <numeric>
#include <random>

using namespace telltale;
using simulator::EvaporatorScenario;
using test::dailyWave;
using test::made;
using test::show;
using test::showAll;

namespace {

const std::map<std::string, ParamValue> kQuick{{"warmUp", 200.0}, {"trees", 20.0}};

std::vector<double> evaporatorDay(std::uint64_t seed)
{
    EvaporatorScenario scenario(seed);
    std::vector<double> values;
    for (std::size_t row = 0; row < EvaporatorScenario::kRowsPerDay; ++row)
        values.push_back(scenario.next(0, 60.0 * static_cast<double>(row)).values[0]);
    return values;
}

bool isEvent(std::size_t row)
{
    return row >= EvaporatorScenario::kEventBegin && row < EvaporatorScenario::kEventEnd;
}

/// The whole day is learnt first and scored afterwards.
std::vector<double> scoresInHindsight(const std::vector<double> &values, std::uint64_t seed)
{
    detect::RandomCutForest forest({50, 2048, 1, 1, 0.1 / 2048.0}, detect::SeededRandom(seed, "hvac/evaporator"));
    for (const double value : values) {
        const auto row = static_cast<float>(value);
        forest.push({&row, 1});
        forest.learn();
    }
    std::vector<double> scores;
    for (const double value : values) {
        const auto row = static_cast<float>(value);
        forest.push({&row, 1});
        scores.push_back(forest.score());
    }
    return scores;
}

std::unique_ptr<detect::Detector> madeForAsset(std::size_t channels, std::map<std::string, ParamValue> params = kQuick)
{
    auto detector = detect::makeDetector({"rcf", std::move(params), {}, true}, std::vector<detect::ChannelSpec>(channels), "a");
    return detector ? std::move(*detector) : nullptr;
}

Score showRow(detect::Detector &detector, std::size_t row, const std::vector<double> &values)
{
    const std::vector<Quality> good(values.size(), Quality::Good);
    return detector.update({test::timeOfRow(row), values, good});
}

/// Three sensors that move together, in units that differ by a factor of a million.
std::vector<double> machineRow(std::size_t row, std::mt19937_64 &random)
{
    std::normal_distribution<double> noise(0.0, 0.05);
    const double load = std::sin(static_cast<double>(row) / 30.0);
    return {20.0 + 3.0 * load + noise(random), 1e6 * (1.0 + 0.3 * load + 0.1 * noise(random)), 1e-3 * (2.0 - load + noise(random))};
}

} // namespace

class TestRcfDetector : public QObject {
    Q_OBJECT

private slots:
    void flagsTheEvaporatorsEventInHindsight_data();
    void flagsTheEvaporatorsEventInHindsight();
    void flagsTheEvaporatorsEventAsItHappens();
    void theLimitFollowsFromItsOwnScores();
    void makesNoDecisionWhileItWarmsUp();
    void aConstantSensorIsNormal_data();
    void aConstantSensorIsNormal();
    void aSensorThatWakesUpIsAnomalous();
    void badRowsAreNoDecisionAndLeaveNoTrace_data() { test::addUnusableReadings(); }
    void badRowsAreNoDecisionAndLeaveNoTrace();
    void oneBadSensorMakesTheAssetsRowNoDecision();
    void outrageousValuesDoNotStick_data() { test::addOutrageousReadings(); }
    void outrageousValuesDoNotStick();
    void anOutrageousFirstReadingDoesNotBlindIt_data() { test::addOutrageousReadings(); }
    void anOutrageousFirstReadingDoesNotBlindIt();
    void aGapChangesNothing();
    void seesSmallChangesOfALargeValue();
    void theSameRowsGiveTheSameBits();
    void contributionsNameTheFaultySensor_data();
    void contributionsNameTheFaultySensor();
    void unitsDoNotMatterUnlessAsked();
    void aSensorThatStoodStillDoesNotHideTheOthers();
    void expectsWhatFollowedSimilarRows();
    void staysWithinItsMemory();
    void refusesWhatItCannotBuild_data();
    void refusesWhatItCannotBuild();
    void tailAndControlFitBehindIt();
};

void TestRcfDetector::flagsTheEvaporatorsEventInHindsight_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

/// The reference system's way: all scores first, then mean + 2.5 sample deviations of them. 12:02 is minute 722.
void TestRcfDetector::flagsTheEvaporatorsEventInHindsight()
{
    QFETCH(int, seed);
    const std::vector<double> scores = scoresInHindsight(evaporatorDay(static_cast<std::uint64_t>(seed)), static_cast<std::uint64_t>(seed));
    detect::RunningMoments moments;
    for (const double score : scores)
        moments.add(score);
    const double cutOff = moments.mean() + 2.5 * std::sqrt(moments.sampleVariance());
    std::vector<std::size_t> flagged;
    detect::RunningMoments event;
    double mostOutside = 0.0;
    for (std::size_t row = 0; row < scores.size(); ++row) {
        if (isEvent(row))
            event.add(scores[row]);
        else
            mostOutside = std::max(mostOutside, scores[row]);
        if (scores[row] > cutOff)
            flagged.push_back(row);
    }
    std::vector<std::size_t> wanted(9);
    std::iota(wanted.begin(), wanted.end(), 722U);
    QCOMPARE(flagged, wanted);
    QCOMPARE(flagged[4], 726U); // 12:06
    QVERIFY2(event.mean() >= 1.8 * mostOutside, qPrintable(QStringLiteral("%1 and %2").arg(event.mean()).arg(mostOutside)));
}

/// One row after the other, with the limit of that moment. It is narrower than in hindsight, where the event's own scores are in it: before
/// the event, a stretch of the rarest ordinary readings may lie above it.
void TestRcfDetector::flagsTheEvaporatorsEventAsItHappens()
{
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U, 5U}) {
        const auto detector = made("rcf", {{"shingle", 1.0}, {"samples", 2048.0}, {"warmUp", 400.0}, {"seed", double(seed)}}, {});
        const std::vector<Score> scores = showAll(*detector, evaporatorDay(seed));
        double mostBefore = 0.0;
        for (std::size_t row = 400; row < EvaporatorScenario::kEventBegin; ++row)
            mostBefore = std::max(mostBefore, scores[row].value);
        QVERIFY(scores[EvaporatorScenario::kEventBegin].value > 3.0 * mostBefore);
        for (std::size_t row = EvaporatorScenario::kEventBegin; row < scores.size(); ++row)
            QCOMPARE(scores[row].verdict, isEvent(row) ? Verdict::Anomalous : Verdict::Normal);
    }
}

void TestRcfDetector::theLimitFollowsFromItsOwnScores()
{
    const auto detector = made("rcf", {{"warmUp", 300.0}, {"cutOff", 2.0}, {"samples", 100.0}}, {});
    detect::RunningMoments own;
    const std::vector<Score> scores = showAll(*detector, dailyWave(1200));
    for (std::size_t row = 0; row < scores.size(); ++row) {
        const Score &score = scores[row];
        if (row < detect::RcfDetector::kOriginRows) {
            QVERIFY(std::isnan(score.raw));
        } else if (own.count() == 0 && score.raw == 0.0) {
            QVERIFY(row < 25 + 8); // a quarter of the sample, and the first shingle
        } else {
            if (row >= 300) {
                QVERIFY(std::abs(score.limit - own.mean() - 2.0 * std::sqrt(own.sampleVariance())) < 1e-9);
                QCOMPARE(score.verdict, score.value >= score.limit ? Verdict::Anomalous : Verdict::Normal);
            }
            QCOMPARE(score.value, score.raw);
            own.add(row >= 300 ? std::min(score.raw, score.limit) : score.raw); // an anomalous score counts as one at the limit
        }
    }
    QVERIFY(own.count() > 1100);
}

void TestRcfDetector::makesNoDecisionWhileItWarmsUp()
{
    const auto detector = made("rcf", kQuick, {});
    const std::vector<double> values = dailyWave(202);
    for (std::size_t row = 0; row < 200; ++row) {
        QCOMPARE(detector->warmUp(), static_cast<double>(row) / 200.0);
        const Score score = show(*detector, row, values[row] + (row == 160 ? 100.0 : 0.0));
        QCOMPARE(score.verdict, Verdict::NoDecision);
        QCOMPARE(score.likelihood, 0.0);
    }
    QCOMPARE(detector->warmUp(), 1.0);
    QVERIFY(show(*detector, 200, values[200]).verdict != Verdict::NoDecision);
}

void TestRcfDetector::aConstantSensorIsNormal_data()
{
    QTest::addColumn<double>("value");
    for (const double value : {0.0, 1.0, 0.1, -40.0, 1e100, 5e-324})
        QTest::addRow("%g", value) << value;
}

void TestRcfDetector::aConstantSensorIsNormal()
{
    QFETCH(double, value);
    for (const std::vector<std::string> &stages : {std::vector<std::string>{"tail", "control"}, {"tail"}, {"control"}, {}}) {
        const auto detector = made("rcf", kQuick, stages);
        for (const Score &score : showAll(*detector, std::vector<double>(1000, value))) {
            QVERIFY(score.verdict != Verdict::Anomalous);
            QVERIFY(!score.pulse);
            QVERIFY(!test::anyInfinite(score));
        }
        QCOMPARE(show(*detector, 1000, value).verdict, Verdict::Normal);
    }
    const auto asset = madeForAsset(3);
    for (std::size_t row = 0; row < 1000; ++row)
        QVERIFY(showRow(*asset, row, {value, value, value}).verdict != Verdict::Anomalous);
}

void TestRcfDetector::aSensorThatWakesUpIsAnomalous()
{
    const auto detector = made("rcf", kQuick, {});
    (void)showAll(*detector, std::vector<double>(800, 12.0));
    const Score score = show(*detector, 800, 12.5);
    QCOMPARE(score.verdict, Verdict::Anomalous);
    QCOMPARE(score.expected, 12.0);
}

void TestRcfDetector::badRowsAreNoDecisionAndLeaveNoTrace()
{
    QFETCH(double, value);
    QFETCH(Quality, quality);
    test::compareWithUnusableReadings(*made("rcf", kQuick), *made("rcf", kQuick), dailyWave(600), value, quality);
}

void TestRcfDetector::oneBadSensorMakesTheAssetsRowNoDecision()
{
    const auto clean = madeForAsset(3);
    const auto disturbed = madeForAsset(3);
    std::mt19937_64 random(1);
    for (std::size_t row = 0; row < 500; ++row) {
        std::vector<double> values = machineRow(row, random);
        if (row % 7 == 3) {
            std::vector<double> bad = values;
            bad[row % 3] = kMissing;
            QCOMPARE(showRow(*disturbed, row, bad).verdict, Verdict::NoDecision);
        }
        QVERIFY(test::sameBits(showRow(*disturbed, row, values), showRow(*clean, row, values)));
    }
}

void TestRcfDetector::outrageousValuesDoNotStick()
{
    QFETCH(double, value);
    test::checkOutrageousReading(*made("rcf", kQuick, {}), dailyWave(1500), 400, value);
}

void TestRcfDetector::anOutrageousFirstReadingDoesNotBlindIt()
{
    QFETCH(double, value);
    std::vector<double> values = dailyWave(1500);
    values[0] = values[1] = value;
    values[1400] += 20.0;
    QCOMPARE(showAll(*made("rcf", kQuick, {}), values)[1400].verdict, Verdict::Anomalous);
}

void TestRcfDetector::aGapChangesNothing()
{
    const auto detector = made("rcf", kQuick, {});
    const auto withGaps = made("rcf", kQuick, {});
    const std::vector<double> values = dailyWave(400);
    const Quality good = Quality::Good;
    for (std::size_t row = 0; row < values.size(); ++row) {
        const Score score = withGaps->update({test::timeOfRow(row), {&values[row], 1}, {&good, 1}, row % 10 == 0});
        QVERIFY(test::sameBits(score, show(*detector, row, values[row])));
    }
}

void TestRcfDetector::seesSmallChangesOfALargeValue()
{
    const auto detector = made("rcf", kQuick, {});
    std::vector<double> values = dailyWave(1200);
    for (double &value : values)
        value = 1e9 + 0.01 * value;
    values[1100] += 0.3;
    const std::vector<Score> scores = showAll(*detector, values);
    QCOMPARE(scores[1100].verdict, Verdict::Anomalous);
    QVERIFY(std::abs(scores[1100].expected - (values[1100] - 0.3)) < 0.02);
}

void TestRcfDetector::theSameRowsGiveTheSameBits()
{
    const std::vector<double> values = dailyWave(1000);
    const auto first = made("rcf", kQuick);
    const auto second = made("rcf", kQuick);
    for (std::size_t row = 0; row < values.size(); ++row)
        QVERIFY(test::sameBits(show(*first, row, values[row]), show(*second, row, values[row])));
}

void TestRcfDetector::contributionsNameTheFaultySensor_data()
{
    QTest::addColumn<int>("faulty");
    QTest::addColumn<double>("shift");
    QTest::newRow("the first") << 0 << 12.0;
    QTest::newRow("the one with large numbers") << 1 << -1.2e6;
    QTest::newRow("the one with small numbers") << 2 << 4e-3;
}

void TestRcfDetector::contributionsNameTheFaultySensor()
{
    QFETCH(int, faulty);
    QFETCH(double, shift);
    const auto detector = madeForAsset(3);
    std::mt19937_64 random(2);
    for (std::size_t row = 0; row < 900; ++row)
        (void)showRow(*detector, row, machineRow(row, random));
    std::vector<double> values = machineRow(900, random);
    const double ordinary = values[static_cast<std::size_t>(faulty)];
    values[static_cast<std::size_t>(faulty)] += shift;
    const Score score = showRow(*detector, 900, values);
    QCOMPARE(score.verdict, Verdict::Anomalous);
    QCOMPARE(score.contributions.size(), 3U);
    QCOMPARE(static_cast<int>(score.contributions[0].channel), faulty);
    QVERIFY2(score.contributions[0].share > 0.6, qPrintable(QString::number(score.contributions[0].share)));
    QCOMPARE(score.contributions[0].actual, values[static_cast<std::size_t>(faulty)]);
    QVERIFY2(std::abs(score.contributions[0].expected - ordinary) < std::abs(shift) / 2.0,
             qPrintable(QString::number(score.contributions[0].expected)));
    double sum = 0.0;
    for (const Contribution &each : score.contributions)
        sum += each.share;
    QVERIFY(std::abs(sum - 1.0) < 1e-12);
}

void TestRcfDetector::unitsDoNotMatterUnlessAsked()
{
    const auto verdictWith = [](bool zScore) {
        auto params = kQuick;
        params["zScore"] = zScore;
        const auto detector = madeForAsset(3, params);
        std::mt19937_64 random(2);
        for (std::size_t row = 0; row < 900; ++row)
            (void)showRow(*detector, row, machineRow(row, random));
        std::vector<double> values = machineRow(900, random);
        values[2] += 4e-3; // nothing beside numbers of a million
        return showRow(*detector, 900, values).verdict;
    };
    QCOMPARE(verdictWith(true), Verdict::Anomalous);
    QCOMPARE(verdictWith(false), Verdict::Normal);
}

void TestRcfDetector::aSensorThatStoodStillDoesNotHideTheOthers()
{
    const auto detector = madeForAsset(2);
    std::mt19937_64 random(2);
    std::normal_distribution<double> noise(50.0, 1.0);
    for (std::size_t row = 0; row < 900; ++row)
        (void)showRow(*detector, row, {noise(random), 7.0});
    QCOMPARE(showRow(*detector, 900, {noise(random), 7.5}).verdict, Verdict::Anomalous);
    for (std::size_t row = 901; row < 5000; ++row)
        (void)showRow(*detector, row, {noise(random), row / 100 % 2 == 0 ? 7.0 : 7.5});
    const Score score = showRow(*detector, 5000, {65.0, 7.0});
    QCOMPARE(score.verdict, Verdict::Anomalous);
    QCOMPARE(score.contributions[0].channel, 0U);
}

void TestRcfDetector::expectsWhatFollowedSimilarRows()
{
    const auto detector = made("rcf", kQuick, {});
    std::vector<double> values = dailyWave(3000);
    const double ordinary = values[2900];
    values[2900] += 15.0;
    const std::vector<Score> scores = showAll(*detector, values);
    QCOMPARE(scores[2900].verdict, Verdict::Anomalous);
    QVERIFY(std::abs(scores[2900].expected - ordinary) < 2.0);
    // Without other rows in the point there is nothing to expect a value from.
    const auto alone = made("rcf", {{"shingle", 1.0}}, {});
    QVERIFY(std::isnan(showAll(*alone, dailyWave(100)).back().expected));
}

void TestRcfDetector::staysWithinItsMemory()
{
    const auto detector = made("rcf", {}, {});
    (void)showAll(*detector, dailyWave(15'000));
    const std::size_t settled = detector->bytes();
    QVERIFY2(settled <= 500'000, qPrintable(QString::number(settled)));
    (void)showAll(*detector, dailyWave(30'000, 2));
    QVERIFY2(detector->bytes() <= 510'000, qPrintable(QString::number(detector->bytes())));
}

void TestRcfDetector::refusesWhatItCannotBuild_data()
{
    QTest::addColumn<int>("channels");
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("value");
    QTest::newRow("too many values in a point") << 5 << "shingle" << 52.0;
    QTest::newRow("too many sensors") << 257 << "shingle" << 1.0;
    QTest::newRow("too many samples") << 1 << "samples" << 2049.0;
    QTest::newRow("half a tree") << 1 << "trees" << 1.5;
    QTest::newRow("half a seed") << 1 << "seed" << 0.5;
    QTest::newRow("no shingle") << 1 << "shingle" << 0.0;
}

void TestRcfDetector::refusesWhatItCannotBuild()
{
    QFETCH(int, channels);
    QFETCH(QString, name);
    QFETCH(double, value);
    const auto detector = detect::makeDetector({"rcf", {{name.toStdString(), value}}, {}, false},
                                               std::vector<detect::ChannelSpec>(static_cast<std::size_t>(channels)), "a");
    QVERIFY(!detector.ok());
    QCOMPARE(detector.error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(QString::fromStdString(detector.error().where), name);
}

void TestRcfDetector::tailAndControlFitBehindIt()
{
    const auto detector = made("rcf", kQuick, {"tail", "control"});
    std::vector<double> values = dailyWave(1500);
    values[1200] += 15.0;
    const std::vector<Score> scores = showAll(*detector, values);
    QCOMPARE(scores[1200].verdict, Verdict::Anomalous);
    QVERIFY(scores[1200].pulse && scores[1200].controlled);
    for (std::size_t row = 0; row < 200; ++row)
        QCOMPARE(scores[row].verdict, Verdict::NoDecision);
}

QTEST_APPLESS_MAIN(TestRcfDetector)
#include "tst_rcf_detector.moc"
