// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rollup_table.h"

#include "core/store/history_sql.h"
#include "core/store/rollup_block.h"
#include "core/store/rollup_reading.h"

#include <algorithm>

namespace telltale::store {

Result<RollupTable> RollupTable::over(const Database &database)
{
    auto block = database.prepare(sql::kBlock);
    auto put = database.prepare(sql::kPutBlock);
    if (!block || !put)
        return !block ? block.error() : put.error();
    return RollupTable(std::move(*block), std::move(*put));
}

std::int64_t RollupTable::add(std::int64_t sensor, const Chunk &chunk)
{
    const RollupCells minutes = cellsOf(chunk);
    const RollupCells hours = coarsened(minutes, RollupLevel::Minute, RollupLevel::Hour);
    add(sensor, RollupLevel::Hour, hours);
    add(sensor, RollupLevel::Day, coarsened(hours, RollupLevel::Hour, RollupLevel::Day));
    const std::int64_t always = bitOf(RollupLevel::Hour) | bitOf(RollupLevel::Day);
    if (!isWorthMinutes(minutes, chunk))
        return always;
    add(sensor, RollupLevel::Minute, minutes);
    return always | bitOf(RollupLevel::Minute);
}

bool RollupTable::isWorthMinutes(const RollupCells &minutes, const Chunk &chunk)
{
    return minutes.size() * kWorthMinutes <= chunk.size();
}

void RollupTable::add(std::int64_t sensor, RollupLevel level, const RollupCells &cells)
{
    for (auto first = cells.begin(); first != cells.end();) {
        const std::int64_t key = blockKey(sensor, level, first->index);
        const auto last =
            std::find_if(first, cells.end(), [&](const RollupCell &cell) { return blockKey(sensor, level, cell.index) != key; });
        RollupCells &waiting = m_waiting[key];
        waiting = mergedCells(waiting, RollupCells(first, last));
        first = last;
    }
}

Result<void> RollupTable::flush(const Database &database)
{
    for (const auto &[key, cells] : m_waiting) {
        const auto all = withStored(database, key, cells);
        if (!all)
            return all.error();
        if (auto done = put(key, *all); !done)
            return done;
    }
    m_waiting.clear();
    return {};
}

Result<void> RollupTable::put(std::int64_t key, const RollupCells &cells)
{
    const auto content = encodeBlock(key, cells);
    return content ? m_put.reset().add(key).add(std::span<const std::byte>(*content)).run() : content.error();
}

Result<void> RollupTable::rebuild(const Database &database, std::int64_t key)
{
    const auto cells = blockFromChunks(database, key);
    return cells ? put(key, *cells) : cells.error();
}

Result<RollupCells> RollupTable::withStored(const Database &database, std::int64_t key, const RollupCells &cells)
{
    const auto row = m_block.reset().add(key).step();
    if (!row)
        return row.error();
    if (!*row)
        return cells;
    const auto stored = decodeBlock(key, m_block.bytes());
    m_block.reset();
    // The samples of this transaction are in the file already, so they come along.
    return stored ? mergedCells(*stored, cells) : blockFromChunks(database, key);
}

} // namespace telltale::store
