// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <QElapsedTimer>
#include <QWidget>
#include <vector>

class QToolButton;

namespace telltale::ui {

class FittingLabel;
class TileGrid;

/// All sensors, or those of the chosen asset, as tiles; in the order of the plant, or the worst first. The order is looked at again at most
/// every five seconds and never while the pointer is over the tiles. Thread: UI.
class TilesPage final : public QWidget {
    Q_OBJECT
public:
    explicit TilesPage(QWidget *parent = nullptr);

    void apply(const SnapshotPtr &snapshot);
    void setSource(const SensorKey &source);
    [[nodiscard]] std::vector<SensorId> sensorsInSight() const;

signals:
    void sightChanged();
    void activated(telltale::SensorId sensor);

private:
    void choose();
    [[nodiscard]] std::vector<SensorId> wantedSensors() const;

    TileGrid *m_grid;
    QToolButton *m_worstFirst;
    FittingLabel *m_count;
    SensorKey m_source;
    SnapshotPtr m_snapshot;
    std::uint64_t m_generation = 0;
    std::size_t m_known = 0;
    QElapsedTimer m_lastOrder;
};

/// How pressing a sensor's state is; smaller is worse. For sorting tiles.
[[nodiscard]] int tileRank(const SensorState &state);

} // namespace telltale::ui
