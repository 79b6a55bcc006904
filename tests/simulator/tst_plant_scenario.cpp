// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenarios/catalog.h"
#include "simulator/scenarios/plant_signals.h"
#include "statistics.h"

#include <QtTest>
#include <algorithm>
#include <map>
#include <set>

using namespace telltale;
using namespace telltale::simulator;

class TestPlantScenario : public QObject {
    Q_OBJECT

private slots:
    void thereAreFiveMachines();
    void signalsAreStationaryInTheirBands();
    void sensorsOfAMachineMoveTogether();
    void statisticsDoNotDependOnTheRate();
    void theFirstFaultIsAClearSpikeTrainOnThePump_data();
    void theFirstFaultIsAClearSpikeTrainOnThePump();
    void faultsFollowEachOtherForEver();
    void everyKindComesToEveryMachine();
    void rowsDoNotDependOnTheOrderOfTheMachines();
};

namespace {

std::unique_ptr<Scenario> plant(std::uint64_t seed)
{
    ScenarioSettings settings;
    settings.seed = seed;
    return std::move(buildScenario(*findScenario("plant").value(), settings)).value();
}

/// One fault as it shows in the rows of one asset.
struct Seen {
    std::size_t asset = 0;
    std::string kind;
    double beginSec = 0.0;
    double endSec = 0.0;
};

std::vector<Seen> faultsSeen(Scenario &scenario, double untilSec)
{
    std::vector<Seen> seen;
    std::vector<std::string> last(scenario.assets().size());
    for (int i = 0; i / 10.0 < untilSec; ++i)
        for (std::size_t asset = 0; asset < last.size(); ++asset) {
            const std::string kind = scenario.next(asset, i / 10.0).truth->kind;
            if (!kind.empty() && kind != last[asset])
                seen.push_back({asset, kind, i / 10.0, i / 10.0});
            if (!kind.empty())
                std::find_if(seen.rbegin(), seen.rend(), [&](const Seen &each) { return each.asset == asset; })->endSec = i / 10.0;
            last[asset] = kind;
        }
    return seen;
}

} // namespace

void TestPlantScenario::thereAreFiveMachines()
{
    const PlantSignals normal(1);
    QCOMPARE(normal.assets().size(), std::size_t(5));
    QCOMPARE(normal.assets()[0].path, std::string("line-a/pump1"));
    for (const AssetPlan &asset : normal.assets()) {
        QVERIFY(asset.sensors.size() >= 2 && asset.sensors.size() <= 4);
        for (const SensorPlan &sensor : asset.sensors)
            QVERIFY(!sensor.unit.empty() && sensor.normal && *sensor.low < *sensor.high);
    }
}

void TestPlantScenario::signalsAreStationaryInTheirBands()
{
    PlantSignals normal(2);
    for (std::size_t asset = 0; asset < normal.assets().size(); ++asset) {
        const auto &sensors = normal.assets()[asset].sensors;
        std::vector<test::Moments> early(sensors.size());
        std::vector<test::Moments> late(sensors.size());
        for (int i = 0; i < 6000; ++i) {
            const Row row = normal.next(asset, i / 10.0);
            QVERIFY(!row.truth->anomaly);
            for (std::size_t s = 0; s < sensors.size(); ++s) {
                (i < 200 ? early[s] : late[s]).add(row.values[s]);
                TELLTALE_NEAR(row.values[s], sensors[s].normal->mean, 5.5 * sensors[s].normal->sd);
            }
        }
        for (std::size_t s = 0; s < sensors.size(); ++s) {
            TELLTALE_NEAR(early[s].mean(), late[s].mean(), 0.6 * sensors[s].normal->sd);
            TELLTALE_NEAR(late[s].mean(), sensors[s].normal->mean, 0.1 * sensors[s].normal->sd);
            TELLTALE_NEAR(late[s].sd(), sensors[s].normal->sd, 0.1 * sensors[s].normal->sd);
        }
    }
}

void TestPlantScenario::sensorsOfAMachineMoveTogether()
{
    PlantSignals normal(3);
    test::Moments torque;
    test::Moments speed;
    double together = 0.0;
    constexpr int kRows = 20'000;
    const auto &sensors = normal.assets()[3].sensors;
    for (int i = 0; i < kRows; ++i) {
        const Row row = normal.next(3, i * 1.0);
        torque.add(row.values[0]);
        speed.add(row.values[1]);
        together += (row.values[0] - sensors[0].normal->mean) * (row.values[1] - sensors[1].normal->mean);
    }
    // A mixer under load turns more slowly.
    QVERIFY(together / kRows / (torque.sd() * speed.sd()) < -0.1);
}

void TestPlantScenario::statisticsDoNotDependOnTheRate()
{
    for (const double interval : {0.01, 0.37}) {
        PlantSignals normal(4);
        test::Moments current;
        for (int i = 0; i < 40'000; ++i)
            current.add(normal.next(4, i * interval).values[1]);
        const NormalBand &band = *normal.assets()[4].sensors[1].normal;
        TELLTALE_NEAR(current.mean(), band.mean, 0.05 * band.sd);
        TELLTALE_NEAR(current.sd(), band.sd, 0.05 * band.sd);
    }
}

void TestPlantScenario::theFirstFaultIsAClearSpikeTrainOnThePump_data()
{
    QTest::addColumn<int>("seed");
    for (const int seed : {1, 2, 77})
        QTest::addRow("seed %d", seed) << seed;
}

void TestPlantScenario::theFirstFaultIsAClearSpikeTrainOnThePump()
{
    QFETCH(int, seed);
    const auto scenario = plant(std::uint64_t(seed));
    const auto &sensor = scenario->assets()[0].sensors[0];
    int spikes = 0;
    for (int i = 0; i < 300; ++i)
        for (std::size_t asset = 0; asset < 5; ++asset) {
            const Row row = scenario->next(asset, i / 10.0);
            const bool inTrain = asset == 0 && i >= 250 && i < 290;
            QCOMPARE(row.truth->anomaly, inTrain);
            if (inTrain) {
                QCOMPARE(row.truth->kind, std::string("spike"));
                QCOMPARE(row.truth->sensors, std::vector<std::string>{sensor.name});
                spikes += row.values[0] > sensor.normal->mean + 7.0 * sensor.normal->sd;
            }
        }
    QCOMPARE(spikes, 8);
}

void TestPlantScenario::faultsFollowEachOtherForEver()
{
    const auto scenario = plant(5);
    const auto seen = faultsSeen(*scenario, 3600.0);
    QVERIFY2(seen.size() > 90, qPrintable(QString::number(seen.size())));
    for (std::size_t i = 1; i < seen.size(); ++i) {
        const double gap = seen[i].beginSec - seen[i - 1].beginSec;
        QVERIFY2(gap >= 19.8 && gap <= 40.2, qPrintable(QString("%1 at %2").arg(gap).arg(seen[i].beginSec)));
        QVERIFY(seen[i - 1].endSec < seen[i].beginSec);
    }
}

void TestPlantScenario::everyKindComesToEveryMachine()
{
    const auto scenario = plant(6);
    std::set<std::pair<std::size_t, std::string>> pairs;
    for (const Seen &each : faultsSeen(*scenario, 40 * 41.0))
        pairs.emplace(each.asset, each.kind);
    QCOMPARE(pairs.size(), std::size_t(40));
}

void TestPlantScenario::rowsDoNotDependOnTheOrderOfTheMachines()
{
    const auto together = plant(8);
    const auto alone = plant(8);
    for (int i = 0; i < 1500; ++i) {
        for (const std::size_t asset : {4, 0, 1, 3})
            (void)together->next(asset, i / 10.0);
        const Row a = together->next(2, i / 10.0);
        const Row b = alone->next(2, i / 10.0);
        QCOMPARE(a.values, b.values);
        QCOMPARE(a.truth->kind, b.truth->kind);
    }
}

QTEST_APPLESS_MAIN(TestPlantScenario)
#include "tst_plant_scenario.moc"
