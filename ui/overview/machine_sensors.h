// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <QAbstractTableModel>
#include <vector>

namespace telltale::ui {

/// Every sensor of one asset with what is known about it now. Shapes: one row a sensor in the order of the plant; the last column is drawn.
/// Thread: UI. Cost: O(sensors) a snapshot; only rows that look different are told.
class MachineSensors final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, ValueColumn, AlarmColumn, QualityColumn, AgeColumn, ScoreColumn, SparkColumn, ColumnCount };
    enum Role { PriorityRole = Qt::UserRole, UnackedRole, AlarmRole };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const SnapshotPtr &snapshot, std::vector<SensorId> sensors);
    void apply(const SnapshotPtr &snapshot);
    [[nodiscard]] SensorId sensorAt(int row) const { return m_sensors[std::size_t(row)]; }
    /// Null where the snapshot carries no samples of it.
    [[nodiscard]] const SensorTrace *traceAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textAt(SensorId sensor, int column) const;
    [[nodiscard]] QString ageText(const SensorState &state) const;

    SnapshotPtr m_snapshot;
    std::vector<SensorId> m_sensors;
};

} // namespace telltale::ui
