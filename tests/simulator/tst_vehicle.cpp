// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenarios/vehicle.h"
#include "statistics.h"

#include <QtTest>
#include <cmath>

using namespace telltale;
using namespace telltale::simulator;

class TestVehicle : public QObject {
    Q_OBJECT

private slots:
    void aSixthOfAllMessagesIsAbnormal();
    void burstsStartNormalAndHoldTheExpectedCount();
    void theTransitionMatrixCanBeChanged();
    void skewIsOneOrBetweenTwoAndThree();
    void normalReadingsHaveTheirMeans();
    void oneDrawSkewsAllChannels();
    void readingsHaveTheirPrecision();
    void thePositionIsContinuousOverBursts();
    void theTrackIsAClosedLoop();
};

void TestVehicle::aSixthOfAllMessagesIsAbnormal()
{
    MarkovMachine machine;
    Random random(11, "markov");
    constexpr int kSteps = 200'000;
    int abnormal = 0;
    for (int i = 0; i < kSteps; ++i) {
        machine.step(random);
        abnormal += machine.abnormal();
    }
    TELLTALE_NEAR(100.0 * abnormal / kSteps, 16.667, 1.0);
}

/// P(abnormal at step i) = (1 - 0.4^i) / 6, which sums to 1.5556 over ten steps.
void TestVehicle::burstsStartNormalAndHoldTheExpectedCount()
{
    VehicleScenario scenario(12, {});
    constexpr int kBursts = 10'000;
    int abnormal = 0;
    int abnormalFirst = 0;
    for (int burst = 0; burst < kBursts; ++burst) {
        scenario.beginBurst(0);
        for (int i = 0; i < 10; ++i) {
            const bool anomaly = scenario.next(0, 0.0).truth->anomaly;
            abnormal += anomaly;
            abnormalFirst += i == 0 && anomaly;
        }
    }
    TELLTALE_NEAR(abnormal / double(kBursts), 1.5556, 0.05);
    TELLTALE_NEAR(abnormalFirst / double(kBursts), 0.1, 0.015);
}

void TestVehicle::theTransitionMatrixCanBeChanged()
{
    VehicleScenario never(1, {0.0, 0.5});
    VehicleScenario always(1, {1.0, 0.0});
    for (int i = 0; i < 200; ++i) {
        QVERIFY(!never.next(0, i).truth->anomaly);
        QVERIFY(always.next(0, i).truth->anomaly);
    }
}

void TestVehicle::skewIsOneOrBetweenTwoAndThree()
{
    MarkovMachine machine({1.0, 1.0});
    Random random(3, "skew");
    QCOMPARE(machine.skew(random), 1.0);
    machine.step(random);
    QVERIFY(machine.abnormal());
    test::Moments moments;
    for (int i = 0; i < 20'000; ++i) {
        moments.add(machine.skew(random));
        QVERIFY(machine.skew(random) >= 2.0 && machine.skew(random) < 3.0);
    }
    TELLTALE_NEAR(moments.mean(), 2.5, 0.01);
    machine.restart();
    QCOMPARE(machine.skew(random), 1.0);
}

void TestVehicle::normalReadingsHaveTheirMeans()
{
    VehicleScenario scenario(5, {0.0, 1.0});
    const auto &sensors = scenario.assets()[0].sensors;
    std::vector<test::Moments> moments(6);
    for (int i = 0; i < 50'000; ++i) {
        const Row row = scenario.next(0, i);
        for (std::size_t s = 0; s < 6; ++s)
            moments[s].add(row.values[s]);
    }
    const double means[]{10'000, 80, 7000, 200, 50, 80};
    const double sds[]{4472, 5.774, 577.4, 200, 10, 20};
    for (std::size_t s = 0; s < 6; ++s) {
        TELLTALE_NEAR(moments[s].mean(), means[s], 0.03 * sds[s]);
        TELLTALE_NEAR(moments[s].sd(), sds[s], 0.03 * sds[s]);
        TELLTALE_NEAR(sensors[s].normal->mean, means[s], 1e-9);
        TELLTALE_NEAR(sensors[s].normal->sd, sds[s], 0.001 * sds[s]);
    }
}

/// Coolant and vapour pressure are uniform within ±12.5 and ±14.3 % of their means, so both bound the factor of their row: were the factors
/// drawn apart, those bounds would miss each other in many rows.
void TestVehicle::oneDrawSkewsAllChannels()
{
    VehicleScenario scenario(8, {1.0, 0.0});
    double least = 1e9;
    double most = 0.0;
    for (int i = 0; i < 5000; ++i) {
        const Row row = scenario.next(0, i);
        const double coolant = row.values[1];
        const double vapor = row.values[2];
        least = std::min(least, coolant);
        most = std::max(most, coolant);
        const double from = std::max(coolant / 90.1, vapor / 8000.1);
        const double to = std::min(coolant / 69.9, vapor / 5999.9);
        QVERIFY2(from <= to, qPrintable(QString("coolant %1, vapor %2").arg(coolant).arg(vapor)));
        QVERIFY(from < 3.0 && to >= 2.0);
        QCOMPARE(row.truth->sensors.size(), std::size_t(6));
    }
    QVERIFY(least >= 140.0 && most <= 270.0);
    QVERIFY(least < 150.0 && most > 255.0);
}

void TestVehicle::readingsHaveTheirPrecision()
{
    VehicleScenario scenario(2, {});
    const std::array<double, 6> steps{1.0, 10.0, 10.0, 1.0, 10.0, 10.0};
    for (int i = 0; i < 2000; ++i) {
        const Row row = scenario.next(0, i);
        for (std::size_t s = 0; s < 6; ++s)
            QCOMPARE(row.values[s], std::round(row.values[s] * steps[s]) / steps[s]);
    }
}

void TestVehicle::thePositionIsContinuousOverBursts()
{
    VehicleScenario scenario(2, {});
    const double expected = 50.0 / 3.6 * 5.0;
    std::optional<Position> last;
    for (int i = 0; i < 1000; ++i) {
        if (i % 10 == 0)
            scenario.beginBurst(0);
        const Row row = scenario.next(0, 5.0 * i);
        const Position here{row.values[6], row.values[7]};
        // A straight line between two points of the road is at most as long as the road.
        if (last) {
            const double metres = distanceMetres(*last, here);
            QVERIFY2(metres <= expected * 1.001 && metres > expected * 0.5, qPrintable(QString::number(metres)));
        }
        last = here;
    }
}

void TestVehicle::theTrackIsAClosedLoop()
{
    QVERIFY(ringRoad().size() >= 40);
    const Track track(ringRoad());
    QVERIFY(track.lengthMetres() > 10'000.0);
    const Position begin = track.at(0.0);
    QCOMPARE(begin.latitude, ringRoad()[0].latitude);
    QCOMPARE(begin.longitude, ringRoad()[0].longitude);
    TELLTALE_NEAR(distanceMetres(track.at(track.lengthMetres() - 1.0), begin), 1.0, 0.01);
    TELLTALE_NEAR(distanceMetres(track.at(3.0 * track.lengthMetres() + 250.0), track.at(250.0)), 0.0, 0.01);
    TELLTALE_NEAR(distanceMetres(track.at(-5.0), track.at(track.lengthMetres() - 5.0)), 0.0, 0.01);
}

QTEST_APPLESS_MAIN(TestVehicle)
#include "tst_vehicle.moc"
