// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/machine_desk.h"

#include "ui/alarms/alarm_list_page.h"
#include "ui/models/alarm_filter.h"
#include "ui/models/alarm_model.h"
#include "ui/overview/asset_pane.h"
#include "ui/overview/machine_page.h"
#include "ui/overview/tiles_page.h"
#include "ui/window/selection_desk.h"
#include "ui/window/watch_set.h"
#include "ui/window/window_panes.h"

#include <QTabWidget>

namespace telltale::ui {

MachineDesk::MachineDesk(WindowPanes &panes, SelectionDesk &selection, WatchSet &watch, Newest newest, QObject *parent)
    : QObject(parent)
    , m_panes(panes)
    , m_watch(watch)
{
    connect(panes.assetPane, &AssetPane::opened, this, &MachineDesk::open);
    connect(panes.assetPane, &AssetPane::filtered, panes.tiles, &TilesPage::setText);
    connect(panes.assetPane, &AssetPane::filtered, &panes.list->filter(), &AlarmFilter::setText);
    connect(&panes.list->filter(), &AlarmFilter::filterChanged, this, [&panes] {
        if (panes.list->filter().text().isEmpty()) { // "show all" means everywhere
            panes.assetPane->setFilter({});
            panes.tiles->setText({});
        }
    });
    connect(panes.tiles, &TilesPage::machineOpened, this, [this, newest](AssetId asset) {
        open({newest()->structure->asset(asset).path, {}});
    });
    connect(panes.tiles, &TilesPage::sightChanged, this, &MachineDesk::watchWhatIsInSight);
    connect(panes.machine, &MachinePage::sightChanged, this, &MachineDesk::watchWhatIsInSight);
    connect(panes.tabs, &QTabWidget::currentChanged, this, &MachineDesk::watchWhatIsInSight);
    connect(panes.machine, &MachinePage::sensorChosen, &selection, &SelectionDesk::chooseSensor);
    connect(panes.machine, &MachinePage::alarmChosen, &selection, [&panes, &selection](OccurrenceId id) {
        if (const int row = panes.list->alarms().rowOf(id); row >= 0) {
            selection.chooseAlarm(panes.list->alarms().occurrenceAt(row));
        }
    });
}

bool MachineDesk::open(const SensorKey &source)
{
    const bool found = m_panes.machine->choose(source);
    if (found) {
        m_panes.showPage(m_panes.machine);
        m_panes.machine->setFocus();
    }
    return found;
}

void MachineDesk::watchWhatIsInSight()
{
    const bool machine = m_panes.isShown(m_panes.machine);
    m_watch.setTiles(machine ? m_panes.machine->sensorsInSight() : m_panes.tiles->sensorsInSight());
}

} // namespace telltale::ui
