// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_samples.h"

#include "ui/charts/chunk_edit.h"

#include <algorithm>
#include <limits>

namespace telltale::ui {

namespace {

constexpr std::int64_t kForEver = std::numeric_limits<std::int64_t>::max();

std::size_t indexAt(const Chunk &chunk, std::int64_t time)
{
    return std::size_t(std::lower_bound(chunk.t.begin(), chunk.t.end(), time) - chunk.t.begin());
}

} // namespace

void TrendSamples::clear()
{
    *this = TrendSamples();
}

void TrendSamples::setTrace(const SensorTrace &trace)
{
    std::vector<ChunkPtr> fresh;
    for (const ChunkPtr &chunk : trace.sealed)
        if (chunk && !chunk->empty())
            fresh.push_back(chunk);
    if (trace.tail && !trace.tail->empty())
        fresh.push_back(trace.tail);
    if (fresh.empty())
        return; // not watched yet, or just restarted: what is known stays on screen
    const std::int64_t begin = fresh.front()->t.front();
    if (m_traceBegin)
        keepDropped(begin);
    cutHistoryAt(begin);
    m_traceBegin = begin;

    std::vector<MarksPtr> freshMarks;
    std::size_t old = m_historyCount;
    for (const ChunkPtr &chunk : fresh) {
        while (old < m_chunks.size() && m_chunks[old]->t.front() < chunk->t.front())
            ++old;
        const bool known = old < m_chunks.size() && m_chunks[old] == chunk;
        freshMarks.push_back(known ? m_marks[old] : std::make_shared<const ChunkMarks>(marksOf(*chunk)));
    }
    m_chunks.resize(m_historyCount);
    m_marks.resize(m_historyCount);
    m_chunks.insert(m_chunks.end(), fresh.begin(), fresh.end());
    m_marks.insert(m_marks.end(), freshMarks.begin(), freshMarks.end());
}

void TrendSamples::keepDropped(std::int64_t newBegin)
{
    const TimeInterval dropped{*m_traceBegin, std::min(newBegin, m_chunks.back()->t.back() + 1)};
    if (dropped.empty())
        return;
    m_asked.add(dropped);
    const std::vector<ChunkPtr> trace(m_chunks.begin() + std::ptrdiff_t(m_historyCount), m_chunks.end());
    for (const ChunkPtr &chunk : trace)
        if (const ChunkPtr piece = cutChunk(chunk, dropped))
            insertHistory(piece);
}

void TrendSamples::cutHistoryAt(std::int64_t traceBegin)
{
    if (traceBegin == m_traceBegin)
        return;
    if (m_historyCount == 0) {
        // The store lags some seconds behind: an empty answer from before the first trace may be wrong by now.
        m_asked.cutFrom(m_traceBegin ? traceBegin : std::numeric_limits<std::int64_t>::min());
        return;
    }
    std::size_t last = m_historyCount;
    while (last > 0 && m_chunks[last - 1]->t.back() >= traceBegin)
        --last;
    if (last == m_historyCount) {
        // For the same reason what lies between its newest sample and the trace is to be asked for once more.
        if (!m_traceBegin)
            m_asked.cutFrom(m_chunks[m_historyCount - 1]->t.back() + 1);
        return;
    }
    const ChunkPtr part = cutChunk(m_chunks[last], {std::numeric_limits<std::int64_t>::min(), traceBegin});
    eraseHistory(last, m_historyCount);
    if (part)
        insertHistory(part);
    m_asked.cutFrom(traceBegin);
}

void TrendSamples::addHistory(TimeInterval asked, std::span<const ChunkPtr> stored)
{
    TimeInterval wanted = asked;
    wanted.to = std::min(wanted.to, m_traceBegin.value_or(kForEver));
    // Only what is still unknown: answers may overlap what fell out of a snapshot meanwhile.
    while (const auto part = m_asked.newestMissing(wanted)) {
        std::vector<ChunkPtr> pieces;
        for (const ChunkPtr &chunk : stored)
            pieces.push_back(cutChunk(chunk, *part));
        for (const ChunkPtr &piece : untangled(std::move(pieces)))
            insertHistory(piece);
        m_asked.add(*part);
    }
}

void TrendSamples::insertHistory(const ChunkPtr &chunk)
{
    const auto end = m_chunks.begin() + std::ptrdiff_t(m_historyCount);
    const auto place = std::upper_bound(m_chunks.begin(), end, chunk->t.front(),
                                        [](std::int64_t time, const ChunkPtr &other) { return time < other->t.front(); });
    const auto offset = place - m_chunks.begin();
    m_chunks.insert(place, chunk);
    m_marks.insert(m_marks.begin() + offset, std::make_shared<const ChunkMarks>(marksOf(*chunk)));
    m_historyCount += 1;
    m_historySize += chunk->size();
}

void TrendSamples::eraseHistory(std::size_t from, std::size_t to)
{
    for (std::size_t i = from; i < to; ++i)
        m_historySize -= m_chunks[i]->size();
    m_chunks.erase(m_chunks.begin() + std::ptrdiff_t(from), m_chunks.begin() + std::ptrdiff_t(to));
    m_marks.erase(m_marks.begin() + std::ptrdiff_t(from), m_marks.begin() + std::ptrdiff_t(to));
    m_historyCount -= to - from;
}

void TrendSamples::keepAround(TimeInterval view)
{
    const std::int64_t margin = (view.to - view.from) * (atCapacity() ? 1 : 4);
    std::size_t first = 0;
    while (first < m_historyCount && m_chunks[first]->t.back() < view.from - margin)
        ++first;
    std::size_t last = m_historyCount;
    while (last > first && m_chunks[last - 1]->t.front() > view.to + margin)
        --last;
    // The newest first, so that the positions of the oldest stay right.
    if (last < m_historyCount) {
        m_asked.cutFrom(m_chunks[last]->t.front());
        eraseHistory(last, m_historyCount);
    }
    if (first > 0) {
        m_asked.cutBefore(m_chunks[first - 1]->t.back() + 1);
        eraseHistory(0, first);
    }
}

std::optional<TimeInterval> TrendSamples::missing(TimeInterval wanted) const
{
    if (atCapacity())
        return std::nullopt;
    wanted.to = std::min(wanted.to, m_traceBegin.value_or(kForEver));
    return m_asked.newestMissing(wanted);
}

std::size_t TrendSamples::chunkAt(std::int64_t time) const
{
    const auto found = std::lower_bound(m_chunks.begin(), m_chunks.end(), time,
                                        [](const ChunkPtr &chunk, std::int64_t wanted) { return chunk->t.back() < wanted; });
    return std::size_t(found - m_chunks.begin());
}

std::size_t TrendSamples::countIn(TimeInterval interval) const
{
    std::size_t count = 0;
    for (std::size_t i = chunkAt(interval.from); i < m_chunks.size() && m_chunks[i]->t.front() < interval.to; ++i) {
        const std::size_t from = indexAt(*m_chunks[i], interval.from);
        count += std::max(from, indexAt(*m_chunks[i], interval.to)) - from;
    }
    return count;
}

std::optional<SampleRef> TrendSamples::nearest(std::int64_t time) const
{
    if (m_chunks.empty())
        return std::nullopt;
    const std::size_t at = chunkAt(time);
    if (at == m_chunks.size())
        return SampleRef{m_chunks.back().get(), m_chunks.back()->size() - 1};
    const SampleRef after{m_chunks[at].get(), indexAt(*m_chunks[at], time)};
    SampleRef before = after;
    if (after.index > 0)
        before.index -= 1;
    else if (at > 0)
        before = {m_chunks[at - 1].get(), m_chunks[at - 1]->size() - 1};
    return after.time() - time < time - before.time() || before.time() > time ? after : before;
}

std::optional<std::int64_t> TrendSamples::newest() const
{
    return m_chunks.empty() ? std::nullopt : std::optional(m_chunks.back()->t.back());
}

} // namespace telltale::ui
