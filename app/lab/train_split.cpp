// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/train_split.h"

#include "core/detect/seeded_random.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace telltale::app {

namespace {

void addRow(RowTable &to, const RowTable &from, std::size_t row)
{
    const auto values = from.row(row);
    to.times.push_back(from.times[row]);
    to.values.insert(to.values.end(), values.begin(), values.end());
    if (!from.anomalous.empty())
        to.anomalous.push_back(from.anomalous[row]);
}

std::vector<std::size_t> rowsInTimeOrder(const RowTable &table)
{
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (rows.empty() || table.times[row] > table.times[rows.back()])
            rows.push_back(row);
    }
    return rows;
}

std::vector<std::size_t> allRows(const RowTable &table)
{
    std::vector<std::size_t> rows(table.rows());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return rows;
}

/// Puts a random choice in front; what is chosen, and what is left, stays in order.
void chooseAtRandom(std::vector<std::size_t> &rows, std::size_t chosen, std::uint64_t seed)
{
    detect::SeededRandom random(seed);
    for (std::size_t i = 0; i < chosen; ++i)
        std::swap(rows[i], rows[i + random.below(rows.size() - i)]);
    const auto middle = rows.begin() + static_cast<std::ptrdiff_t>(chosen);
    std::sort(rows.begin(), middle);
    std::sort(middle, rows.end());
}

} // namespace

SplitTable splitTable(const RowTable &table, const TrainSplit &split, bool inTimeOrder)
{
    std::vector<std::size_t> rows = inTimeOrder ? rowsInTimeOrder(table) : allRows(table);
    SplitTable parts{{table.sensors, {}, {}, {}}, {table.sensors, {}, {}, {}}, table.rows() - rows.size()};
    const auto wanted = static_cast<std::size_t>(split.share * static_cast<double>(rows.size()));
    const std::size_t chosen = std::min(rows.size(), std::max<std::size_t>(wanted, 1));
    if (!split.ordered && chosen < rows.size())
        chooseAtRandom(rows, chosen, split.seed);
    for (std::size_t i = 0; i < rows.size(); ++i)
        addRow(i < chosen ? parts.learned : parts.heldBack, table, rows[i]);
    return parts;
}

} // namespace telltale::app
