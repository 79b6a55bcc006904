// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/chunk.h"
#include "core/model/rollup_cell.h"
#include "core/store/packed_cell.h"
#include "core/store/rollup_cells.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <random>
#include <utility>
#include <vector>

namespace telltale::test {

inline constexpr std::int64_t kSecond = 1'000'000'000;
inline constexpr std::int64_t kHour = 3600 * kSecond;
inline constexpr std::int64_t kHistoryBegin = 1'767'225'600 * kSecond; ///< 2026-01-01

/// Two decimals, now and then a missing value or an anomaly; with a trace where that is wanted.
inline ChunkPtr storedChunk(std::uint32_t seed, std::int64_t begin, std::int64_t step, std::size_t count = Chunk::kCapacity,
                            bool traced = true)
{
    std::minstd_rand random(seed);
    auto chunk = std::make_shared<Chunk>();
    for (std::size_t i = 0; i < count; ++i) {
        chunk->t.push_back(begin + static_cast<std::int64_t>(i) * step);
        chunk->value.push_back(random() % 40 == 0 ? std::numeric_limits<double>::quiet_NaN()
                                                  : static_cast<double>(random() % 10'000) / 100.0);
        chunk->flags.push_back(random() % 90 == 0 ? std::uint8_t{8} : std::uint8_t{4});
    }
    chunk->score.assign(count, traced ? 0.5F : std::numeric_limits<float>::quiet_NaN());
    chunk->lower = chunk->upper = chunk->score;
    return chunk;
}

/// A chunk as it was stored before traces had a cell of their own, column by column.
inline store::Bytes firstCodecCell(const Chunk &chunk)
{
    store::Bytes columns;
    store::appendFixed(columns, chunk.size(), 2);
    store::appendTimes(columns, chunk.t);
    store::appendValues(columns, chunk.value);
    for (const auto *floats : {&chunk.score, &chunk.lower, &chunk.upper})
        store::appendFloats(columns, *floats);
    store::appendBytes(columns, chunk.flags);
    return store::packCell({"TLC", 1, columns.size()}, columns).value();
}

/// The cells of all samples, by the definition of a cell.
inline store::RollupCells cellsOfAll(const std::vector<ChunkPtr> &chunks, RollupLevel level)
{
    store::RollupCells cells;
    for (const ChunkPtr &chunk : chunks) {
        store::RollupCells own = store::cellsOf(*chunk);
        cells = store::mergedCells(cells, level == RollupLevel::Minute ? own : store::coarsened(own, RollupLevel::Minute, level));
    }
    return cells;
}

inline bool sameCells(const store::RollupCells &a, const store::RollupCells &b)
{
    const auto same = [](double x, double y) { return std::isnan(x) ? std::isnan(y) : x == y; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const RollupCell &x, const RollupCell &y) {
        return x.index == y.index && x.count == y.count && x.missing == y.missing && x.anomalous == y.anomalous && x.firstAt == y.firstAt
               && x.lastAt == y.lastAt && same(x.min, y.min) && same(x.max, y.max) && same(x.first, y.first) && same(x.last, y.last)
               && std::abs(x.sum - y.sum) <= 1e-9 * (1.0 + std::abs(x.sum));
    });
}

} // namespace telltale::test
