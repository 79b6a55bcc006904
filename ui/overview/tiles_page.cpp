// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/tiles_page.h"

#include "ui/overview/tile_grid.h"
#include "ui/widgets/fitting_label.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace telltale::ui {

namespace {

constexpr qint64 kOrderMs = 5000;

bool isWanted(const SensorKey &sensor, const SensorKey &source)
{
    if (source.asset.empty()) {
        return true;
    }
    const bool same = sensor.asset == source.asset;
    return source.sensor.empty() ? same || sensor.asset.starts_with(source.asset + '/') : same && sensor.sensor == source.sensor;
}

} // namespace

int tileRank(const SensorState &state)
{
    if (state.worstAlarm != AlarmState::A) {
        return listRank(state.worstAlarm) * 10 + int(state.worstPriority);
    }
    if (state.stale || state.quality != Quality::Good) {
        return 200;
    }
    return state.verdict == Verdict::Anomalous ? 201 : 300;
}

TilesPage::TilesPage(QWidget *parent)
    : QWidget(parent)
    , m_grid(new TileGrid(this))
    , m_worstFirst(new QToolButton(this))
    , m_count(new FittingLabel(QStringLiteral("tileCount"), this))
{
    setObjectName(QStringLiteral("tilesPage"));
    m_worstFirst->setObjectName(QStringLiteral("worstFirst"));
    m_worstFirst->setText(tr("Worst first"));
    m_worstFirst->setCheckable(true);
    m_worstFirst->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout;
    row->addWidget(m_count, 1);
    row->addWidget(m_worstFirst);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_grid, 1);
    connect(m_worstFirst, &QToolButton::toggled, this, &TilesPage::choose);
    connect(m_grid, &TileGrid::sightChanged, this, &TilesPage::sightChanged);
    connect(m_grid, &TileGrid::activated, this, &TilesPage::activated);
}

void TilesPage::apply(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    if (!snapshot->structure) {
        return;
    }
    const bool grown = snapshot->structure->generation != m_generation || snapshot->structure->sensors.size() != m_known;
    const bool due = m_worstFirst->isChecked() && !m_grid->underMouse() && m_lastOrder.hasExpired(kOrderMs);
    if (grown || due) {
        choose();
    }
    m_grid->apply(snapshot);
}

void TilesPage::setSource(const SensorKey &source)
{
    m_source = source;
    choose();
}

std::vector<SensorId> TilesPage::wantedSensors() const
{
    std::vector<SensorId> sensors;
    for (const SensorSpec &sensor : m_snapshot->structure->sensors) {
        if (isWanted(sensor.key, m_source) && indexOf(sensor.id) < m_snapshot->sensors.size()) {
            sensors.push_back(sensor.id);
        }
    }
    if (m_worstFirst->isChecked()) {
        const auto rank = [&](SensorId id) { return tileRank(m_snapshot->sensors[indexOf(id)]); };
        std::stable_sort(sensors.begin(), sensors.end(), [&](SensorId a, SensorId b) { return rank(a) < rank(b); });
    }
    return sensors;
}

void TilesPage::choose()
{
    if (!m_snapshot || !m_snapshot->structure) {
        return;
    }
    m_generation = m_snapshot->structure->generation;
    m_known = m_snapshot->structure->sensors.size();
    m_lastOrder.start();
    std::vector<SensorId> sensors = wantedSensors();
    const QString of = sensors.size() == m_known ? QString() : tr(" of %1").arg(m_known);
    m_count->setText(tr("%1%2 sensors").arg(sensors.size()).arg(of));
    m_grid->showSensors(m_snapshot->structure, std::move(sensors));
}

std::vector<SensorId> TilesPage::sensorsInSight() const
{
    return m_grid->sensorsInSight();
}

} // namespace telltale::ui
