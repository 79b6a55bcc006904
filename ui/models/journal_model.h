// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/journal_columns.h"

#include <QAbstractTableModel>
#include <deque>
#include <vector>

namespace telltale::ui {

/// The journal as far as it has been looked at: newest line first. Knows no store: it asks for older pages with a signal, and is
/// given new events as they come. What nobody scrolled to is not kept for ever: beyond kKept lines the oldest go as new ones come, and are
/// asked for again when they are looked at. Thread: UI. Cost: O(new rows).
class JournalModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    static constexpr std::size_t kKept = 5000;

    void setZone(ZoneChoice zone);
    /// Starts again with the newest page; sorted or not.
    void reset(std::vector<JournalRow> newest, bool olderExist);
    void appendOlder(std::vector<JournalRow> page, bool olderExist);
    /// Takes over what is newer than the first row. False when a hole would remain between that row and `rows`: reset then.
    [[nodiscard]] bool prependNewer(const std::vector<JournalRow> &rows);

    [[nodiscard]] const JournalRow &rowAt(int row) const { return m_rows[std::size_t(row)]; }
    [[nodiscard]] EventSeq oldestSeq() const { return m_rows.empty() ? 0 : m_rows.back().seq(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void olderWanted(telltale::EventSeq beforeSeq);

private:
    void leaveOutOldest();

    std::deque<JournalRow> m_rows;
    std::size_t m_kept = kKept; ///< as many lines as were scrolled to, where those are more
    bool m_olderExist = false;
    bool m_asked = false;
    ZoneChoice m_zone = ZoneChoice::Local;
};

} // namespace telltale::ui
