// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chunk_order.h"

#include "core/envelope/envelope.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

namespace telltale::store {

namespace {

/// Below this a scan of the samples is as fast as a look at the levels.
constexpr std::size_t kWorthLevels = 64;

struct Place {
    std::size_t chunk;
    std::size_t sample;
};

void append(Chunk &to, const Chunk &from, std::size_t i)
{
    to.t.push_back(from.t[i]);
    to.value.push_back(from.value[i]);
    to.score.push_back(from.score[i]);
    to.lower.push_back(from.lower[i]);
    to.upper.push_back(from.upper[i]);
    to.flags.push_back(from.flags[i]);
}

/// Chunks [first, last) as one sorted sequence, cut at the capacity.
void merge(const std::vector<Chunk> &chunks, std::size_t first, std::size_t last, std::vector<Chunk> &sorted)
{
    std::vector<Place> places;
    for (std::size_t c = first; c < last; ++c)
        for (std::size_t i = 0; i < chunks[c].size(); ++i)
            places.push_back({c, i});
    std::ranges::stable_sort(places, {}, [&](const Place &place) { return chunks[place.chunk].t[place.sample]; });
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i % Chunk::kCapacity == 0)
            sorted.emplace_back();
        append(sorted.back(), chunks[places[i].chunk], places[i].sample);
    }
}

std::pair<std::int64_t, std::int64_t> spanOf(const Chunk &chunk)
{
    const auto [first, last] = std::ranges::minmax(chunk.t);
    return {first, last};
}

ChunkPtr sealed(Chunk chunk)
{
    if (chunk.size() >= kWorthLevels)
        envelope::buildLevels(chunk);
    return std::make_shared<const Chunk>(std::move(chunk));
}

} // namespace

std::vector<ChunkPtr> inTimeOrder(std::vector<Chunk> chunks)
{
    std::erase_if(chunks, [](const Chunk &chunk) { return chunk.empty(); });
    std::ranges::stable_sort(chunks, {}, spanOf);
    std::vector<Chunk> sorted;
    for (std::size_t first = 0, last = 0; first < chunks.size(); first = last) {
        std::int64_t end = spanOf(chunks[first]).second;
        for (last = first + 1; last < chunks.size() && spanOf(chunks[last]).first < end; ++last)
            end = std::max(end, spanOf(chunks[last]).second);
        if (last == first + 1 && std::ranges::is_sorted(chunks[first].t))
            sorted.push_back(std::move(chunks[first]));
        else
            merge(chunks, first, last, sorted);
    }
    std::vector<ChunkPtr> ready;
    std::ranges::transform(sorted, std::back_inserter(ready), [](Chunk &chunk) { return sealed(std::move(chunk)); });
    return ready;
}

} // namespace telltale::store
