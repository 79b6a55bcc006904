// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/plant/channel_file.h"
#include "simulator/scenarios/channel_scenario.h"
#include "statistics.h"

#include <QtTest>
#include <algorithm>

using namespace telltale;
using namespace telltale::simulator;

class TestChannelScenario : public QObject {
    Q_OBJECT

private slots:
    void anomaliesComeAtTheirRatio();
    void anomaliesLieInTheirRangeAndAreLabelled();
    void driftAddsUpRowByRow();
    void turbineLabelsWhatLiesOutsideThreeSds();
    void aChannelDoesNotDependOnItsNeighbours();
};

namespace {

std::unique_ptr<ChannelScenario> threeSensors(std::uint64_t seed)
{
    return std::make_unique<ChannelScenario>("room", parseChannels(builtInChannelFile(), "built-in").value(), ChannelTruth::Replaced, seed);
}

ChannelSpec narrowChannel()
{
    ChannelSpec spec;
    spec.name = "level";
    spec.distribution = Distribution::gaussian(10.0, 1e-6);
    return spec;
}

} // namespace

void TestChannelScenario::anomaliesComeAtTheirRatio()
{
    const auto scenario = threeSensors(3);
    constexpr int kRows = 100'000;
    std::map<std::string, int> count;
    for (int i = 0; i < kRows; ++i) {
        const Row row = scenario->next(0, i);
        for (const auto &sensor : row.truth->sensors)
            ++count[sensor];
    }
    // Five standard deviations of a binomial count.
    TELLTALE_NEAR(count["temperature"] / double(kRows), 0.01, 0.0016);
    TELLTALE_NEAR(count["humidity"] / double(kRows), 0.01, 0.0016);
    TELLTALE_NEAR(count["noise_level"] / double(kRows), 0.02, 0.0023);
}

void TestChannelScenario::anomaliesLieInTheirRangeAndAreLabelled()
{
    auto spec = narrowChannel();
    spec.anomalyLow = 20.0;
    spec.anomalyHigh = 30.0;
    spec.anomalyRatio = 0.5;
    ChannelScenario scenario("a", {spec}, ChannelTruth::Replaced, 1);
    test::Moments replaced;
    for (int i = 0; i < 4000; ++i) {
        const Row row = scenario.next(0, i);
        QCOMPARE(row.truth->anomaly, row.values[0] > 15.0);
        QCOMPARE(row.truth->kind, std::string(row.truth->anomaly ? "replaced" : ""));
        if (!row.truth->anomaly)
            continue;
        QVERIFY(row.values[0] >= 20.0 && row.values[0] <= 30.0);
        replaced.add(row.values[0]);
    }
    TELLTALE_NEAR(replaced.mean(), 25.0, 0.4);
    TELLTALE_NEAR(replaced.variance(), 100.0 / 12.0, 0.6);
}

void TestChannelScenario::driftAddsUpRowByRow()
{
    auto spec = narrowChannel();
    spec.drift = 0.25;
    ChannelScenario scenario("a", {spec}, ChannelTruth::Replaced, 1);
    for (int i = 0; i < 1000; ++i)
        TELLTALE_NEAR(scenario.next(0, i).values[0], 10.0 + 0.25 * i, 1e-4);
}

void TestChannelScenario::turbineLabelsWhatLiesOutsideThreeSds()
{
    ChannelScenario scenario("turbine/node1", turbineChannels(), ChannelTruth::OutsideThreeSd, 5);
    const auto &sensors = scenario.assets()[0].sensors;
    QCOMPARE(sensors.size(), std::size_t(3));
    constexpr int kRows = 100'000;
    std::vector<test::Moments> moments(3);
    int anomalies = 0;
    for (int i = 0; i < kRows; ++i) {
        const Row row = scenario.next(0, i);
        bool outside = false;
        for (std::size_t s = 0; s < 3; ++s) {
            moments[s].add(row.values[s]);
            outside = outside || std::fabs(row.values[s] - sensors[s].normal->mean) > 3.0 * sensors[s].normal->sd;
        }
        QCOMPARE(row.truth->anomaly, outside);
        anomalies += outside;
    }
    // P(any of three |z| > 3) = 0.8078 %.
    TELLTALE_NEAR(anomalies / double(kRows), 0.008078, 0.0015);
    for (std::size_t s = 0; s < 3; ++s) {
        TELLTALE_NEAR(moments[s].mean(), sensors[s].normal->mean, 0.02 * sensors[s].normal->sd);
        TELLTALE_NEAR(moments[s].sd(), sensors[s].normal->sd, 0.02 * sensors[s].normal->sd);
    }
}

void TestChannelScenario::aChannelDoesNotDependOnItsNeighbours()
{
    auto alone = narrowChannel();
    auto neighbour = narrowChannel();
    neighbour.name = "other";
    ChannelScenario one("a", {alone}, ChannelTruth::Replaced, 9);
    ChannelScenario two("a", {neighbour, alone}, ChannelTruth::Replaced, 9);
    for (int i = 0; i < 50; ++i) {
        const Row row = two.next(0, i);
        QCOMPARE(row.values[1], one.next(0, i).values[0]);
        QVERIFY(row.values[0] != row.values[1]);
    }
}

QTEST_APPLESS_MAIN(TestChannelScenario)
#include "tst_channel_scenario.moc"
