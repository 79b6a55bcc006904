// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/alarm_columns.h"

#include <QAbstractTableModel>
#include <memory>
#include <set>
#include <vector>

namespace telltale::ui {

/// All open alarms in the order the core gives them. Every snapshot is applied as a difference: rows keep their identity (selection,
/// current row and scroll anchors hold persistent indexes), nothing is reset. Shapes: one row an occurrence, columns as `alarmColumns()`.
/// Thread: UI. Cost: O(rows) a snapshot in which the alarms changed, nothing otherwise; at most a few dozen signals however much changed.
class AlarmModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { OccurrenceRole = Qt::UserRole, PriorityRole, UnackedRole, ActiveRole };

    using QAbstractTableModel::QAbstractTableModel;

    void apply(const SnapshotPtr &snapshot);
    void setSaving(std::set<OccurrenceId> saving);
    void setZone(ZoneChoice zone);

    [[nodiscard]] const Occurrence &occurrenceAt(int row) const { return *m_rows[std::size_t(row)]; }
    [[nodiscard]] int rowOf(OccurrenceId id) const; ///< −1 when it is not open
    /// Newest event that what is shown takes into account; goes with every acknowledgement.
    [[nodiscard]] EventSeq seenSeq() const { return m_seenSeq; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Alarms = std::vector<Occurrence>;

    void applyAlarms(const std::shared_ptr<const Alarms> &alarms);
    void removeClosed(const Alarms &alarms);
    [[nodiscard]] std::vector<bool> repoint(const Alarms &alarms);
    void sortRows();
    void insertOpened(const Alarms &alarms);
    void announce(const std::vector<bool> &changed);
    void permute(const std::vector<int> &oldRows);
    void refreshUnstored();
    [[nodiscard]] AlarmRowContext contextOf(const Occurrence &row) const;
    [[nodiscard]] QString toolTip(const Occurrence &row, int column) const;

    std::shared_ptr<const Alarms> m_alarms;
    std::vector<const Occurrence *> m_rows;
    std::set<OccurrenceId> m_saving;
    std::set<OccurrenceId> m_unstored;
    SnapshotPtr m_snapshot;
    EventSeq m_seenSeq = 0;
    ZoneChoice m_zone = ZoneChoice::Local;
};

} // namespace telltale::ui
