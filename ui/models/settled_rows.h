// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <algorithm>
#include <cstdint>
#include <numeric>
#include <unordered_map>
#include <utility>
#include <vector>

namespace telltale::ui {

/// Rows that become other rows as a difference: what stays keeps its identity (selection, current row and scroll anchors hold persistent
/// indexes), nothing is reset. `Row` has `std::uint64_t key() const`, unique among the rows.
/// Thread: UI. Cost: O(rows) a change; at most a few dozen signals however much changed.
template <typename Row>
class SettledRows : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }

protected:
    struct Run {
        int first;
        int last;
    };
    /// Above this many separate runs, rows are gathered first and inserted or removed in one go.
    static constexpr std::size_t kMostRuns = 32;

    /// Rows that go are still read while it works: what they point at must live until it returns.
    void become(const std::vector<Row> &wanted)
    {
        const Positions positions = positionsOf(wanted);
        removeGone(positions);
        for (Row &row : m_rows) {
            row = wanted[positions.at(row.key())];
        }
        sortBy(positions);
        insertNew(wanted);
    }

    /// Runs of rows for which `holds` is true, ascending.
    template <typename Holds>
    static std::vector<Run> runsOf(std::size_t count, Holds holds)
    {
        std::vector<Run> runs;
        for (std::size_t i = 0; i < count; ++i) {
            if (!holds(i)) {
                continue;
            }
            if (!runs.empty() && runs.back().last == int(i) - 1) {
                runs.back().last = int(i);
            } else {
                runs.push_back({int(i), int(i)});
            }
        }
        return runs;
    }

    /// Says that the cells of these rows look different now.
    void announce(const std::vector<bool> &changed)
    {
        const std::vector<Run> runs = runsOf(changed.size(), [&](std::size_t i) { return changed[i]; });
        if (runs.size() > kMostRuns) {
            emit dataChanged(index(runs.front().first, 0), index(runs.back().last, columnCount() - 1));
            return;
        }
        for (const Run &run : runs) {
            emit dataChanged(index(run.first, 0), index(run.last, columnCount() - 1));
        }
    }

    std::vector<Row> m_rows;

private:
    using Positions = std::unordered_map<std::uint64_t, std::size_t>;

    static Positions positionsOf(const std::vector<Row> &rows)
    {
        Positions positions;
        positions.reserve(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            positions.emplace(rows[i].key(), i);
        }
        return positions;
    }

    void removeGone(const Positions &positions)
    {
        const auto gone = [&](std::size_t row) { return !positions.contains(m_rows[row].key()); };
        std::vector<Run> runs = runsOf(m_rows.size(), gone);
        if (runs.size() > kMostRuns) {
            std::vector<int> order(m_rows.size());
            std::iota(order.begin(), order.end(), 0);
            std::stable_partition(order.begin(), order.end(), [&](int row) { return !gone(std::size_t(row)); });
            permute(order);
            runs = runsOf(m_rows.size(), gone);
        }
        for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
            beginRemoveRows({}, run->first, run->last);
            m_rows.erase(m_rows.begin() + run->first, m_rows.begin() + run->last + 1);
            endRemoveRows();
        }
    }

    void sortBy(const Positions &positions)
    {
        const auto place = [&](int row) { return positions.at(m_rows[std::size_t(row)].key()); };
        std::vector<int> order(m_rows.size());
        std::iota(order.begin(), order.end(), 0);
        const auto before = [&](int a, int b) { return place(a) < place(b); };
        if (!std::is_sorted(order.begin(), order.end(), before)) {
            std::sort(order.begin(), order.end(), before);
            permute(order);
        }
    }

    void insertNew(const std::vector<Row> &wanted)
    {
        std::vector<bool> fresh(wanted.size(), true);
        const Positions positions = positionsOf(wanted);
        for (const Row &row : m_rows) {
            fresh[positions.at(row.key())] = false;
        }
        const std::vector<Run> runs = runsOf(wanted.size(), [&](std::size_t i) { return fresh[i]; });
        if (runs.size() <= kMostRuns) {
            for (const Run &run : runs) {
                beginInsertRows({}, run.first, run.last);
                m_rows.insert(m_rows.begin() + run.first, wanted.begin() + run.first, wanted.begin() + run.last + 1);
                endInsertRows();
            }
            return;
        }
        beginInsertRows({}, int(m_rows.size()), int(wanted.size()) - 1);
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (fresh[i]) {
                m_rows.push_back(wanted[i]);
            }
        }
        endInsertRows();
        sortBy(positions);
    }

    /// Puts the row that was at `oldRows[i]` at row i, and takes every persistent index along.
    void permute(const std::vector<int> &oldRows)
    {
        emit layoutAboutToBeChanged();
        std::vector<int> newRowOf(oldRows.size());
        std::vector<Row> rows;
        rows.reserve(oldRows.size());
        for (std::size_t i = 0; i < oldRows.size(); ++i) {
            newRowOf[std::size_t(oldRows[i])] = int(i);
            rows.push_back(m_rows[std::size_t(oldRows[i])]);
        }
        m_rows = std::move(rows);
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        after.reserve(before.size());
        for (const QModelIndex &old : before) {
            after.append(index(newRowOf[std::size_t(old.row())], old.column()));
        }
        changePersistentIndexList(before, after);
        emit layoutChanged();
    }
};

} // namespace telltale::ui
