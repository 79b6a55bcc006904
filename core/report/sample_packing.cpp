// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sample_packing.h"

#include "core/envelope/envelope.h"

#include <algorithm>

namespace telltale::report {

namespace {

constexpr std::size_t kWorthLevels = 64;

template <typename T>
void append(std::vector<T> &to, const std::vector<T> &from, std::size_t first, std::size_t count)
{
    const auto begin = from.begin() + std::ptrdiff_t(first);
    to.insert(to.end(), begin, begin + std::ptrdiff_t(count));
}

void appendSamples(Chunk &to, const Chunk &from, std::size_t first, std::size_t count)
{
    append(to.t, from.t, first, count);
    append(to.value, from.value, first, count);
    append(to.score, from.score, first, count);
    append(to.lower, from.lower, first, count);
    append(to.upper, from.upper, first, count);
    append(to.flags, from.flags, first, count);
}

} // namespace

void addLevels(Chunk &chunk)
{
    if (chunk.size() >= kWorthLevels)
        envelope::buildLevels(chunk);
}

std::vector<ChunkPtr> packed(std::span<const ChunkPtr> chunks)
{
    std::vector<std::shared_ptr<Chunk>> full;
    for (const ChunkPtr &chunk : chunks) {
        for (std::size_t taken = 0; taken < chunk->size();) {
            const bool goesOn = !full.empty() && full.back()->size() < Chunk::kCapacity && full.back()->t.back() <= chunk->t[taken];
            if (!goesOn)
                full.push_back(std::make_shared<Chunk>());
            const std::size_t count = std::min(chunk->size() - taken, Chunk::kCapacity - full.back()->size());
            appendSamples(*full.back(), *chunk, taken, count);
            taken += count;
        }
    }
    for (const auto &chunk : full)
        addLevels(*chunk);
    return {full.begin(), full.end()};
}

} // namespace telltale::report
