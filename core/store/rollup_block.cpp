// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rollup_block.h"

#include "core/store/packed_cell.h"

#include <algorithm>
#include <array>
#include <string>

namespace telltale::store {

namespace {

constexpr unsigned kSensorShift = 24;
constexpr unsigned kLevelShift = 22;
constexpr std::int64_t kBlockBias = std::int64_t{1} << 21U;
constexpr std::int64_t kBlockMask = (std::int64_t{1} << kLevelShift) - 1;

constexpr std::array kCounts{&RollupCell::count, &RollupCell::missing, &RollupCell::anomalous};
constexpr std::array kTimes{&RollupCell::firstAt, &RollupCell::lastAt};
constexpr std::array kValues{&RollupCell::min, &RollupCell::max, &RollupCell::first, &RollupCell::last, &RollupCell::sum};

constexpr CellKind kBlock{"TLR", 1,
                          128 + static_cast<std::size_t>(kBlockCells) * 10 * (1 + kCounts.size() + kTimes.size() + kValues.size())};

std::int64_t blockOf(std::int64_t cell)
{
    return cell / kBlockCells - (cell % kBlockCells < 0 ? 1 : 0);
}

template <typename T>
std::vector<T> column(const RollupCells &cells, T RollupCell::*field)
{
    std::vector<T> numbers;
    numbers.reserve(cells.size());
    for (const RollupCell &cell : cells)
        numbers.push_back(cell.*field);
    return numbers;
}

template <typename T>
void fill(RollupCells &cells, T RollupCell::*field, const std::vector<T> &numbers, bool &complete)
{
    complete = complete && numbers.size() == cells.size();
    for (std::size_t i = 0; complete && i < cells.size(); ++i)
        cells[i].*field = numbers[i];
}

bool belongsInto(std::int64_t blockKey, const RollupCells &cells)
{
    const std::int64_t first = firstCellOf(blockKey);
    const auto inside = [&](const RollupCell &cell) { return cell.index >= first && cell.index < first + kBlockCells; };
    const auto unsorted = [](const RollupCell &a, const RollupCell &b) { return a.index >= b.index; };
    return std::ranges::all_of(cells, inside) && std::ranges::adjacent_find(cells, unsorted) == cells.end();
}

Error corrupt()
{
    return {ErrorKind::Corrupt, "stored roll-ups are damaged: columns do not fit together", {}};
}

} // namespace

std::int64_t blockKey(std::int64_t sensor, RollupLevel level, std::int64_t cell)
{
    return (sensor << kSensorShift) | (static_cast<std::int64_t>(level) << kLevelShift) | (blockOf(cell) + kBlockBias);
}

std::int64_t firstCellOf(std::int64_t blockKey)
{
    return ((blockKey & kBlockMask) - kBlockBias) * kBlockCells;
}

RollupLevel levelOf(std::int64_t blockKey)
{
    return static_cast<RollupLevel>((blockKey >> kLevelShift) & 3);
}

std::int64_t sensorOf(std::int64_t blockKey)
{
    return blockKey >> kSensorShift;
}

Result<Bytes> encodeBlock(std::int64_t blockKey, const RollupCells &cells)
{
    if (!belongsInto(blockKey, cells))
        return Error{ErrorKind::InvalidArgument, "cells do not belong into row " + std::to_string(blockKey) + " of the roll-ups", {}};
    std::vector<std::uint64_t> places;
    for (const RollupCell &cell : cells)
        places.push_back(static_cast<std::uint64_t>(cell.index - firstCellOf(blockKey)));
    Bytes columns;
    columns.reserve(64 + cells.size() * 40);
    appendFixed(columns, cells.size(), 2);
    appendCounts(columns, places);
    for (const auto field : kCounts)
        appendCounts(columns, column(cells, field));
    for (const auto field : kTimes)
        appendTimes(columns, column(cells, field));
    for (const auto field : kValues)
        appendValues(columns, column(cells, field));
    return packCell(kBlock, columns);
}

Result<RollupCells> decodeBlock(std::int64_t blockKey, std::span<const std::byte> content)
{
    const auto columns = unpackCell(kBlock, content);
    if (!columns)
        return columns.error();
    ByteReader reader(*columns);
    const auto n = static_cast<std::size_t>(reader.fixed(2));
    if (n > static_cast<std::size_t>(kBlockCells))
        return corrupt();
    RollupCells cells(n);
    const auto places = readCounts(reader, n);
    bool complete = places.size() == n;
    for (std::size_t i = 0; complete && i < n; ++i)
        cells[i].index = firstCellOf(blockKey) + static_cast<std::int64_t>(std::min<std::uint64_t>(places[i], kBlockCells));
    for (const auto field : kCounts)
        fill(cells, field, readCounts(reader, n), complete);
    for (const auto field : kTimes)
        fill(cells, field, readTimes(reader, n), complete);
    for (const auto field : kValues)
        fill(cells, field, readValues(reader, n), complete);
    if (!complete || reader.failed() || !reader.atEnd() || !belongsInto(blockKey, cells))
        return corrupt();
    return cells;
}

} // namespace telltale::store
