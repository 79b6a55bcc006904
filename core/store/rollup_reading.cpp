// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rollup_reading.h"

#include "core/store/chunk_codec.h"
#include "core/store/history_sql.h"
#include "core/store/rollup_block.h"
#include "core/store/rollup_table.h"

#include <algorithm>
#include <limits>

namespace telltale::store {

namespace {

std::int64_t timeOf(std::int64_t cell, RollupLevel level)
{
    constexpr auto kFirst = std::numeric_limits<std::int64_t>::min();
    constexpr auto kLast = std::numeric_limits<std::int64_t>::max();
    const std::int64_t length = cellLength(level);
    return cell <= kFirst / length ? kFirst : cell >= kLast / length ? kLast : cell * length;
}

RollupCells cellsAt(RollupLevel level, const Chunk &chunk)
{
    RollupCells cells = cellsOf(chunk);
    return level == RollupLevel::Minute ? cells : coarsened(cells, RollupLevel::Minute, level);
}

void cut(RollupCells &cells, const CellQuery &query)
{
    std::erase_if(cells, [&](const RollupCell &cell) { return cell.index < query.from || cell.index >= query.to; });
}

/// Rows of one sensor in order of time hardly overlap: gathered first and put together at the end, they cost little.
RollupCells together(std::vector<RollupCells> parts)
{
    std::ranges::stable_sort(parts, {}, [](const RollupCells &part) { return part.empty() ? 0 : part.front().index; });
    RollupCells all;
    RollupCells overlapping;
    for (RollupCells &part : parts) {
        const bool follows = all.empty() || part.empty() || all.back().index < part.front().index;
        if (follows)
            all.insert(all.end(), part.begin(), part.end());
        else
            overlapping = mergedCells(overlapping, part);
    }
    return overlapping.empty() ? all : mergedCells(all, overlapping);
}

/// Of the chunks that a statement with the parameters sensor, from and to (and the level's bit) selects.
Result<RollupCells> summedUp(Statement &select, const CellQuery &query)
{
    std::vector<RollupCells> parts;
    while (true) {
        const auto row = select.step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        if (const auto chunk = decodeChunk(select.bytes()))
            parts.push_back(cellsAt(query.level, *chunk));
    }
    RollupCells cells = together(std::move(parts));
    cut(cells, query);
    return cells;
}

Statement &bindTimes(Statement &statement, const CellQuery &query)
{
    return statement.add(query.sensor).add(timeOf(query.from, query.level)).add(timeOf(query.to, query.level));
}

Result<RollupCells> cellsFromTail(const Database &database, const CellQuery &query)
{
    auto select = database.prepare(sql::kTailIn);
    if (!select)
        return select.error();
    bindTimes(*select, query);
    return summedUp(*select, query);
}

} // namespace

Result<RollupCells> storedCells(const Database &database, const CellQuery &query)
{
    auto select = database.prepare(sql::kBlocks);
    if (!select)
        return select.error();
    select->add(blockKey(query.sensor, query.level, query.from)).add(blockKey(query.sensor, query.level, query.to - 1));
    RollupCells cells;
    while (true) {
        const auto row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const std::int64_t key = select->integer();
        auto block = decodeBlock(key, select->bytes());
        if (!block)
            block = blockFromChunks(database, key);
        if (!block)
            return block.error();
        cells.insert(cells.end(), block->begin(), block->end());
    }
    cut(cells, query);
    return cells;
}

Result<RollupCells> cellsFromChunks(const Database &database, const CellQuery &query, Chunks which)
{
    const bool seldom = query.level != RollupLevel::Minute;
    auto select = database.prepare(which == Chunks::Summed ? sql::kChunksIn : seldom ? sql::kChunksInNone : sql::kChunksNotIn);
    if (!select)
        return select.error();
    bindTimes(*select, query).add(bitOf(query.level));
    return summedUp(*select, query);
}

Result<RollupCells> blockFromChunks(const Database &database, std::int64_t blockKey)
{
    const std::int64_t first = firstCellOf(blockKey);
    return cellsFromChunks(database, {sensorOf(blockKey), levelOf(blockKey), first, first + kBlockCells}, Chunks::Summed);
}

Result<RollupCells> readCells(const Database &database, const CellQuery &query)
{
    if (query.from >= query.to)
        return RollupCells{};
    auto blocks = storedCells(database, query);
    if (!blocks)
        return blocks;
    for (auto *more : {+[](const Database &file, const CellQuery &asked) { return cellsFromChunks(file, asked, Chunks::Unsummed); },
                       +[](const Database &file, const CellQuery &asked) { return cellsFromTail(file, asked); }}) {
        auto cells = more(database, query);
        if (!cells)
            return cells;
        if (!cells->empty())
            blocks = mergedCells(*blocks, *cells);
    }
    return blocks;
}

} // namespace telltale::store
