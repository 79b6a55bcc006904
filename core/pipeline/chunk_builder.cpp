// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/chunk_builder.h"

#include "core/envelope/envelope.h"

#include <algorithm>

namespace telltale::pipeline {

namespace {

std::uint8_t flagsOf(const TracedSample &sample)
{
    auto flags = static_cast<std::uint8_t>(static_cast<unsigned>(sample.quality)
                                           | (static_cast<unsigned>(sample.score.verdict) << Chunk::kVerdictShift));
    if (sample.gapBefore)
        flags |= Chunk::kGapBefore;
    if (!sample.scored)
        flags |= Chunk::kNotScored;
    return flags;
}

template <typename T>
void insertAt(std::vector<T> &column, std::size_t position, T value)
{
    column.insert(column.begin() + static_cast<std::ptrdiff_t>(position), value);
}

/// In two steps, the second when the last sealed chunk may be gone: columns that grow by doubling, in step with those of thousands of
/// other sensors, would leave the heap full of holes.
void makeRoom(Chunk &chunk)
{
    const auto reserve = [&](auto &...columns) {
        (columns.reserve(chunk.size() < ChunkBuilder::kHandOver ? ChunkBuilder::kHandOver : Chunk::kCapacity), ...);
    };
    if (chunk.t.size() == chunk.t.capacity())
        reserve(chunk.t, chunk.value, chunk.score, chunk.lower, chunk.upper, chunk.flags);
}

/// With room for a few samples more: copies of every length, ten times a second, would leave no hole of a length that fits the next.
ChunkPtr copyOf(const Chunk &tail)
{
    constexpr std::size_t kStep = 128;
    const std::size_t room = (tail.size() + kStep - 1) / kStep * kStep;
    auto copy = std::make_shared<Chunk>();
    copy->sensor = tail.sensor;
    const auto fill = [&](auto &column, const auto &from) {
        column.reserve(room);
        column.assign(from.begin(), from.end());
    };
    fill(copy->t, tail.t);
    fill(copy->value, tail.value);
    fill(copy->score, tail.score);
    fill(copy->lower, tail.lower);
    fill(copy->upper, tail.upper);
    fill(copy->flags, tail.flags);
    return copy;
}

} // namespace

ChunkBuilder::ChunkBuilder(SensorId sensor, std::size_t keptChunks) : m_keptChunks(keptChunks)
{
    m_tail.sensor = m_late.sensor = sensor;
}

ChunkPtr ChunkBuilder::add(const TracedSample &sample)
{
    const std::int64_t oldest = m_tail.empty() ? m_newestSealed : m_tail.t.front();
    if (sample.t < oldest) {
        if (m_late.size() < Chunk::kCapacity)
            insert(m_late, sample);
        return nullptr;
    }
    makeRoom(m_tail);
    insert(m_tail, sample);
    ++m_revision;
    if (m_tail.size() >= Chunk::kCapacity)
        return seal();
    if (m_tail.size() == kHandOver)
        forgetOldest();
    return nullptr;
}

void ChunkBuilder::insert(Chunk &chunk, const TracedSample &sample)
{
    const auto place = std::upper_bound(chunk.t.begin(), chunk.t.end(), sample.t);
    const auto position = static_cast<std::size_t>(place - chunk.t.begin());
    const double limit = sample.score.limit;
    insertAt(chunk.t, position, sample.t);
    insertAt(chunk.value, position, sample.value);
    insertAt(chunk.score, position, static_cast<float>(limit > 0.0 ? sample.score.value / limit : kMissing));
    insertAt(chunk.lower, position, static_cast<float>(sample.score.lower));
    insertAt(chunk.upper, position, static_cast<float>(sample.score.upper));
    insertAt(chunk.flags, position, flagsOf(sample));
}

ChunkPtr ChunkBuilder::seal()
{
    auto chunk = std::make_shared<Chunk>(std::move(m_tail));
    envelope::buildLevels(*chunk);
    m_tail = Chunk{};
    m_tail.sensor = chunk->sensor;
    m_newestSealed = chunk->t.back();
    m_sealed.push_back(chunk);
    forgetOldest();
    return chunk;
}

void ChunkBuilder::forgetOldest()
{
    const std::size_t kept = m_tail.size() < kHandOver ? std::max<std::size_t>(1, m_keptChunks) : m_keptChunks;
    if (m_sealed.size() > kept)
        m_sealed.erase(m_sealed.begin(), m_sealed.end() - static_cast<std::ptrdiff_t>(kept));
}

void ChunkBuilder::keepChunks(std::size_t count)
{
    m_keptChunks = count;
    forgetOldest();
}

SensorTrace ChunkBuilder::trace()
{
    if (m_tracedRevision != m_revision || !m_tracedTail) {
        m_tracedTail = copyOf(m_tail);
        m_tracedRevision = m_revision;
    }
    return {m_sealed, m_tracedTail};
}

ChunkPtr ChunkBuilder::changedTail()
{
    if (m_storedRevision == m_revision || m_tail.empty())
        return nullptr;
    m_storedRevision = m_revision;
    return copyOf(m_tail);
}

ChunkPtr ChunkBuilder::takeLate()
{
    if (m_late.empty())
        return nullptr;
    auto chunk = std::make_shared<const Chunk>(std::move(m_late));
    m_late = Chunk{};
    m_late.sensor = chunk->sensor;
    return chunk;
}

} // namespace telltale::pipeline
