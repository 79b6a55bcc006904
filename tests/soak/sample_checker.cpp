// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/sample_checker.h"

#include "core/store/store_reader.h"

#include <algorithm>

namespace telltale::soak {

namespace {

struct Sample {
    std::int64_t t;
    bool gapBefore;
};

std::vector<Sample> inOrder(const std::vector<ChunkPtr> &chunks)
{
    std::vector<Sample> samples;
    for (const ChunkPtr &chunk : chunks)
        for (std::size_t i = 0; i < chunk->size(); ++i)
            samples.push_back({chunk->t[i], (chunk->flags[i] & Chunk::kGapBefore) != 0});
    std::ranges::sort(samples, {}, &Sample::t);
    return samples;
}

struct Hole {
    SensorKey sensor;
    std::int64_t from;
    std::int64_t to;

    [[nodiscard]] bool meets(std::int64_t begin, std::int64_t end) const { return from < end && begin < to; }
    [[nodiscard]] std::string text() const
    {
        return sensor.text() + " has nothing from " + toIso(fromNanos(from)) + " to " + toIso(fromNanos(to));
    }
};

/// Counts a sensor's holes that have a reason; the others.
std::vector<Hole> holesOf(const SensorKey &sensor, const std::vector<Sample> &samples, const SampleRhythm &rhythm, const Silences &silences,
                          SampleVerdict &verdict)
{
    std::vector<Hole> holes;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        const Hole hole{sensor, samples[i - 1].t, samples[i].t};
        if (hole.to - hole.from <= 3 * rhythm.period)
            continue;
        if (samples[i].gapBefore)
            ++verdict.marked;
        else if (std::any_of(silences.begin(), silences.end(), [&](const auto &each) { return hole.meets(each.first, each.second); }))
            ++verdict.expected;
        else
            holes.push_back(hole);
    }
    return holes;
}

/// Neither the monitor nor a fault of the whole feed chooses one asset.
void sortOut(const std::vector<Hole> &holes, const SampleRhythm &rhythm, SampleVerdict &verdict)
{
    for (const Hole &hole : holes) {
        const bool alone = std::none_of(holes.begin(), holes.end(), [&](const Hole &other) {
            return other.sensor.asset != hole.sensor.asset && other.meets(hole.from, hole.to);
        });
        if (alone && hole.to - hole.from <= rhythm.dropOut + 3 * rhythm.period)
            ++verdict.dropOuts;
        else
            verdict.unexplained.push_back(hole.text());
    }
}

} // namespace

Result<SampleVerdict> checkSamples(const std::string &dataFolder, const SampleRhythm &rhythm, const Silences &silences)
{
    const auto reader = store::StoreReader::open(dataFolder);
    if (!reader)
        return reader.error();
    const auto sensors = (*reader)->sensors();
    if (!sensors)
        return sensors.error();
    SampleVerdict verdict;
    std::vector<Hole> holes;
    for (const store::StoredSensor &sensor : *sensors) {
        if (!sensor.key.asset.starts_with(rhythm.assetPrefix))
            continue;
        const auto chunks = (*reader)->samples(sensor.key, fromNanos(0), fromNanos(INT64_MAX));
        if (!chunks)
            return chunks.error();
        const std::vector<Sample> samples = inOrder(*chunks);
        ++verdict.sensors;
        verdict.samples += samples.size();
        const auto more = holesOf(sensor.key, samples, rhythm, silences, verdict);
        holes.insert(holes.end(), more.begin(), more.end());
    }
    sortOut(holes, rhythm, verdict);
    return verdict;
}

} // namespace telltale::soak
