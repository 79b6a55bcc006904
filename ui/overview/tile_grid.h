// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <QAbstractScrollArea>
#include <QSize>
#include <vector>

namespace telltale::ui {

class SensorTile;

/// A grid of sensor tiles, a page at a time, with widgets only for the page in sight: ten thousand sensors cost no more than a screenful.
/// Thread: UI. Cost: O(tiles in sight) a snapshot.
class TileGrid final : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit TileGrid(QWidget *parent = nullptr);

    /// In the order in which they are shown.
    void showSensors(StructurePtr structure, std::vector<SensorId> sensors);
    [[nodiscard]] const std::vector<SensorId> &sensors() const { return m_sensors; }
    void apply(const SnapshotPtr &snapshot);
    [[nodiscard]] int pages() const;
    [[nodiscard]] int page() const { return m_page; }
    void setPage(int page);
    [[nodiscard]] int perPage() const { return columns() * rows(); }
    [[nodiscard]] std::vector<SensorId> sensorsInSight() const;

signals:
    void sightChanged();
    void activated(telltale::SensorId sensor);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] int columns() const;
    [[nodiscard]] int rows() const;
    [[nodiscard]] QSize cell() const;
    void arrange();
    SensorTile *tileAt(std::size_t place);

    StructurePtr m_structure;
    std::vector<SensorId> m_sensors;
    std::vector<SensorTile *> m_tiles; ///< pool; the first m_inSight are shown
    std::size_t m_inSight = 0;
    int m_page = 0;
    SnapshotPtr m_snapshot;
    QSize m_tileSize;
};

} // namespace telltale::ui
