// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/tile_grid.h"

#include "ui/charts/sensor_tile.h"
#include "ui/widgets/palette.h"

#include <QEvent>
#include <QWheelEvent>
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
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
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

int TileGrid::rows() const
{
    return std::max(1, (viewport()->height() - kGap) / (m_tileSize.height() + kGap));
}

int TileGrid::pages() const
{
    return std::max(1, (int(m_sensors.size()) + perPage() - 1) / perPage());
}

void TileGrid::setPage(int page)
{
    const int wanted = std::clamp(page, 0, pages() - 1);
    if (wanted != m_page) {
        m_page = wanted;
        arrange();
    }
}

/// Tiles grow to fill the room, so that no strip stays empty; a page that is not full keeps their size.
QSize TileGrid::cell() const
{
    const int height = (viewport()->height() - kGap) / rows() - kGap;
    return {(viewport()->width() - kGap) / columns() - kGap, std::clamp(height, m_tileSize.height(), m_tileSize.height() * 3 / 2)};
}

void TileGrid::arrange()
{
    const int perRow = columns();
    const QSize size = cell();
    m_page = std::clamp(m_page, 0, pages() - 1);
    const std::size_t first = std::min(m_sensors.size(), std::size_t(m_page) * std::size_t(perPage()));
    const std::size_t last = std::min(m_sensors.size(), first + std::size_t(perPage()));
    m_inSight = last - first;
    for (std::size_t i = 0; i < m_inSight; ++i) {
        const int place = int(i);
        SensorTile *tile = tileAt(i);
        tile->setGeometry(kGap + place % perRow * (size.width() + kGap), kGap + place / perRow * (size.height() + kGap), size.width(),
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

void TileGrid::wheelEvent(QWheelEvent *event)
{
    setPage(m_page + (event->angleDelta().y() < 0 ? 1 : -1));
    event->accept();
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
