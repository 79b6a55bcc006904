// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/evidence_source.h"

#include "core/report/sample_packing.h"

#include <algorithm>
#include <array>

namespace telltale::ui {

namespace {

using namespace std::chrono_literals;

constexpr Duration kBefore = 10min;
constexpr Duration kAfter = 2min;
constexpr std::size_t kReadingsBefore = 120;
/// A later start than this is worth a sentence.
constexpr Duration kMostMissingAtStart = 30s;
/// How far back to look for slow sensors, step by step.
constexpr std::array<Duration, 4> kLookBacks{2h, 24h, 7 * 24h, 30 * 24h};

template <typename T>
std::vector<T> part(const std::vector<T> &all, std::size_t first, std::size_t last)
{
    return {all.begin() + std::ptrdiff_t(first), all.begin() + std::ptrdiff_t(last)};
}

std::vector<std::int64_t> timesBefore(const std::vector<ChunkPtr> &chunks, UtcTime end)
{
    std::vector<std::int64_t> times;
    for (const ChunkPtr &chunk : chunks) {
        std::copy_if(chunk->t.begin(), chunk->t.end(), std::back_inserter(times), [&](std::int64_t t) { return t < toNanos(end); });
    }
    std::sort(times.begin(), times.end());
    return times;
}

std::vector<ChunkPtr> cutAll(const std::vector<ChunkPtr> &chunks, const Window &window)
{
    std::vector<ChunkPtr> cut;
    for (const ChunkPtr &chunk : chunks) {
        if (ChunkPtr inside = cutChunk(chunk, window.from, window.to)) {
            cut.push_back(std::move(inside));
        }
    }
    return cut;
}

std::size_t gapsIn(const std::vector<ChunkPtr> &chunks)
{
    std::size_t gaps = 0;
    for (const ChunkPtr &chunk : chunks) {
        gaps += std::size_t(
            std::count_if(chunk->flags.begin(), chunk->flags.end(), [](std::uint8_t f) { return (f & Chunk::kGapBefore) != 0; }));
    }
    return gaps;
}

} // namespace

Window evidenceWindow(const Occurrence &alarm, const std::vector<AlarmEvent> &events)
{
    UtcTime first = alarm.firstViolation == kNoTime ? alarm.raised : alarm.firstViolation;
    UtcTime last = std::max(alarm.raised, alarm.cleared);
    for (const AlarmEvent &event : events) {
        if (event.kind != AlarmEventKind::Raise && event.kind != AlarmEventKind::Clear) {
            continue;
        }
        const UtcTime at = event.sourceTime == kNoTime ? event.at : event.sourceTime;
        first = std::min(first, at);
        last = std::max(last, at);
    }
    return {first - kBefore, last + kAfter};
}

ChunkPtr cutChunk(const ChunkPtr &chunk, UtcTime from, UtcTime to)
{
    const auto place = [&](UtcTime time) {
        return std::size_t(std::lower_bound(chunk->t.begin(), chunk->t.end(), toNanos(time)) - chunk->t.begin());
    };
    const std::size_t first = place(from);
    const std::size_t last = place(to);
    if (first >= last) {
        return nullptr;
    }
    auto cut = std::make_shared<Chunk>();
    cut->sensor = chunk->sensor;
    cut->t = part(chunk->t, first, last);
    cut->value = part(chunk->value, first, last);
    cut->score = part(chunk->score, first, last);
    cut->lower = part(chunk->lower, first, last);
    cut->upper = part(chunk->upper, first, last);
    cut->flags = part(chunk->flags, first, last);
    return cut;
}

report::Evidence readEvidence(const store::StoreReader &reader, const SensorKey &sensor, const std::string &unit, UtcTime violation,
                              Window &window, std::vector<report::Statement> &unknowns)
{
    const std::size_t damagedBefore = reader.damagedChunks();
    store::ReadableSamples samples = reader.readableSamples(sensor, window.from, window.to);
    for (const Duration back : kLookBacks) {
        const std::vector<std::int64_t> before = timesBefore(samples.chunks, violation);
        if (before.size() >= kReadingsBefore) {
            window.from = std::min(window.from, fromNanos(before[before.size() - kReadingsBefore]));
            break;
        }
        samples = reader.readableSamples(sensor, violation - back, window.to);
        if (!samples.chunks.empty()) {
            const std::vector<std::int64_t> more = timesBefore(samples.chunks, violation);
            const std::size_t wanted = std::min(more.size(), kReadingsBefore);
            window.from = wanted == 0 ? window.from : std::min(window.from, fromNanos(more[more.size() - wanted]));
        }
    }
    report::Evidence evidence{.sensor = sensor, .unit = unit, .samples = report::packed(cutAll(samples.chunks, window))};
    const std::string name = sensor.text();
    if (reader.damagedChunks() > damagedBefore) {
        unknowns.push_back({"Some stored samples of %1 are damaged and left out.", {name}});
    }
    if (samples.problem) {
        unknowns.push_back({"Stored samples of %1 cannot be read: %2.", {name, samples.problem->what}});
    } else if (evidence.samples.empty()) {
        unknowns.push_back({"There are no stored samples of %1 between %2 and %3: never received, or already pruned.",
                            {name, toIso(window.from), toIso(window.to)}});
    }
    if (evidence.samples.empty()) {
        return evidence;
    }
    const UtcTime first = fromNanos(evidence.samples.front()->t.front());
    if (first - window.from > kMostMissingAtStart) {
        unknowns.push_back({"There are no stored samples of %1 before %2.", {name, toIso(first)}});
    }
    if (const std::size_t gaps = gapsIn(evidence.samples); gaps > 0) {
        unknowns.push_back({"There are %1 gap(s) in the samples of %2 between %3 and %4.",
                            {std::to_string(gaps), name, toIso(window.from), toIso(window.to)}});
    }
    return evidence;
}

} // namespace telltale::ui
