// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rollup_surplus.h"

#include "core/store/rollup_reading.h"

#include <algorithm>
#include <array>

namespace telltale::store {

namespace {

constexpr std::array kCounts{&RollupCell::count, &RollupCell::missing, &RollupCell::anomalous};

bool holds(const RollupCell &surplus, const RollupCell &cell)
{
    for (const auto count : kCounts)
        if (surplus.*count < cell.*count)
            return false;
    return cell.count == 0
           || (surplus.firstAt <= cell.firstAt && surplus.lastAt >= cell.lastAt && surplus.min <= cell.min && surplus.max >= cell.max);
}

void subtract(RollupCell &surplus, const RollupCell &cell)
{
    // A row that was lost holds less than lies in the file.
    for (const auto count : kCounts)
        surplus.*count -= std::min(surplus.*count, cell.*count);
}

} // namespace

Result<RollupCells> RollupSurplus::take(std::int64_t sensor, RollupLevel level, const RollupCells &cells)
{
    RollupCells unknown;
    for (const RollupCell &cell : cells) {
        const auto surplus = surplusAt({sensor, level, cell.index});
        if (!surplus)
            return surplus.error();
        if (holds(**surplus, cell))
            subtract(**surplus, cell);
        else
            unknown.push_back(cell);
    }
    return unknown;
}

Result<RollupCell *> RollupSurplus::surplusAt(const Place &place)
{
    if (const auto known = m_surplus.find(place); known != m_surplus.end())
        return &known->second;
    const auto [sensor, level, index] = place;
    const CellQuery query{sensor, level, index, index + 1};
    const auto stored = storedCells(m_database, query);
    if (!stored)
        return stored.error();
    RollupCell surplus = stored->empty() ? RollupCell{} : stored->front();
    if (!stored->empty()) {
        const auto present = cellsFromChunks(m_database, query, Chunks::Summed);
        if (!present)
            return present.error();
        for (const RollupCell &cell : *present)
            subtract(surplus, cell);
    }
    return &m_surplus.emplace(place, surplus).first->second;
}

void RollupSurplus::trim()
{
    if (m_surplus.size() > kMostCells)
        m_surplus.clear();
}

} // namespace telltale::store
