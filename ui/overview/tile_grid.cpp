// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/tile_grid.h"

#include "ui/charts/sensor_tile.h"
#include "ui/widgets/palette.h"

#include <QEvent>
#include <QScrollBar>
#include <algorithm>

namespace telltale::ui {

namespace {

constexpr int kGap = 6;

} // namespace

TileGrid::TileGrid(QWidget *parent) : QAbstractScrollArea(parent)
{
    setObjectName(QStringLiteral("tileGrid"));
    setAccessibleName(tr("Sensor tiles"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tileSize = tileAt(0)->sizeHint();
}

SensorTile *TileGrid::tileAt(std::size_t place)
{
    while (m_tiles.size() <= place) {
        auto *tile = new SensorTile(viewport());
        tile->setObjectName(QStringLiteral("tile%1").arg(m_tiles.size()));
        tile->setTheme(themeOf(*this));
        tile->hide();
        connect(tile, &SensorTile::activated, this, &TileGrid::activated);
        m_tiles.push_back(tile);
    }
    return m_tiles[place];
}

void TileGrid::showSensors(StructurePtr structure, std::vector<SensorId> sensors)
{
    m_structure = std::move(structure);
    m_sensors = std::move(sensors);
    arrange();
}

int TileGrid::columns() const
{
    return std::max(1, (viewport()->width() - kGap) / (m_tileSize.width() + kGap));
}

/// Tiles grow to fill the width, so that no strip at the right stays empty.
QSize TileGrid::cell() const
{
    return {(viewport()->width() - kGap) / columns() - kGap, m_tileSize.height()};
}

void TileGrid::arrange()
{
    const int perRow = columns();
    const QSize size = cell();
    const int rowHeight = size.height() + kGap;
    const int rows = (int(m_sensors.size()) + perRow - 1) / perRow;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight / 2);
    verticalScrollBar()->setRange(0, std::max(0, rows * rowHeight + kGap - viewport()->height()));
    const int top = verticalScrollBar()->value();
    const std::size_t first = std::size_t(std::max(0, top / rowHeight) * perRow);
    const std::size_t last = std::min(m_sensors.size(), std::size_t((top + viewport()->height()) / rowHeight + 1) * std::size_t(perRow));
    m_inSight = last > first ? last - first : 0;
    for (std::size_t i = 0; i < m_inSight; ++i) {
        const int place = int(first + i);
        SensorTile *tile = tileAt(i);
        tile->setGeometry(kGap + place % perRow * (size.width() + kGap), kGap + place / perRow * rowHeight - top, size.width(),
                          size.height());
        if (tile->isHidden() || tile->sensor() != m_sensors[first + i]) {
            tile->showSensor(m_structure->sensor(m_sensors[first + i]), true);
        }
        tile->show();
        if (m_snapshot) {
            tile->applySnapshot(m_snapshot);
        }
    }
    for (std::size_t i = m_inSight; i < m_tiles.size(); ++i) {
        m_tiles[i]->hide();
    }
    emit sightChanged();
}

void TileGrid::apply(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    if (!isVisible()) {
        return;
    }
    for (std::size_t i = 0; i < m_inSight; ++i) {
        m_tiles[i]->applySnapshot(snapshot);
    }
}

std::vector<SensorId> TileGrid::sensorsInSight() const
{
    std::vector<SensorId> sensors;
    for (std::size_t i = 0; isVisible() && i < m_inSight; ++i) {
        sensors.push_back(m_tiles[i]->sensor());
    }
    return sensors;
}

void TileGrid::resizeEvent(QResizeEvent *)
{
    arrange();
}

void TileGrid::scrollContentsBy(int, int)
{
    arrange();
}

void TileGrid::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    arrange();
}

void TileGrid::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        for (SensorTile *tile : m_tiles) {
            tile->setTheme(themeOf(*this));
        }
    }
    if (event->type() == QEvent::FontChange && !m_tiles.empty()) {
        m_tileSize = m_tiles.front()->sizeHint();
        arrange();
    }
}

} // namespace telltale::ui
