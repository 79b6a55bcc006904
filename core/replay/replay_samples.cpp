// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/replay_samples.h"

#include <algorithm>
#include <cmath>

namespace telltale::replay {

namespace {

constexpr Duration kBehind = ReplaySamples::kBehind;
constexpr UtcTime kEndOfTime = UtcTime::max();
constexpr Duration kPiece = std::chrono::minutes{5};
constexpr Duration kLeastStale = std::chrono::seconds{2};

std::size_t samplesThrough(const Chunk &chunk, UtcTime position)
{
    return static_cast<std::size_t>(std::upper_bound(chunk.t.begin(), chunk.t.end(), toNanos(position)) - chunk.t.begin());
}

/// The first samples of a chunk, as the open tail that they were.
ChunkPtr beginningOf(const Chunk &chunk, std::size_t count)
{
    const auto cut = [count](const auto &column) {
        return std::decay_t<decltype(column)>(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(std::min(count, column.size())));
    };
    auto tail = std::make_shared<Chunk>();
    tail->sensor = chunk.sensor;
    tail->t = cut(chunk.t);
    tail->value = cut(chunk.value);
    tail->score = cut(chunk.score);
    tail->lower = cut(chunk.lower);
    tail->upper = cut(chunk.upper);
    tail->flags = cut(chunk.flags);
    return tail;
}

Duration periodOf(const Chunk &chunk, std::size_t upTo)
{
    constexpr std::size_t kLooked = 16;
    const std::size_t first = upTo - std::min(upTo, kLooked);
    return upTo - first < 2 ? Duration::zero() : Duration((chunk.t[upTo - 1] - chunk.t[first]) / std::int64_t(upTo - 1 - first));
}

} // namespace

ReplaySamples::ReplaySamples(std::vector<SensorSpec> sensors, SampleReader reader) : m_reader(std::move(reader))
{
    for (SensorSpec &sensor : sensors)
        m_tracks.push_back({std::move(sensor.key), {}});
}

void ReplaySamples::moveTo(UtcTime position, Duration ahead)
{
    const bool jumped = m_position == kNoTime || position < m_readFrom || position > m_readTo;
    m_position = position;
    if (jumped)
        readAnew();
    if (!isCovered(position + ahead))
        readOn(position + std::max(ahead, kPiece));
}

bool ReplaySamples::isCovered(UtcTime to) const
{
    return m_readTo != kNoTime && to <= m_readTo;
}

void ReplaySamples::readAnew()
{
    for (Track &track : m_tracks)
        track.chunks.clear();
    m_readFrom = m_readTo = m_position - kBehind;
}

void ReplaySamples::readOn(UtcTime to)
{
    for (Track &track : m_tracks)
        read(track, m_readTo, to);
    m_readTo = to;
    forgetOld();
}

void ReplaySamples::read(Track &track, UtcTime from, UtcTime to)
{
    // A chunk that reaches over the border is given with both pieces: the tail of the first reading may have grown since.
    std::erase_if(track.chunks, [&](const ChunkPtr &chunk) { return chunk->t.back() >= toNanos(from); });
    for (ChunkPtr &chunk : m_reader(track.key, from, to))
        if (chunk && !chunk->empty())
            track.chunks.push_back(std::move(chunk));
    std::stable_sort(track.chunks.begin(), track.chunks.end(),
                     [](const ChunkPtr &a, const ChunkPtr &b) { return a->t.front() < b->t.front(); });
}

void ReplaySamples::add(const SensorKey &sensor)
{
    m_tracks.push_back({sensor, {}});
}

void ReplaySamples::readNewest(UtcTime since)
{
    for (Track &track : m_tracks)
        read(track, track.chunks.empty() ? since : fromNanos(track.chunks.back()->t.front()), kEndOfTime);
}

UtcTime ReplaySamples::newest() const
{
    UtcTime newest = kNoTime;
    for (const Track &track : m_tracks)
        for (const ChunkPtr &chunk : track.chunks)
            newest = std::max(newest, fromNanos(chunk->t.back()));
    return newest;
}

void ReplaySamples::setPresent(UtcTime position)
{
    m_position = position;
    if (m_readFrom == kNoTime)
        m_readFrom = position - kBehind;
    forgetOld();
}

void ReplaySamples::forgetOld()
{
    const UtcTime oldest = m_position - kBehind;
    if (oldest - m_readFrom < kPiece)
        return;
    m_readFrom = oldest;
    for (Track &track : m_tracks)
        std::erase_if(track.chunks, [&](const ChunkPtr &chunk) { return chunk->t.back() < toNanos(oldest); });
}

SensorState ReplaySamples::state(SensorId sensor) const
{
    SensorState state;
    for (const ChunkPtr &chunk : m_tracks[indexOf(sensor)].chunks) {
        const std::size_t count = samplesThrough(*chunk, m_position);
        state.samples += count;
        if (count == 0 || (state.time != kNoTime && fromNanos(chunk->t[count - 1]) < state.time))
            continue;
        const std::size_t last = count - 1;
        state.value = chunk->value[last];
        state.time = fromNanos(chunk->t[last]);
        state.quality = chunk->quality(last);
        state.verdict = chunk->verdict(last);
        state.score = chunk->score[last];
        state.lower = chunk->lower[last];
        state.upper = chunk->upper[last];
        state.expected = (state.lower + state.upper) / 2.0;
        state.stale = m_position - state.time > std::max(kLeastStale, 3 * periodOf(*chunk, count));
    }
    return state;
}

SensorTrace ReplaySamples::trace(SensorId sensor) const
{
    SensorTrace trace;
    for (const ChunkPtr &chunk : m_tracks[indexOf(sensor)].chunks) {
        const std::size_t count = samplesThrough(*chunk, m_position);
        if (count == chunk->size())
            trace.sealed.push_back(chunk);
        else if (count > 0)
            trace.tail = beginningOf(*chunk, count);
    }
    return trace;
}

} // namespace telltale::replay
