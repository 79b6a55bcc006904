// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_room.h"

#include "ui/alarms/alarm_list_page.h"
#include "ui/alarms/alarm_table.h"
#include "ui/alarms/detail_pane.h"
#include "ui/alarms/suppressed_page.h"
#include "ui/charts/time_text.h"
#include "ui/detectors/detector_page.h"
#include "ui/kpi/kpi_page.h"
#include "ui/logbook/handover_page.h"
#include "ui/logbook/incident_page.h"
#include "ui/models/alarm_filter.h"
#include "ui/models/alarm_model.h"
#include "ui/models/asset_model.h"
#include "ui/overview/feed_page.h"
#include "ui/overview/header_bar.h"
#include "ui/overview/machine_page.h"
#include "ui/overview/tiles_page.h"
#include "ui/reports/journal_page.h"
#include "ui/text.h"
#include "ui/widgets/draft_book.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/alarm_desk.h"
#include "ui/window/detector_desk.h"
#include "ui/window/feed_desk.h"
#include "ui/window/follow_desk.h"
#include "ui/window/help_sheet.h"
#include "ui/window/incident_desk.h"
#include "ui/window/key_desk.h"
#include "ui/window/kpi_desk.h"
#include "ui/window/logbook_desk.h"
#include "ui/window/machine_desk.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_desk.h"
#include "ui/window/operator_desk.h"
#include "ui/window/range_note_desk.h"
#include "ui/window/remove_feed_desk.h"
#include "ui/window/replay_desk.h"
#include "ui/window/selection_desk.h"
#include "ui/window/session_memory.h"
#include "ui/window/sign_in_desk.h"
#include "ui/window/tour_desk.h"
#include "ui/window/trend_pane.h"
#include "ui/window/watch_set.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_panes.h"

namespace telltale::ui {

namespace {

constexpr qint64 kStalledMs = 2000;

} // namespace

WindowRoom::WindowRoom(MainWindow &window, pipeline::SnapshotSource &source, WindowSettings given)
    : self(window)
    , settings(std::move(given))
    , archive(settings.dataFolder)
    , bridge(source)
{
    keys = std::make_unique<KeyDesk>(settings.keysFile);
    setPlantZone(settings.plantZone);
    setChartZone(zone);
}

WindowRoom::~WindowRoom() = default;

void WindowRoom::note(const QString &text)
{
    panes->messages->note(text);
}

/// Once the plant knows the one that was asked for.
void WindowRoom::showFirst(const SnapshotPtr &snapshot)
{
    if (settings.shownSource.empty() || !snapshot->structure) {
        return;
    }
    for (const SensorSpec &sensor : snapshot->structure->sensors) {
        if (settings.shownSource == fromQt(ReplayDesk::nameOf(sensor.key)) || settings.shownSource == sensor.key.asset) {
            settings.shownSource.clear();
            selection->chooseSource(sensor.key);
            chooseSource(sensor.key);
            return;
        }
    }
}

void WindowRoom::apply(const SnapshotPtr &snapshot)
{
    sincePicture.start();
    notices->apply(snapshot); // before anything is painted
    panes->header->apply(snapshot);
    follow->apply();
    panes->assets->apply(snapshot);
    panes->list->apply(snapshot);
    panes->tiles->apply(snapshot);
    panes->machine->apply(snapshot);
    panes->journal->apply(snapshot);
    panes->feeds->apply(snapshot);
    panes->detectors->apply(snapshot);
    panes->kpis->apply(snapshot);
    panes->detail->apply(snapshot);
    selection->apply(snapshot);
    showFirst(snapshot);
    alarms->apply(snapshot);
    operators->apply(snapshot);
    logbook->apply(snapshot);
    rangeNotes->apply(snapshot);
    panes->incidents->apply(snapshot);
    panes->handover->apply(snapshot);
    feeds->apply(snapshot);
    removal->apply(snapshot);
    panes->showTrend(!feeds->isOpen());
    tour->apply(snapshot);
    panes->rate->setText(MainWindow::tr("%n alarm(s) in 10 min", nullptr, int(snapshot->raisesLast10Min)));
    showTitle(snapshot->alarms ? countAlarms(*snapshot->alarms).allUnacked() : 0);
}

void WindowRoom::showTitle(int unacked)
{
    if (unacked == shownUnacked) {
        return;
    }
    shownUnacked = unacked;
    const QString title = settings.title.isEmpty() ? QStringLiteral("Telltale") : MainWindow::tr("%1 – Telltale").arg(settings.title);
    self.setWindowTitle(unacked == 0 ? title : MainWindow::tr("(%1) %2").arg(QString::number(unacked), title));
}

/// Pictures that stop coming look like a quiet plant: say so.
void WindowRoom::checkStall()
{
    const bool stalled = sincePicture.isValid() && sincePicture.elapsed() > kStalledMs;
    const QString what = stalled ? toQt(bridge.stalled()) : QString();
    QString text;
    if (stalled)
        text = what.isEmpty() ? MainWindow::tr("NO NEW PICTURE for %1 s: the monitoring itself stands still, what you see is old.")
                                    .arg(sincePicture.elapsed() / 1000)
                              : MainWindow::tr("NO NEW PICTURE for %1 s: the monitoring itself stands still (%2), what you see is old.")
                                    .arg(QString::number(sincePicture.elapsed() / 1000), what);
    panes->header->setStalled(text);
}

/// What the list has selected while it is in sight, else the alarm of the detail pane.
std::vector<OccurrenceId> WindowRoom::chosenAlarms() const
{
    const AlarmTable &table = panes->list->table();
    if (panes->isShown(panes->list) && table.selectionModel()->hasSelection()) {
        return table.selectedAlarms(); // none where a folded group is selected: nobody has seen what is in it
    }
    const OccurrenceId shown = panes->detail->alarm().id;
    return shown == 0 ? std::vector<OccurrenceId>{} : std::vector{shown};
}

/// Of the alarm in the detail pane, else what was chosen last in tree or tiles, else the sensor of the trend.
SensorKey WindowRoom::chosenSource() const
{
    if (panes->detail->alarm().id != 0) {
        return panes->detail->alarm().definition.source;
    }
    const auto sensor = panes->trend->sensor();
    const bool known = lastChosen.asset.empty() && sensor && bridge.snapshot();
    return known ? bridge.snapshot()->structure->sensor(*sensor).key : lastChosen;
}

void WindowRoom::narrow(const SensorKey &source)
{
    panes->list->filter().setSource(source);
    panes->tiles->setSource(source);
    selection->chooseSource(source);
    chooseSource(source);
    if (panes->isShown(panes->detectors)) {
        panes->detectors->choose(source);
    }
}

void WindowRoom::chooseSource(const SensorKey &source)
{
    lastChosen = source;
    operators->chooseSource(source);
}

void WindowRoom::jumpToEvent(const AlarmEvent &event)
{
    if (showAlarm(event.occurrence)) {
        // To the moment of that row, not of the alarm's raise.
        panes->trend->lookAt(event.sourceTime == kNoTime ? event.at : event.sourceTime, bridge.snapshot()->now, true);
    } else {
        selection->chooseEvent(event);
    }
}

/// In the list; false where it is not open.
bool WindowRoom::showAlarm(OccurrenceId id)
{
    if (id == 0 || panes->list->alarms().rowOf(id) < 0) {
        return false;
    }
    panes->showPage(panes->list);
    return panes->list->jumpTo(id);
}

IncidentNeighbours WindowRoom::aroundIncidents()
{
    return {*panes, bridge, *logbook, *signIn, [this](OccurrenceId id) {
                AlarmEvent any; // open or not
                any.occurrence = id;
                jumpToEvent(any);
            }};
}

HandoverNeighbours WindowRoom::aroundHandover()
{
    return {*panes, bridge, *logbook, *signIn, archive, settings, zone};
}

} // namespace telltale::ui
