// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chunk_edit.h"

#include "core/envelope/envelope.h"

#include <algorithm>
#include <memory>
#include <span>

namespace telltale::ui {

namespace {

struct Place {
    const Chunk *chunk;
    std::size_t index;

    [[nodiscard]] std::int64_t time() const { return chunk->t[index]; }
};

std::size_t indexAt(const Chunk &chunk, std::int64_t time)
{
    return std::size_t(std::lower_bound(chunk.t.begin(), chunk.t.end(), time) - chunk.t.begin());
}

ChunkPtr collected(std::span<const Place> places)
{
    auto part = std::make_shared<Chunk>();
    part->sensor = places.front().chunk->sensor;
    for (const Place &place : places) {
        part->t.push_back(place.chunk->t[place.index]);
        part->value.push_back(place.chunk->value[place.index]);
        part->score.push_back(place.chunk->score[place.index]);
        part->lower.push_back(place.chunk->lower[place.index]);
        part->upper.push_back(place.chunk->upper[place.index]);
        part->flags.push_back(place.chunk->flags[place.index]);
    }
    envelope::buildLevels(*part);
    return part;
}

void appendPlaces(std::vector<Place> &places, const Chunk &chunk, std::size_t from, std::size_t to)
{
    for (std::size_t i = from; i < to; ++i)
        places.push_back({&chunk, i});
}

void dealOut(std::span<const ChunkPtr> tangle, std::vector<ChunkPtr> &result)
{
    if (tangle.size() == 1) {
        result.push_back(tangle.front());
        return;
    }
    std::vector<Place> places;
    for (const ChunkPtr &chunk : tangle)
        appendPlaces(places, *chunk, 0, chunk->size());
    std::stable_sort(places.begin(), places.end(), [](const Place &a, const Place &b) { return a.time() < b.time(); });
    for (std::span<const Place> rest(places); !rest.empty(); rest = rest.subspan(std::min(rest.size(), Chunk::kCapacity)))
        result.push_back(collected(rest.first(std::min(rest.size(), Chunk::kCapacity))));
}

} // namespace

ChunkPtr cutChunk(const ChunkPtr &chunk, TimeInterval interval)
{
    if (!chunk)
        return nullptr;
    const std::size_t from = indexAt(*chunk, interval.from);
    const std::size_t to = indexAt(*chunk, interval.to);
    if (from >= to)
        return nullptr;
    if (from == 0 && to == chunk->size() && !chunk->levels.empty())
        return chunk;
    std::vector<Place> places;
    appendPlaces(places, *chunk, from, to);
    return collected(places);
}

std::vector<ChunkPtr> untangled(std::vector<ChunkPtr> chunks)
{
    std::erase_if(chunks, [](const ChunkPtr &chunk) { return !chunk || chunk->empty(); });
    std::stable_sort(chunks.begin(), chunks.end(), [](const ChunkPtr &a, const ChunkPtr &b) { return a->t.front() < b->t.front(); });
    std::vector<ChunkPtr> result;
    for (std::span<const ChunkPtr> rest(chunks); !rest.empty();) {
        std::size_t count = 1;
        for (std::int64_t reach = rest.front()->t.back(); count < rest.size() && rest[count]->t.front() < reach; ++count)
            reach = std::max(reach, rest[count]->t.back());
        dealOut(rest.first(count), result);
        rest = rest.subspan(count);
    }
    return result;
}

} // namespace telltale::ui
