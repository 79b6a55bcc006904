// SPDX-License-Identifier: GPL-3.0-or-later
// The real simulator is killed with -9 and started again on the same port, again and again: the feed comes back each time, each restart is
// a gap with its beginning and end, and no alarm is lost among the data that were received: those in the journal are those that the stored
// readings call for. TELLTALE_RUNS: how many restarts (4).
#include "core/pipeline/pipeline.h"
#include "core/store/store_reader.h"
#include "tests/support/eventually.h"
#include "tests/support/item_builders.h"
#include "tests/support/simulator_process.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <algorithm>
#include <numeric>

using namespace telltale;
using namespace telltale::pipeline;
using test::SimulatorProcess;

namespace {

const char *const kAsset = "turbine/node1";
const char *const kSensor = "rotor_speed";
constexpr double kGoalMs = 700.0; ///< the interval at which a publisher is tried again, and half a second

/// Raises with every reading beyond two standard deviations, clears with every other.
config::Plant turbinePlant()
{
    config::Plant plant = test::bandPlant({kAsset});
    config::AssetEntry &asset = plant.assets.front();
    asset.detector = DetectorSpec{"band", {{"k", 2.0}, {"mean", 14.5}, {"sd", 0.6}}, {}, false};
    asset.alarm->offDelay = Duration::zero();
    asset.alarm->clearRatio = 1.0;
    asset.sensors.front().name = kSensor;
    asset.sensors.front().period = std::chrono::milliseconds{5};
    return plant;
}

std::unique_ptr<SimulatorProcess> turbineAt(const std::string &address)
{
    return std::make_unique<SimulatorProcess>(QStringList{"run", "turbine", "--rate", "200"}, address);
}

double millisecondsSince(SteadyTime start)
{
    return toSeconds(std::chrono::steady_clock::now() - start) * 1e3;
}

struct Figures {
    std::vector<double> values;

    [[nodiscard]] double mean() const { return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size()); }
    [[nodiscard]] double most() const { return *std::max_element(values.begin(), values.end()); }
};

/// What the stored readings call for, and what lies between them.
struct Stored {
    int raises = 0;
    Figures gapsMs;
};

Stored storedReadings(const store::StoreReader &reader)
{
    Stored stored;
    bool anomalous = false;
    std::int64_t before = 0;
    const auto chunks = reader.samples({kAsset, kSensor}, fromNanos(0), fromNanos(INT64_MAX));
    for (const ChunkPtr &chunk : *chunks) {
        for (std::size_t i = 0; i < chunk->size(); before = chunk->t[i++]) {
            if ((chunk->flags[i] & Chunk::kGapBefore) != 0)
                stored.gapsMs.values.push_back(double(chunk->t[i] - before) * 1e-6);
            const bool was = std::exchange(anomalous, chunk->verdict(i) == Verdict::Anomalous);
            stored.raises += anomalous && !was ? 1 : 0;
        }
    }
    return stored;
}

int raisesIn(const store::StoreReader &reader)
{
    const auto events = reader.events({.since = {}, .until = {}, .occurrence = {}, .limit = 1'000'000});
    return int(std::count_if(events->begin(), events->end(), [](const AlarmEvent &event) {
        return event.kind == AlarmEventKind::Raise && event.source == SensorKey{kAsset, kSensor};
    }));
}

} // namespace

class TestPublisherRestarts : public QObject {
    Q_OBJECT
private slots:
    void eachIsAGapAndNoAlarmIsLost();
};

void TestPublisherRestarts::eachIsAGapAndNoAlarmIsLost()
{
    const int restarts = std::max(4, qEnvironmentVariableIntValue("TELLTALE_RUNS"));
    const test::TempFolder folder;
    const SystemClock clock{};
    auto simulator = turbineAt("tcp://127.0.0.1:*");
    const std::string address = simulator->address();
    QVERIFY(!address.empty());
    PipelineSettings settings;
    settings.plant = turbinePlant();
    settings.extraFeeds = {address};
    settings.dataFolder = folder.path();
    auto monitor = std::move(Pipeline::start(std::move(settings), clock)).value();
    const auto readsAfter = [&](std::uint64_t former) {
        return test::eventually([&] {
            const SnapshotPtr now = monitor->latest();
            return now && !now->feeds.empty() && now->feeds[0].state == FeedState::Live && now->feeds[0].publisherRestarts == former
                   && now->feeds[0].samplesPerSecond > 0.0;
        });
    };
    QVERIFY(readsAfter(0));
    Figures recovery;
    for (int restart = 1; restart <= restarts; ++restart) {
        const std::uint64_t samples = monitor->latest()->feeds[0].samples;
        QVERIFY(test::eventually([&] { return monitor->latest()->feeds[0].samples > samples + 300; }));
        simulator->kill();
        simulator = turbineAt(address);
        QCOMPARE(simulator->address(), address);
        const SteadyTime bound = std::chrono::steady_clock::now();
        QVERIFY(readsAfter(std::uint64_t(restart)));
        recovery.values.push_back(millisecondsSince(bound));
    }
    monitor->stop();
    const auto reader = store::StoreReader::open(folder.path());
    const Stored stored = storedReadings(**reader);
    const int raised = raisesIn(**reader);
    qInfo("%d restarts: read again %.0f ms after it was bound on average, %.0f ms at most (goal %.0f)%s; gaps of %.0f ms on average, %.0f "
          "ms at most; %d raises called for, %d in the journal",
          restarts, recovery.mean(), recovery.most(), kGoalMs, recovery.most() > kGoalMs ? ", MISSED" : "", stored.gapsMs.mean(),
          stored.gapsMs.most(), stored.raises, raised);
    QCOMPARE(int(stored.gapsMs.values.size()), restarts);
    QVERIFY(stored.raises > 0);
    QCOMPARE(raised, stored.raises);
}

QTEST_GUILESS_MAIN(TestPublisherRestarts)
#include "tst_publisher_restarts.moc"
