// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rollup_cells.h"

#include "core/envelope/envelope.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>

namespace telltale::store {

namespace {

constexpr RollupLevel kFinest = RollupLevel::Minute;

/// Samples of `other` into `cell`, whichever came first.
void merge(RollupCell &cell, const RollupCell &other)
{
    RollupCell both = cell.count == 0 && other.count > 0 ? other : cell;
    if (cell.count > 0 && other.count > 0) {
        both.min = std::min(cell.min, other.min);
        both.max = std::max(cell.max, other.max);
        both.first = other.firstAt < cell.firstAt ? other.first : cell.first;
        both.last = other.lastAt >= cell.lastAt ? other.last : cell.last;
    }
    if ((cell.count > 0) == (other.count > 0)) {
        both.firstAt = std::min(cell.firstAt, other.firstAt);
        both.lastAt = std::max(cell.lastAt, other.lastAt);
    }
    both.count = cell.count + other.count;
    both.missing = cell.missing + other.missing;
    both.anomalous = cell.anomalous + other.anomalous;
    both.sum = cell.sum + other.sum;
    cell = both;
}

/// Cells that are sorted by index, but may share one, put together.
RollupCells folded(const RollupCells &cells)
{
    RollupCells folded;
    folded.reserve(cells.size());
    for (const RollupCell &cell : cells) {
        if (!folded.empty() && folded.back().index == cell.index)
            merge(folded.back(), cell);
        else
            folded.push_back(cell);
    }
    return folded;
}

RollupCell emptyCell(std::int64_t index, std::int64_t t)
{
    RollupCell cell;
    cell.index = index;
    cell.firstAt = cell.lastAt = t;
    return cell;
}

void addSample(RollupCell &cell, std::int64_t t, double value)
{
    if (!std::isfinite(value)) {
        ++cell.missing;
        cell.lastAt = cell.count == 0 ? t : cell.lastAt;
        return;
    }
    if (cell.count == 0) {
        cell.min = cell.max = cell.first = value;
        cell.firstAt = t;
    }
    cell.lastAt = t;
    cell.min = std::min(cell.min, value);
    cell.max = std::max(cell.max, value);
    cell.last = value;
    cell.sum += value;
    ++cell.count;
}

class ChunkWriter {
public:
    void add(std::int64_t t, double value, bool anomalous)
    {
        if (!m_chunk || m_chunk->size() == Chunk::kCapacity)
            begin();
        const auto verdict = anomalous ? Verdict::Anomalous : Verdict::Normal;
        m_chunk->t.push_back(t);
        m_chunk->value.push_back(value);
        for (auto *floats : {&m_chunk->score, &m_chunk->lower, &m_chunk->upper})
            floats->push_back(std::numeric_limits<float>::quiet_NaN());
        m_chunk->flags.push_back(static_cast<std::uint8_t>(static_cast<unsigned>(verdict) << Chunk::kVerdictShift));
    }

    [[nodiscard]] std::vector<ChunkPtr> finish()
    {
        seal();
        return std::move(m_chunks);
    }

private:
    void begin()
    {
        seal();
        m_chunk = std::make_shared<Chunk>();
    }

    void seal()
    {
        if (!m_chunk)
            return;
        envelope::buildLevels(*m_chunk);
        m_chunks.push_back(std::move(m_chunk));
        m_chunk.reset();
    }

    std::shared_ptr<Chunk> m_chunk;
    std::vector<ChunkPtr> m_chunks;
};

} // namespace

RollupCells cellsOf(const Chunk &chunk)
{
    RollupCells cells;
    bool sorted = true;
    std::int64_t newest = 0;
    for (std::size_t i = 0; i < chunk.size(); ++i) {
        const std::int64_t t = chunk.t[i];
        const std::int64_t index = cellIndex(t, kFinest);
        // Going back in time begins a new cell, even of the same minute: merging it in later puts first and last right.
        const bool back = !cells.empty() && t < newest;
        newest = t;
        sorted = sorted && !back;
        if (cells.empty() || back || cells.back().index != index)
            cells.push_back(emptyCell(index, t));
        RollupCell &cell = cells.back();
        cell.anomalous += chunk.verdict(i) == Verdict::Anomalous ? 1 : 0;
        addSample(cell, t, chunk.value[i]);
    }
    if (sorted)
        return cells;
    std::ranges::stable_sort(cells, {}, &RollupCell::index);
    return folded(cells);
}

RollupCells coarsened(const RollupCells &cells, RollupLevel from, RollupLevel to)
{
    const std::int64_t ratio = cellLength(to) / cellLength(from);
    RollupCells coarse = cells;
    for (RollupCell &cell : coarse)
        cell.index = cell.index / ratio - (cell.index % ratio < 0 ? 1 : 0);
    return folded(coarse);
}

RollupCells mergedCells(const RollupCells &a, const RollupCells &b)
{
    RollupCells all;
    all.reserve(a.size() + b.size());
    std::ranges::merge(a, b, std::back_inserter(all), {}, &RollupCell::index, &RollupCell::index);
    return folded(all);
}

std::vector<ChunkPtr> drawableChunks(const RollupCells &cells)
{
    ChunkWriter writer;
    for (const RollupCell &cell : cells) {
        const bool anomalous = cell.anomalous > 0;
        const std::int64_t third = (cell.lastAt - cell.firstAt) / 3;
        writer.add(cell.firstAt, cell.first, anomalous);
        if (cell.count < 2)
            continue;
        if (cell.count > 2) {
            writer.add(cell.firstAt + third, cell.min, anomalous);
            writer.add(cell.lastAt - third, cell.max, anomalous);
        }
        writer.add(cell.lastAt, cell.last, anomalous);
    }
    return writer.finish();
}

} // namespace telltale::store
