// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers from one start to the next, and what changes with it.
#include "ui/alarms/alarm_list_page.h"
#include "ui/alarms/alarm_table.h"
#include "ui/alarms/detail_pane.h"
#include "ui/alarms/suppressed_page.h"
#include "ui/charts/time_text.h"
#include "ui/detectors/detector_page.h"
#include "ui/kpi/kpi_page.h"
#include "ui/logbook/handover_page.h"
#include "ui/logbook/incident_page.h"
#include "ui/overview/feed_page.h"
#include "ui/overview/header_bar.h"
#include "ui/overview/machine_page.h"
#include "ui/reports/journal_page.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/feed_desk.h"
#include "ui/window/follow_desk.h"
#include "ui/window/main_window.h"
#include "ui/window/operator_desk.h"
#include "ui/window/range_note_desk.h"
#include "ui/window/remembered_parts.h"
#include "ui/window/replay_desk.h"
#include "ui/window/selection_desk.h"
#include "ui/window/session_memory.h"
#include "ui/window/sign_in_desk.h"
#include "ui/window/tour_desk.h"
#include "ui/window/trend_pane.h"
#include "ui/window/window_panes.h"
#include "ui/window/window_room.h"

#include <QApplication>

namespace telltale::ui {

void WindowRoom::toggleTheme()
{
    applyTheme(*qApp, self.isDark() ? Theme::light() : Theme::darkTheme());
    memory->touch();
}

void WindowRoom::setBlinking(bool on)
{
    blinking = on;
    panes->list->table().setBlinking(on);
    memory->touch();
}

/// Silence, pause and selection are never among them: a new start shows and sounds everything.
void WindowRoom::rememberSettings()
{
    using Kind = SessionMemory::Kind;
    memory = std::make_unique<SessionMemory>(settings.memory);
    QObject::connect(memory.get(), &SessionMemory::failed, &self, [this](const QString &why) { panes->messages->problem(why); });
    memory->add({Kind::Setting, QStringLiteral("theme"),
                 [this] { return self.isDark() ? QStringLiteral("dark") : QStringLiteral("light"); },
                 [this](const QVariant &value) {
                     if (!settings.theme)
                         applyTheme(*qApp, value.toString() == QStringLiteral("dark") ? Theme::darkTheme() : Theme::light());
                 }});
    memory->add({Kind::Setting, QStringLiteral("zone"), [this] { return zoneKey(zone); },
                 [this](const QVariant &value) {
                     if (const ZoneChoice kept = zoneOfKey(value.toString()); kept != ZoneChoice::Local)
                         setZone(kept);
                 }});
    memory->add({Kind::Setting, QStringLiteral("blink"), [this] { return blinking; },
                 [this](const QVariant &value) { setBlinking(value.toBool()); }});
    operators->remember(*memory);
    feeds->remember(*memory);
    tour->remember(*memory);
    memory->add({Kind::Setting, QStringLiteral("lockAfterMin"),
                 [this] { return int(std::chrono::duration_cast<std::chrono::minutes>(signIn->lockAfter()).count()); },
                 [this](const QVariant &value) { signIn->setLockAfter(std::chrono::minutes{value.toInt()}); }});
    rememberParts(*memory, self, *panes, settings.readOnly);
    memory->restore();
}

void WindowRoom::setZone(ZoneChoice choice)
{
    setChartZone(choice);
    replay->setZone(choice);
    follow->setZone(choice);
    zone = choice;
    panes->header->setZone(choice);
    panes->list->setZone(choice);
    panes->journal->setZone(choice);
    panes->machine->setZone(choice);
    panes->feeds->setZone(choice);
    panes->detectors->setZone(choice);
    panes->kpis->setZone(choice);
    panes->suppressed->setZone(choice);
    operators->setZone(choice);
    panes->incidents->setZone(choice);
    panes->handover->setZone(choice);
    rangeNotes->setZone(choice);
    panes->detail->setZone(choice);
    selection->marks().setZone(choice);
    panes->trend->setZone(choice);
    memory->touch();
    panes->messages->note(zoneNote(choice));
}

} // namespace telltale::ui
