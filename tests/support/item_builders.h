// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/engine.h"

#include <string>
#include <vector>

namespace telltale::test {

/// A second after the epoch of all engine tests.
inline UtcTime second(double t)
{
    return UtcTime{std::chrono::sys_days{std::chrono::year{2026} / 1 / 5}} + fromSeconds(t);
}

/// One row of one sensor, received when it was sent.
inline pipeline::IntakeItem row(const std::string &asset, const std::string &sensor, double t, double value,
                                Quality quality = Quality::Good)
{
    SampleBatch batch;
    batch.asset = asset;
    batch.times = {second(t)};
    batch.columns = {{sensor, {value}, {quality}}};
    batch.received = second(t);
    return {FeedId{0}, std::move(batch)};
}

inline pipeline::IntakeItem feedHealth(FeedState state, ClockKind clock = ClockKind::Live)
{
    FeedHealth health;
    health.feed = FeedId{0};
    health.address = "tcp://127.0.0.1:1";
    health.state = state;
    health.clock = clock;
    return {FeedId{0}, std::move(health)};
}

/// A band detector with given limits (0 ± 3) that raises after `readings` anomalous rows in a row.
inline config::Plant bandPlant(const std::vector<std::string> &assets, int readings = 1)
{
    config::Plant plant;
    AlarmDefinition alarm;
    alarm.raise.kind = PersistenceRule::Kind::Consecutive;
    alarm.raise.count = readings;
    for (const auto &path : assets) {
        config::AssetEntry asset;
        asset.path = path;
        asset.detector = DetectorSpec{"band", {{"k", 3.0}, {"mean", 0.0}, {"sd", 1.0}}, {}, false};
        asset.alarm = alarm;
        asset.sensors.push_back({.name = "x",
                                 .unit = "bar",
                                 .text = {},
                                 .low = {},
                                 .high = {},
                                 .period = std::chrono::seconds{1},
                                 .detector = {},
                                 .alarm = {}});
        plant.assets.push_back(std::move(asset));
    }
    return plant;
}

/// An engine on one feed, with what it decided so far.
struct EngineRun {
    explicit EngineRun(config::Plant plant, std::size_t shardCount = 1, alarm::AlarmBook::Start start = {},
                       pipeline::DetectorMaker maker = detect::makeDetector, LogSink log = {}, pipeline::ModelSource models = {})
        : shards(shardCount)
        , engine(settings(std::move(plant), std::move(start), std::move(maker), std::move(log), std::move(models)), shards)
    {
    }

    explicit EngineRun(pipeline::EngineSettings wanted) : shards(1), engine(std::move(wanted), shards) {}

    static pipeline::EngineSettings settings(config::Plant plant, alarm::AlarmBook::Start start, pipeline::DetectorMaker maker, LogSink log,
                                             pipeline::ModelSource models)
    {
        pipeline::EngineSettings wanted;
        wanted.plant = std::move(plant);
        wanted.feeds = {{FeedId{0}, "tcp://127.0.0.1:1"}};
        wanted.start = std::move(start);
        wanted.makeDetector = std::move(maker);
        wanted.log = std::move(log);
        wanted.models = std::move(models);
        return wanted;
    }

    void step(std::vector<pipeline::IntakeItem> items) { engine.step(items, now, output); }
    void tick(double t)
    {
        now = second(t);
        engine.tick(now, output);
    }

    /// "RAISE line-a x" per transition.
    [[nodiscard]] std::vector<std::string> story() const
    {
        std::vector<std::string> lines;
        for (const auto &each : output.transitions) {
            std::string line(toText(each.event.kind));
            line += ' ' + each.event.source.asset + (each.event.source.sensor.empty() ? "" : ' ' + each.event.source.sensor);
            lines.push_back(line);
        }
        return lines;
    }

    UtcTime now = second(0);
    pipeline::ScoreShards shards;
    pipeline::Engine engine;
    pipeline::EngineOutput output;
};

} // namespace telltale::test
