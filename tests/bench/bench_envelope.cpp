// SPDX-License-Identifier: GPL-3.0-or-later
// The reduction to pixel columns against a scan of the same samples.
#include "core/envelope/envelope.h"
#include "tests/bench/stopwatch.h"

#include <cmath>
#include <cstdio>
#include <random>

using namespace telltale;

namespace {

constexpr std::int64_t kStep = 1'000'000;

std::vector<ChunkPtr> history(std::size_t chunks)
{
    std::mt19937_64 random(1);
    std::normal_distribution<double> noise;
    std::vector<ChunkPtr> result;
    std::int64_t t = 0;
    for (std::size_t c = 0; c < chunks; ++c) {
        auto chunk = std::make_shared<Chunk>();
        for (std::size_t i = 0; i < Chunk::kCapacity; ++i) {
            chunk->t.push_back(t += kStep);
            chunk->value.push_back(std::sin(static_cast<double>(t) * 1e-12) + 0.1 * noise(random));
            chunk->flags.push_back(0);
        }
        envelope::buildLevels(*chunk);
        result.push_back(std::move(chunk));
    }
    return result;
}

/// Min and max per column by looking at every sample.
std::vector<MinMax> scan(const std::vector<ChunkPtr> &chunks, std::int64_t from, std::int64_t to, std::size_t columns)
{
    std::vector<MinMax> result(columns, MinMax{HUGE_VALF, -HUGE_VALF});
    const double perColumn = static_cast<double>(to - from) / static_cast<double>(columns);
    for (const ChunkPtr &chunk : chunks) {
        for (std::size_t i = 0; i < chunk->size(); ++i) {
            if (chunk->t[i] < from || chunk->t[i] >= to)
                continue;
            MinMax &column = result[static_cast<std::size_t>(static_cast<double>(chunk->t[i] - from) / perColumn)];
            column.min = std::min(column.min, static_cast<float>(chunk->value[i]));
            column.max = std::max(column.max, static_cast<float>(chunk->value[i]));
        }
    }
    return result;
}

void measure(const std::vector<ChunkPtr> &chunks, std::size_t columns)
{
    const std::int64_t from = chunks.front()->t.front();
    const std::int64_t to = chunks.back()->t.back() + 1;
    double sum = 0.0;
    const double fast = bench::microsPer(20, [&] {
        for (int i = 0; i < 20; ++i)
            sum += static_cast<double>(envelope::reduce(chunks, from, to, columns)[columns / 2].max);
    });
    const double slow = bench::microsPer(
        1, [&] { sum += static_cast<double>(scan(chunks, from, to, columns)[columns / 2].max); }, 3);
    std::printf("%8zu samples, %4zu columns: %8.1f us, scan %9.1f us, ratio %.4f  (sum %g)\n", chunks.size() * Chunk::kCapacity, columns,
                fast, slow, fast / slow, sum);
}

} // namespace

int main()
{
    const std::vector<ChunkPtr> chunks = history(2000);
    const std::vector<ChunkPtr> fewer(chunks.end() - 200, chunks.end());
    for (const std::size_t columns : {120U, 1150U, 3800U}) {
        measure(fewer, columns);
        measure(chunks, columns);
    }
    auto copy = *chunks.front();
    const double build = bench::microsPer(1000 * copy.size(), [&] {
        for (int i = 0; i < 1000; ++i)
            envelope::buildLevels(copy);
    });
    std::printf("building the levels: %.1f ns a sample\n", build * 1000.0);
    return 0;
}
