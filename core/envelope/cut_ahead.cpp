// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/envelope/cut_ahead.h"

namespace telltale::envelope {

namespace {

template <typename T>
void fetch(const std::vector<T> &column, std::size_t i)
{
    __builtin_prefetch(column.data() + i);
}

void fetchColumns(const Chunk &chunk, std::size_t cut)
{
    fetch(chunk.levels, 0);
    fetch(chunk.t, cut);
    fetch(chunk.value, cut);
    fetch(chunk.flags, cut);
}

void fetchLevels(const Chunk &chunk, std::size_t cut)
{
    for (const std::vector<MinMax> &level : chunk.levels) {
        cut /= kCellsOfLevel;
        fetch(level, cut);
    }
}

double since(std::int64_t from, std::int64_t to)
{
    return to < from ? 0.0 : static_cast<double>(static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from));
}

} // namespace

CutAhead::CutAhead(const ColumnGrid &grid, std::span<const ChunkPtr> chunks, std::span<const Summary> summaries, std::size_t first)
    : m_grid(grid)
    , m_to(grid.start(grid.columns()))
    , m_chunks(chunks)
    , m_summaries(summaries)
    , m_at(first)
    , m_stop(grid.start(0))
{
    for (std::size_t i = 0; i < kLength; ++i)
        step();
}

void CutAhead::step()
{
    const auto due = [this](std::size_t steps) -> const Cut & { return m_line[(m_steps + steps) % kLength]; };
    const auto indexOf = [](const Cut &cut) { return static_cast<std::size_t>(cut.share * static_cast<double>(cut.chunk->size() - 1)); };
    if (const Cut &cut = due(kColumnsAt); cut.chunk != nullptr)
        fetchColumns(*cut.chunk, indexOf(cut));
    if (const Cut &cut = due(kLevelsAt); cut.chunk != nullptr)
        fetchLevels(*cut.chunk, indexOf(cut));
    m_line[m_steps % kLength] = nextCut();
    m_steps += 1;
}

CutAhead::Cut CutAhead::nextCut()
{
    for (; m_at < m_summaries.size() && m_summaries[m_at].begin < m_to; ++m_at) {
        const Summary &summary = m_summaries[m_at];
        if (summary.begin >= m_stop)
            m_stop = endOfColumnAt(summary.begin);
        if (summary.end < m_stop)
            continue;
        const Chunk *chunk = m_chunks[m_at++].get();
        __builtin_prefetch(chunk);
        __builtin_prefetch(&chunk->levels);
        const double share = since(summary.begin, m_stop) / (since(summary.begin, summary.end) + 1.0);
        m_stop = summary.end < m_to ? endOfColumnAt(summary.end) : m_to;
        return {chunk, std::clamp(share, 0.0, 1.0)};
    }
    return {};
}

std::int64_t CutAhead::endOfColumnAt(std::int64_t t) const
{
    return m_grid.start(m_grid.columnOf(t) + 1);
}

} // namespace telltale::envelope
