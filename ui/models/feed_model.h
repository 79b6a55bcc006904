// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/time_text.h"

#include <QAbstractTableModel>
#include <QString>
#include <QStringList>
#include <vector>

namespace telltale::ui {

/// Everything that is counted about feeds and pipeline: one row a measure, one column a feed; rejected frames by reason.
/// Thread: UI. Cost: some 40 cells a refresh; refreshes at most once a second of snapshots, and only while someone looks.
class FeedModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void apply(const SnapshotPtr &snapshot);
    void setZone(ZoneChoice zone) { m_zone = zone; }
    /// Shown from the next `apply` on.
    void setNotices(const QString &sound, const QString &notifications)
    {
        m_sound = sound;
        m_notifications = notifications;
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString measure;
        QStringList values; ///< one a feed; pipeline rows have one value only
    };
    [[nodiscard]] std::vector<Row> rowsOf(const Snapshot &snapshot) const;

    std::vector<Row> m_rows;
    QStringList m_feeds;
    QString m_sound;
    QString m_notifications;
    ZoneChoice m_zone = ZoneChoice::Local;
};

/// Sensors of a feed that have fresh data, and all of them.
struct SensorCount {
    int live = 0;
    int total = 0;
};
[[nodiscard]] SensorCount countSensors(const Snapshot &snapshot, FeedId feed);
[[nodiscard]] std::uint64_t rejectedFrames(const FeedHealth &feed);

} // namespace telltale::ui
