// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/incident_parts.h"

#include "ui/alarms/alarm_list_page.h"
#include "ui/alarms/alarm_table.h"
#include "ui/live/live_bridge.h"
#include "ui/logbook/incident_chooser.h"
#include "ui/logbook/incident_page.h"
#include "ui/text.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/logbook_desk.h"
#include "ui/window/sign_in_desk.h"
#include "ui/window/window_panes.h"

#include <QCoreApplication>

namespace telltale::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("IncidentParts", text);
}

LogbookEntry entryOf(LogbookKind kind, std::uint64_t incident, std::string text = {}, OccurrenceId alarm = 0)
{
    LogbookEntry entry;
    entry.kind = kind;
    entry.subject = incident;
    entry.text = std::move(text);
    entry.occurrence = alarm;
    return entry;
}

void showLock(const IncidentNeighbours &around)
{
    around.panes.incidents->setLock(around.signIn.refusal(Role::Operator));
    around.panes.incidents->setActor(around.signIn.name());
}

void connectChooser(const IncidentNeighbours &around)
{
    IncidentChooser *chooser = around.panes.chooser;
    QObject::connect(chooser, &IncidentChooser::newWanted, chooser,
                     [around](const QString &title, const std::vector<OccurrenceId> &alarms) {
                         around.logbook.write(entryOf(LogbookKind::IncidentOpened, 0, fromQt(title)), tr("Incident stored: %1").arg(title),
                                              alarms, [around](std::uint64_t number) {
                                                  if (number != 0) {
                                                      around.panes.incidents->choose(number);
                                                  }
                                              });
                     });
    QObject::connect(chooser, &IncidentChooser::addWanted, chooser,
                     [around](std::uint64_t number, const std::vector<OccurrenceId> &alarms) {
                         for (const OccurrenceId alarm : alarms) {
                             around.logbook.write(entryOf(LogbookKind::IncidentAlarmAdded, number, {}, alarm),
                                                  tr("Alarm #%1 is in incident %2.").arg(QString::number(alarm), QString::number(number)));
                         }
                     });
    QObject::connect(chooser, &IncidentChooser::finished, chooser, [around] { around.panes.list->table().setFocus(); });
}

} // namespace

void connectIncidents(const IncidentNeighbours &around)
{
    IncidentPage *page = around.panes.incidents;
    QObject::connect(page, &IncidentPage::entryWanted, page,
                     [around](const LogbookEntry &entry) { around.logbook.write(entry, tr("Stored: incident %1").arg(entry.subject)); });
    QObject::connect(page, &IncidentPage::told, page, [around](const QString &note) { around.panes.messages->note(note); });
    QObject::connect(page, &IncidentPage::alarmWanted, page, around.showAlarm);
    QObject::connect(&around.signIn, &SignInDesk::changed, page, [around] { showLock(around); });
    connectChooser(around);
    showLock(around);
}

void chooseIncident(const IncidentNeighbours &around, std::vector<OccurrenceId> alarms)
{
    if (alarms.empty()) {
        around.panes.messages->note(tr("Select the alarms that belong into an incident."));
        return;
    }
    static const std::vector<Incident> kNone;
    const SnapshotPtr &snapshot = around.bridge.snapshot();
    around.panes.chooser->ask(std::move(alarms), snapshot && snapshot->incidents ? *snapshot->incidents : kNone);
}

} // namespace telltale::ui
