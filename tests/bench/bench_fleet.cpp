// SPDX-License-Identifier: GPL-3.0-or-later
// What it takes to judge a fleet: assets of ten sensors, each sensor by the default detector, each asset by the default for assets, one
// row a second, through the engine as the program runs it (without sockets and disk).
//   bench_fleet [sensors, 2000] [rows, 6200]
#include "core/pipeline/engine.h"
#include "tests/bench/process_meter.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <thread>

using namespace telltale;
using namespace telltale::pipeline;

namespace {

constexpr std::size_t kSensorsPerAsset = 10;
constexpr double kFleet = 10'000.0; ///< what the goal speaks of
constexpr int kMeasuredRows = 50;   ///< after everything is full

/// A daily wave of its own for each sensor, and noise.
IntakeItem rowOf(std::size_t asset, int row, std::mt19937_64 &random)
{
    std::normal_distribution<double> noise(0.0, 0.3);
    SampleBatch batch;
    batch.asset = "fleet/" + std::to_string(asset);
    batch.times = {fromNanos(1'700'000'000'000'000'000) + std::chrono::seconds(row)};
    batch.received = batch.times[0];
    for (std::size_t i = 0; i < kSensorsPerAsset; ++i) {
        const double wave = std::sin(row / 86400.0 * 6.283 + static_cast<double>(asset * 7 + i));
        batch.columns.push_back({"s" + std::to_string(i), {20.0 + 5.0 * wave + noise(random)}, {Quality::Good}});
    }
    return {FeedId{0}, std::move(batch)};
}

struct Fleet {
    explicit Fleet(std::size_t assetCount) : assets(assetCount), engine(settings(assetCount), shards) {}

    static EngineSettings settings(std::size_t assetCount)
    {
        EngineSettings settings;
        // What the charts may keep is one budget for all sensors: measure with the share that a sensor has in the fleet.
        settings.traceBudget = static_cast<std::size_t>(static_cast<double>(settings.traceBudget * assetCount * kSensorsPerAsset) / kFleet);
        settings.feeds = {{FeedId{0}, "tcp://127.0.0.1:1"}};
        return settings;
    }

    void row()
    {
        std::vector<IntakeItem> items;
        for (std::size_t asset = 0; asset < assets; ++asset)
            items.push_back(rowOf(asset, rows, random));
        ++rows;
        const double before = bench::processCpuSeconds();
        EngineOutput output;
        engine.step(items, fromNanos(0), output);
        engineSeconds += bench::processCpuSeconds() - before;
    }

    std::size_t assets;
    int rows = 0;
    double engineSeconds = 0.0; ///< of processor time, all threads
    std::mt19937_64 random{1};
    ScoreShards shards{std::max(1U, std::thread::hardware_concurrency())};
    Engine engine;
};

} // namespace

int main(int argc, char **argv)
{
    const std::size_t sensors = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 2000;
    const int rows = argc > 2 ? std::atoi(argv[2]) : 6200;
    const double empty = bench::residentMib();
    Fleet fleet(std::max<std::size_t>(1, sensors / kSensorsPerAsset));
    const auto count = static_cast<double>(fleet.assets * kSensorsPerAsset);
    while (fleet.rows < rows)
        fleet.row();
    const double before = fleet.engineSeconds;
    for (int i = 0; i < kMeasuredRows; ++i)
        fleet.row();
    const double perSecond = (fleet.engineSeconds - before) / kMeasuredRows;
    const double mib = bench::residentMib() - empty;
    std::printf("%.0f sensors in %zu assets, %d rows each\n", count, fleet.assets, fleet.rows);
    std::printf("processor: %.3f of one core at one row a second; memory %.0f MiB, %.0f kB a sensor\n", perSecond, mib,
                mib * 1048.576 / count);
    std::printf("for %.0f sensors: %.2f of one core (goal <= 1), %.2f GB (goal <= 1.5)\n", kFleet, perSecond * kFleet / count,
                mib * 1.048576e-3 * kFleet / count);
    return 0;
}
