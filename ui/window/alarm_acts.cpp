// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/alarm_acts.h"

#include "ui/alarms/alarm_list_page.h"
#include "ui/alarms/detail_pane.h"
#include "ui/detectors/detector_page.h"
#include "ui/keys/key_words.h"
#include "ui/logbook/incident_page.h"
#include "ui/models/alarm_model.h"
#include "ui/widgets/inline_field.h"
#include "ui/window/alarm_desk.h"
#include "ui/window/incident_desk.h"
#include "ui/window/main_window.h"
#include "ui/window/replay_desk.h"
#include "ui/window/window_panes.h"
#include "ui/window/window_room.h"

#include <algorithm>

namespace telltale::ui {

namespace {

constexpr std::size_t kBulk = 20; ///< more than this many at once want a comment

/// The two forms of a report: of alarms, and of an incident with all that was written down about it.
struct ReportForm {
    void (IncidentDesk::*ofAlarms)(std::vector<OccurrenceId>);
    void (IncidentDesk::*ofIncident)(std::uint64_t);
};

/// On what is in sight: the handover, the chosen incident, or the chosen alarms.
void reportOnChosen(WindowRoom &room, ReportForm form)
{
    if (room.panes->isShown(room.panes->handover)) {
        exportShownHandover(room.aroundHandover());
        return;
    }
    if (room.panes->isShown(room.panes->incidents) && room.panes->incidents->chosen().number != 0) {
        (*room.incidents.*form.ofIncident)(room.panes->incidents->chosen().number);
        return;
    }
    std::vector<OccurrenceId> chosen = room.chosenAlarms();
    if (chosen.empty()) {
        room.note(MainWindow::tr("Select the alarms to report on."));
        return;
    }
    (*room.incidents.*form.ofAlarms)(std::move(chosen));
}

} // namespace

void acknowledgeChosen(WindowRoom &room, bool withComment)
{
    const AlarmModel &model = room.panes->list->alarms();
    std::vector<OccurrenceId> wanted = room.chosenAlarms();
    std::erase_if(wanted, [&](OccurrenceId id) {
        const int row = model.rowOf(id);
        return row < 0 || !isUnacknowledged(model.occurrenceAt(row).state);
    });
    if (wanted.empty()) {
        room.note(withPressTexts(MainWindow::tr("Nothing unacknowledged is selected. %1 goes to the top one."), {Act::JumpTopUnacked}));
        return;
    }
    const EventSeq seen = model.seenSeq();
    const std::vector<Priority> &commented = room.settings.commentToAcknowledge;
    const bool asked = wanted.size() > kBulk || std::any_of(wanted.begin(), wanted.end(), [&](OccurrenceId id) {
                           const Priority priority = model.occurrenceAt(model.rowOf(id)).priority;
                           return std::find(commented.begin(), commented.end(), priority) != commented.end();
                       });
    if (!withComment && !asked) {
        room.alarms->acknowledge(std::move(wanted), seen, {});
        return;
    }
    if (room.settings.readOnly) {
        room.alarms->acknowledge(std::move(wanted), seen, {}); // says that it may not
        return;
    }
    const QString question = MainWindow::tr("Acknowledge %n alarm(s) with a comment:", nullptr, int(wanted.size()));
    room.panes->detail->field().ask(
        question, asked, [&room, wanted, seen](const QString &text) { room.alarms->acknowledge(wanted, seen, text); }, {},
        QStringLiteral("acknowledge/%1").arg(wanted.front()));
}

void commentOnChosen(WindowRoom &room)
{
    if (room.panes->isShown(room.panes->incidents)) {
        room.panes->incidents->writeNote();
        return;
    }
    const OccurrenceId id = room.panes->detail->alarm().id;
    if (id == 0) {
        room.note(MainWindow::tr("Select an alarm to comment on."));
        return;
    }
    if (room.settings.readOnly) {
        room.alarms->comment(id, {});
        return;
    }
    room.panes->detail->field().ask(
        MainWindow::tr("Comment on #%1:").arg(id), true, [&room, id](const QString &text) { room.alarms->comment(id, text); }, {},
        QStringLiteral("comment/%1").arg(id));
}

void exportChosen(WindowRoom &room)
{
    reportOnChosen(room, {&IncidentDesk::exportAlarms, &IncidentDesk::exportIncident});
}

void previewChosen(WindowRoom &room)
{
    reportOnChosen(room, {&IncidentDesk::previewAlarms, &IncidentDesk::previewIncident});
}

/// Feeds, silence and the program itself raise alarms too: those have no detector.
void showDetectorOfChosen(WindowRoom &room)
{
    const Occurrence &alarm = room.panes->detail->alarm();
    const SensorKey source = room.chosenSource();
    const bool system = alarm.id != 0 && alarm.definition.detector.empty();
    if (system || (!source.asset.empty() && !room.panes->detectors->choose(source))) {
        room.note(MainWindow::tr("Nothing judges this: there is no detector behind it."));
        return;
    }
    room.panes->showPage(room.panes->detectors);
    room.panes->detectors->setFocus();
}

void replayChosen(WindowRoom &room)
{
    if (!room.archive.available() || room.settings.replay != nullptr || !room.bridge.snapshot()) {
        room.note(room.settings.replay != nullptr ? MainWindow::tr("This is a replay.")
                                                  : MainWindow::tr("There is nothing stored to replay yet."));
        return;
    }
    const Occurrence &alarm = room.panes->detail->alarm();
    const replay::Range range = ReplayDesk::rangeFor(alarm, room.bridge.snapshot()->now);
    const SensorKey shown = alarm.id == 0 ? room.chosenSource() : ReplayDesk::sensorOf(alarm);
    emit room.self.replayWanted(range.from, range.to, ReplayDesk::nameOf(shown));
}

} // namespace telltale::ui
