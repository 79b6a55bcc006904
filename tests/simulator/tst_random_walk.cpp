// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/detector.h"
#include "simulator/scenarios/stations.h"
#include "statistics.h"

#include <QRegularExpression>
#include <QtTest>
#include <set>

using namespace telltale;
using namespace telltale::simulator;

class TestRandomWalk : public QObject {
    Q_OBJECT

private slots:
    void aConstantHistoryGivesThatValueAndTheNoise();
    void weightsRiseFromOneToOneAndAHalf();
    void theCentreIsTheWeightedMean_data();
    void theCentreIsTheWeightedMean();
    void theFirstReadingIsNormal();
    void stationsHaveTheirNamesAndSensors();
    void readingsAreFolded();
    void referenceModeFlagsAFifthOfTheRows();
    void independentReadingsAreHardlyFlagged();
    void revertingModeSettles();
    void aStationDoesNotDependOnHowManyThereAre();
};

namespace {

WalkSettings settingsOf(WalkMode mode)
{
    WalkSettings settings;
    settings.mode = mode;
    return settings;
}

using Bands = std::vector<std::unique_ptr<detect::Detector>>;

/// The detector that a plant file gives each sensor of a station: beyond 3.72 standard deviations.
Bands bandsOf(const AssetPlan &station)
{
    Bands bands;
    for (const auto &sensor : station.sensors) {
        const DetectorSpec spec{"band", {{"mean", sensor.normal->mean}, {"sd", sensor.normal->sd}, {"k", 3.72}}, {}, false};
        auto band = detect::makeDetector(spec, {{sensor.name, {}, kMissing, kMissing, Duration::zero()}}, sensor.name);
        if (!band)
            qFatal("%s", band.error().text().c_str());
        bands.push_back(std::move(*band));
    }
    return bands;
}

/// Whether one of the readings is called anomalous. Each of them is judged.
bool isFlagged(Bands &bands, const std::vector<double> &values, int second)
{
    constexpr Quality kGood = Quality::Good;
    const UtcTime time = fromNanos(1'700'000'000'000'000'000) + std::chrono::seconds(second);
    bool flagged = false;
    for (std::size_t s = 0; s < bands.size(); ++s)
        flagged |= bands[s]->update({time, {&values[s], 1}, {&kGood, 1}}).verdict == Verdict::Anomalous;
    return flagged;
}

/// Share of rows with an anomalous reading, in percent, for rows `from` to `to` (one past) of each station.
double flaggedPercent(WalkMode mode, std::size_t stations, int from, int to, std::uint64_t seed)
{
    StationsScenario scenario(stations, seed, settingsOf(mode));
    int flagged = 0;
    for (std::size_t station = 0; station < stations; ++station) {
        Bands bands = bandsOf(scenario.assets()[station]);
        for (int i = 0; i < to; ++i) {
            const Row row = scenario.next(station, i);
            const bool anomalous = isFlagged(bands, row.values, i);
            flagged += i >= from && anomalous;
        }
    }
    return 100.0 * flagged / (double(stations) * (to - from));
}

} // namespace

void TestRandomWalk::aConstantHistoryGivesThatValueAndTheNoise()
{
    WalkSettings settings;
    settings.recalibrateProbability = 0.0;
    Random random(4, "walk");
    test::Moments moments;
    for (int i = 0; i < 4000; ++i) {
        RandomWalk walk(100.0, 2.0, settings);
        for (int n = 0; n < 40; ++n)
            walk.remember(137.0);
        TELLTALE_NEAR(walk.centre(), 137.0, 1e-9);
        moments.add(walk.next(random));
    }
    TELLTALE_NEAR(moments.mean(), 137.0, 0.15);
    TELLTALE_NEAR(moments.sd(), 2.0, 0.12);
}

void TestRandomWalk::weightsRiseFromOneToOneAndAHalf()
{
    const RandomWalk walk(0.0, 1.0, {});
    QCOMPARE(walk.weight(0, 2), 1.0);
    QCOMPARE(walk.weight(1, 2), 1.5);
    QCOMPARE(walk.weight(299, 300) / walk.weight(0, 300), 1.5);
    RandomWalk two(0.0, 1.0, {});
    two.remember(10.0);
    two.remember(20.0);
    QCOMPARE(two.centre(), (1.0 * 10.0 + 1.5 * 20.0) / 2.5);
}

void TestRandomWalk::theCentreIsTheWeightedMean_data()
{
    QTest::addColumn<int>("readings");
    for (const int readings : {1, 2, 7, 299, 300, 301, 450, 900, 2000})
        QTest::addRow("%d", readings) << readings;
}

void TestRandomWalk::theCentreIsTheWeightedMean()
{
    QFETCH(int, readings);
    RandomWalk walk(1013.0, 2.0, {});
    Random random(6, "history");
    std::vector<double> history;
    for (int i = 0; i < readings; ++i) {
        history.push_back(random.normal(1020.0, 30.0));
        walk.remember(history.back());
    }
    if (history.size() > 300)
        history.erase(history.begin(), history.end() - 300);
    double sum = 0.0;
    double weights = 0.0;
    for (std::size_t i = 0; i < history.size(); ++i) {
        sum += walk.weight(i, history.size()) * history[i];
        weights += walk.weight(i, history.size());
    }
    TELLTALE_NEAR(walk.centre(), sum / weights, 1e-8);
}

void TestRandomWalk::theFirstReadingIsNormal()
{
    WalkSettings settings;
    settings.recalibrateProbability = 0.0;
    Random random(9, "first");
    test::Moments moments;
    for (int i = 0; i < 5000; ++i)
        moments.add(RandomWalk(60.0, 3.0, settings).next(random));
    TELLTALE_NEAR(moments.mean(), 60.0, 0.2);
    TELLTALE_NEAR(moments.sd(), 3.0, 0.15);
}

void TestRandomWalk::stationsHaveTheirNamesAndSensors()
{
    const StationsScenario scenario(250, 1, {});
    QCOMPARE(scenario.assets().size(), std::size_t(250));
    static const QRegularExpression name("^station_[0-9a-f]{9}$");
    std::set<std::string> names;
    for (const AssetPlan &plan : scenario.assets()) {
        QVERIFY(name.match(QString::fromStdString(plan.path)).hasMatch());
        names.insert(plan.path);
        QCOMPARE(plan.sensors.size(), std::size_t(9));
    }
    QCOMPARE(names.size(), std::size_t(250));
    QCOMPARE(scenario.assets()[0].sensors[7].name, std::string("wind_speed"));
    QCOMPARE(scenario.assets()[0].sensors[7].normal->sd, 20.0);
}

void TestRandomWalk::readingsAreFolded()
{
    StationsScenario scenario(5, 1, settingsOf(WalkMode::Independent));
    int belowTwo = 0;
    for (int i = 0; i < 4000; ++i) {
        const Row row = scenario.next(std::size_t(i % 5), i);
        for (const double value : row.values)
            QVERIFY(value >= 0.0);
        belowTwo += row.values[8] < 2.0;
        QVERIFY(!row.truth);
    }
    // |N(0, 3)| < 2 in 49.5 % of the rows.
    TELLTALE_NEAR(100.0 * belowTwo / 4000, 49.5, 4.0);
}

void TestRandomWalk::referenceModeFlagsAFifthOfTheRows()
{
    const double percent = flaggedPercent(WalkMode::Reference, 250, 0, 600, 1);
    QVERIFY2(percent >= 18.0 && percent <= 23.0, qPrintable(QString::number(percent)));
}

/// Folding hides half of the outliers of wind speed, which is why a little less than 0.1792 % is expected.
void TestRandomWalk::independentReadingsAreHardlyFlagged()
{
    TELLTALE_NEAR(flaggedPercent(WalkMode::Independent, 150, 0, 1000, 2), 0.18, 0.03);
}

void TestRandomWalk::revertingModeSettles()
{
    const double percent = flaggedPercent(WalkMode::Reverting, 30, 1200, 3000, 3);
    QVERIFY2(percent <= 0.5, qPrintable(QString::number(percent)));
    TELLTALE_NEAR(flaggedPercent(WalkMode::Reverting, 250, 0, 600, 3), 2.05, 0.8);
}

void TestRandomWalk::aStationDoesNotDependOnHowManyThereAre()
{
    StationsScenario few(2, 7, {});
    StationsScenario many(20, 7, {});
    QCOMPARE(few.assets()[1].path, many.assets()[1].path);
    for (int i = 0; i < 20; ++i) {
        for (std::size_t other = 0; other < 20; ++other)
            if (other != 1)
                (void)many.next(other, i);
        QCOMPARE(many.next(1, i).values, few.next(1, i).values);
    }
}

QTEST_APPLESS_MAIN(TestRandomWalk)
#include "tst_random_walk.moc"
