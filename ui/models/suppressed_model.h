// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/suppressed_columns.h"

#include <QAbstractTableModel>
#include <vector>

namespace telltale::ui {

/// Every alarm that is shelved, suppressed by design or out of service. Rows keep their identity (selection holds persistent indexes) as
/// others come and go. Shapes: one row an alarm, by source as the core gives them; columns as `suppressedColumns()`. Thread: UI.
/// Cost: O(rows) when something changed; once a second the column that counts down.
class SuppressedModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { AttentionRole = Qt::UserRole, PriorityRole };

    using QAbstractTableModel::QAbstractTableModel;

    void apply(const SnapshotPtr &snapshot);
    void setZone(ZoneChoice zone);

    [[nodiscard]] const SuppressedAlarm &alarmAt(int row) const { return m_rows[std::size_t(row)]; }
    [[nodiscard]] const std::vector<SuppressedAlarm> &alarms() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void take(const std::vector<SuppressedAlarm> &alarms);
    void tick(UtcTime now);

    std::shared_ptr<const std::vector<SuppressedAlarm>> m_shared;
    std::vector<SuppressedAlarm> m_rows;
    SuppressedRowContext m_context;
};

} // namespace telltale::ui
