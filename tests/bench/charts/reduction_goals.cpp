// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/envelope/envelope.h"
#include "tests/bench/charts/chart_subject.h"
#include "tests/bench/charts/goal_report.h"
#include "tests/bench/charts/kept_promises.h"
#include "tests/bench/charts/recording.h"
#include "tests/bench/stopwatch.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace telltale::bench {

namespace {

constexpr std::size_t kSamples = 10'000'000;

struct Range {
    std::int64_t from = 0;
    std::int64_t to = 0;
};

/// Min and max per column by looking at every sample, in one loop over plain arrays.
std::vector<MinMax> scan(const std::vector<ChunkPtr> &chunks, Range range, std::size_t columns)
{
    std::vector<MinMax> result(columns, MinMax{HUGE_VALF, -HUGE_VALF});
    const double perNano = static_cast<double>(columns) / static_cast<double>(range.to - range.from);
    for (const ChunkPtr &chunk : chunks) {
        const std::int64_t *const t = chunk->t.data();
        const double *const value = chunk->value.data();
        for (std::size_t i = 0; i < chunk->size(); ++i) {
            if (t[i] < range.from || t[i] >= range.to)
                continue;
            MinMax &column = result[static_cast<std::size_t>(static_cast<double>(t[i] - range.from) * perNano)];
            column.min = std::min(column.min, static_cast<float>(value[i]));
            column.max = std::max(column.max, static_cast<float>(value[i]));
        }
    }
    return result;
}

/// Columns in which they differ.
std::size_t differences(const std::vector<envelope::Column> &reduced, const std::vector<MinMax> &scanned)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < reduced.size(); ++i)
        count += reduced[i].min != scanned[i].min || reduced[i].max != scanned[i].max ? 1U : 0U;
    return count;
}

/// Appends as the pipeline does, and seals with or without the levels; microseconds a sample.
double appending(const std::vector<ChunkPtr> &chunks, bool levels)
{
    constexpr std::size_t kUsed = 500;
    return microsPer(
        kUsed * Chunk::kCapacity,
        [&] {
            for (std::size_t c = 0; c < kUsed; ++c) {
                const Chunk &source = *chunks[c];
                Chunk chunk;
                for (std::size_t i = 0; i < source.size(); ++i) {
                    chunk.t.push_back(source.t[i]);
                    chunk.value.push_back(source.value[i]);
                    chunk.score.push_back(source.score[i]);
                    chunk.lower.push_back(source.lower[i]);
                    chunk.upper.push_back(source.upper[i]);
                    chunk.flags.push_back(source.flags[i]);
                }
                if (levels)
                    envelope::buildLevels(chunk);
            }
        },
        1);
}

double levelBytes(const Chunk &chunk)
{
    std::size_t bytes = 0;
    for (const auto &level : chunk.levels)
        bytes += level.size() * sizeof(MinMax);
    return static_cast<double>(bytes);
}

} // namespace

void measureReduction(int passes)
{
    const std::vector<ChunkPtr> chunks = record({.samples = kSamples}).history;
    std::vector<envelope::Summary> summaries; // as a trend keeps them
    for (const ChunkPtr &chunk : chunks)
        summaries.push_back(envelope::summaryOf(*chunk));
    const Range range{chunks.front()->t.front(), chunks.back()->t.back() + 1};
    std::vector<double> ratio;
    std::vector<double> added;
    std::vector<envelope::Column> reduced;
    std::vector<MinMax> scanned;
    for (int pass = 0; pass < passes; ++pass) {
        const double fast = microsPer(
            10,
            [&] {
                for (int i = 0; i < 10; ++i)
                    reduced = envelope::reduce(chunks, summaries, range.from, range.to, kDetailColumns);
            },
            3);
        const double slow = microsPer(
            1, [&] { scanned = scan(chunks, range, kDetailColumns); }, 3);
        ratio.push_back(fast / slow);
        const double plain = appending(chunks, false);
        added.push_back((appending(chunks, true) - plain) * 1e3);
    }
    const std::size_t differing = differences(reduced, scanned);
    report({"G8", "columns of a reduction that differ from the scan", 0.0, ""}, {static_cast<double>(differing)});
    report({"G8", "reduction of 10 M samples / scan", 0.05}, ratio);
    report({"G8", "building the levels, added to an append", 15.0, "ns"}, added);
    const Chunk &chunk = *chunks.front();
    const double share = (levelBytes(chunk) + sizeof(envelope::Summary)) / (static_cast<double>(chunk.size()) * sizeof(double)) * 100.0;
    report({"G8", "memory of levels and summaries / memory of the values", 15.0, "%"}, {share});
}

} // namespace telltale::bench
