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

ChunkDigest digestOf(const Chunk &chunk)
{
    auto marks = std::make_shared<const ChunkMarks>(marksOf(chunk));
    const bool anomalous = !marks->anomalous.empty();
    const bool runs = !marks->runs.empty();
    const ChunkMarks::Band band = marks->band;
    return {std::move(marks), band, std::uint32_t(chunk.size()), anomalous, runs};
}

} // namespace

void TrendSamples::clear()
{
    *this = TrendSamples();
}

void TrendSamples::startLevel(std::optional<RollupLevel> level)
{
    eraseHistory(0, m_historyCount);
    m_asked = {};
    m_level = level;
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

    std::vector<ChunkDigest> freshDigests;
    std::vector<envelope::Summary> freshSummaries;
    std::size_t old = m_historyCount;
    for (const ChunkPtr &chunk : fresh) {
        while (old < m_chunks.size() && m_summaries[old].begin < chunk->t.front())
            ++old;
        const bool known = old < m_chunks.size() && m_chunks[old] == chunk;
        freshDigests.push_back(known ? m_digests[old] : digestOf(*chunk));
        freshSummaries.push_back(known ? m_summaries[old] : envelope::summaryOf(*chunk));
    }
    m_chunks.resize(m_historyCount);
    m_digests.resize(m_historyCount);
    m_summaries.resize(m_historyCount);
    m_chunks.insert(m_chunks.end(), fresh.begin(), fresh.end());
    m_digests.insert(m_digests.end(), freshDigests.begin(), freshDigests.end());
    m_summaries.insert(m_summaries.end(), freshSummaries.begin(), freshSummaries.end());
}

void TrendSamples::keepDropped(std::int64_t newBegin)
{
    const TimeInterval dropped{*m_traceBegin, std::min(newBegin, m_summaries.back().end + 1)};
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
    while (last > 0 && m_summaries[last - 1].end >= traceBegin)
        --last;
    if (last == m_historyCount) {
        // For the same reason what lies between its newest sample and the trace is to be asked for once more.
        if (!m_traceBegin)
            m_asked.cutFrom(m_summaries[m_historyCount - 1].end + 1);
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
    const auto end = m_summaries.begin() + std::ptrdiff_t(m_historyCount);
    const auto place = std::upper_bound(m_summaries.begin(), end, chunk->t.front(),
                                        [](std::int64_t time, const envelope::Summary &other) { return time < other.begin; });
    const auto offset = place - m_summaries.begin();
    m_summaries.insert(place, envelope::summaryOf(*chunk));
    m_chunks.insert(m_chunks.begin() + offset, chunk);
    m_digests.insert(m_digests.begin() + offset, digestOf(*chunk));
    m_historyCount += 1;
    m_historySize += chunk->size();
}

void TrendSamples::eraseHistory(std::size_t from, std::size_t to)
{
    for (std::size_t i = from; i < to; ++i)
        m_historySize -= m_digests[i].samples;
    const auto erase = [&](auto &rows) { rows.erase(rows.begin() + std::ptrdiff_t(from), rows.begin() + std::ptrdiff_t(to)); };
    erase(m_chunks);
    erase(m_summaries);
    erase(m_digests);
    m_historyCount -= to - from;
}

void TrendSamples::keepAround(TimeInterval view)
{
    const std::int64_t margin = (view.to - view.from) * (atCapacity() ? 1 : 4);
    std::size_t first = 0;
    while (first < m_historyCount && m_summaries[first].end < view.from - margin)
        ++first;
    std::size_t last = m_historyCount;
    while (last > first && m_summaries[last - 1].begin > view.to + margin)
        --last;
    // The newest first, so that the positions of the oldest stay right.
    if (last < m_historyCount) {
        m_asked.cutFrom(m_summaries[last].begin);
        eraseHistory(last, m_historyCount);
    }
    if (first > 0) {
        m_asked.cutBefore(m_summaries[first - 1].end + 1);
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
    const auto found = std::lower_bound(m_summaries.begin(), m_summaries.end(), time,
                                        [](const envelope::Summary &chunk, std::int64_t wanted) { return chunk.end < wanted; });
    return std::size_t(found - m_summaries.begin());
}

std::size_t TrendSamples::countIn(TimeInterval interval) const
{
    const auto [first, end] = chunksIn(interval);
    std::size_t count = 0;
    for (std::size_t i = first; i < end; ++i) {
        const bool inner = i > first && i + 1 < end;
        const IndexRange inside = inner ? IndexRange{0, m_digests[i].samples} : indexesIn(i, interval);
        count += inside.to - inside.from;
    }
    return count;
}

TrendSamples::IndexRange TrendSamples::chunksIn(TimeInterval interval) const
{
    const std::size_t from = chunkAt(interval.from);
    const auto begin = m_summaries.begin() + std::ptrdiff_t(from);
    const auto end =
        std::partition_point(begin, m_summaries.end(), [&](const envelope::Summary &each) { return each.begin < interval.to; });
    return {from, std::size_t(end - m_summaries.begin())};
}

TrendSamples::IndexRange TrendSamples::indexesIn(std::size_t chunk, TimeInterval interval) const
{
    const bool all = m_summaries[chunk].begin >= interval.from && m_summaries[chunk].end < interval.to;
    if (all)
        return {0, m_digests[chunk].samples};
    const std::size_t from = indexAt(*m_chunks[chunk], interval.from);
    return {from, std::max(from, indexAt(*m_chunks[chunk], interval.to))};
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
    return m_summaries.empty() ? std::nullopt : std::optional(m_summaries.back().end);
}

} // namespace telltale::ui
