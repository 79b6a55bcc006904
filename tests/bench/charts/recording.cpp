// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/charts/recording.h"

#include "tests/support/ui_builders.h"

#include <cmath>

namespace telltale::bench {

namespace {

using test::SnapshotBuilder;

constexpr std::size_t kFrames = 60;
constexpr std::size_t kPerFrame = 10;
constexpr double kPanStep = 0.001; ///< of the window

/// Uniform in [-1, 1), from the bits of `i` alone.
double noise(std::size_t i)
{
    std::uint64_t x = i + 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return static_cast<double>((x ^ (x >> 31)) >> 11) * 0x1p-52 - 1.0;
}

SnapshotBuilder::Reading readingAt(const RecordingShape &shape, std::size_t i)
{
    const bool spike = shape.anomalies > 0 && i % (shape.samples / shape.anomalies) == shape.samples / shape.anomalies / 2;
    SnapshotBuilder::Reading reading{.value = madeUpValue(i) + (spike && i < shape.samples ? 0.8 : 0.0)};
    reading.verdict = spike ? Verdict::Anomalous : Verdict::Normal;
    if (shape.band) {
        reading.lower = madeUpValue(i - i % 64) - 0.5;
        reading.upper = madeUpValue(i - i % 64) + 0.5;
    }
    return reading;
}

} // namespace

double madeUpValue(std::size_t i)
{
    // A wave of two parabolas, which looks like a sine and is made ten times as fast.
    constexpr std::size_t kPeriod = 314'160;
    const double x = static_cast<double>(i % kPeriod) / (kPeriod / 2) - 1.0;
    return 20.0 + 4.0 * x * (1.0 - std::fabs(x)) + 0.15 * noise(i);
}

Recording record(const RecordingShape &shape)
{
    SnapshotBuilder builder;
    const SensorId id = builder.addSensor("line-a/pump1", "temperature", "°C");
    Recording recording{.sensor = builder.spec(id), .history = {}, .frames = {}, .step = kStep};
    const auto at = [](std::size_t i) { return SnapshotBuilder::kStart + kStep * static_cast<std::int64_t>(i); };
    for (std::size_t begin = 0; begin < shape.samples; begin += Chunk::kCapacity)
        recording.history.push_back(SnapshotBuilder::chunk(id, at(begin), kStep, std::min(Chunk::kCapacity, shape.samples - begin),
                                                           [&](std::size_t i) { return readingAt(shape, begin + i); }));
    for (std::size_t frame = 0; frame < kFrames; ++frame) {
        const std::size_t begin = shape.samples + frame * kPerFrame;
        builder.addSamples(id, at(begin), kStep, kPerFrame, [&](std::size_t i) { return readingAt(shape, begin + i); });
        recording.frames.push_back(builder.snapshot().traces.at(0));
    }
    return recording;
}

ui::TimeInterval Scene::interval(std::size_t frame) const
{
    if (motion == Motion::Live) {
        const std::int64_t end = recording->newest(frame);
        return {end - window.count(), end};
    }
    const std::int64_t middle = (recording->history.front()->t.front() + recording->newest(0)) / 2;
    const auto moved = static_cast<std::int64_t>(static_cast<double>(window.count()) * kPanStep * static_cast<double>(frame % kFrames));
    return {middle - window.count() / 2 + moved, middle + window.count() / 2 + moved};
}

} // namespace telltale::bench
