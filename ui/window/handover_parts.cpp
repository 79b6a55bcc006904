// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/handover_parts.h"

#include "core/kpi/kpi_figures.h"
#include "core/kpi/kpi_fold.h"
#include "core/store/window_scan.h"
#include "ui/kpi/kpi_settings.h"
#include "ui/live/live_bridge.h"
#include "ui/logbook/handover_export.h"
#include "ui/reports/archive.h"
#include "ui/text.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/incident_desk.h"
#include "ui/window/logbook_desk.h"
#include "ui/window/sign_in_desk.h"
#include "ui/window/window_panes.h"

#include <QCoreApplication>
#include <QDateTime>

namespace telltale::ui {

namespace {

constexpr int kResultMs = 60'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("HandoverParts", text);
}

/// Shifts are those of the plant's clock on the wall, whatever zone the screen shows.
Duration wallClockOffset(UtcTime time)
{
    return std::chrono::seconds{toDateTime(time, ZoneChoice::Local).offsetFromUtc()};
}

Result<std::vector<logbook::HandoverFigure>> shiftFigures(const std::string &folder, const kpi::KpiQuestion &question)
{
    kpi::KpiFold fold(question);
    store::WindowVisitor visitor;
    visitor.alarm = [&](const Occurrence &alarm) { fold.know(alarm); };
    visitor.event = [&](const AlarmEvent &event) { fold.add(event); };
    visitor.health = [&](UtcTime at, const FeedHealth &health) { fold.add(at, health); };
    if (auto told = store::scanWindow(folder, {.from = question.from, .to = question.to}, visitor); !told) {
        return told.error();
    }
    const kpi::Kpis kpis = fold.finish();
    std::vector<logbook::HandoverFigure> figures;
    for (const kpi::KpiFigure &figure : kpi::kpiFigures()) {
        figures.push_back({std::string(figure.id), std::string(kpi::toText(figure.unit)), figure.value(kpis)});
    }
    return figures;
}

void followWho(const HandoverNeighbours &around)
{
    around.panes.handover->setWithPin(around.signIn.guarded());
    around.panes.handover->setOutgoing(around.bridge.actor(), around.signIn.refusal(Role::Operator));
}

void writeSigned(const HandoverNeighbours &around, const StoredHandover &wanted)
{
    LogbookEntry entry;
    entry.kind = LogbookKind::HandoverSigned;
    entry.from = wanted.content.from;
    entry.to = wanted.content.to;
    entry.text = wanted.signs.sha256;
    entry.content = wanted.json;
    around.logbook.write(std::move(entry), tr("Handed over and stored. The other side takes over with their name."), {},
                         [around](std::uint64_t number) { around.panes.handover->signedAs(number); });
}

void writeTaken(const HandoverNeighbours &around, const StoredHandover &handover)
{
    LogbookEntry entry;
    entry.kind = LogbookKind::HandoverTaken;
    entry.subject = handover.signs.number;
    entry.from = handover.content.from;
    entry.to = handover.content.to;
    entry.text = handover.signs.sha256;
    around.logbook.write(std::move(entry), tr("%1 has taken over the shift.").arg(around.signIn.name()));
}

} // namespace

HandoverSource handoverSource(const WindowSettings &settings)
{
    return {[] { return UtcTime(std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now())); },
            [file = settings.memory.settingsFile] { return readKpiSettings(file).shifts; }, wallClockOffset,
            [folder = settings.dataFolder, file = settings.memory.settingsFile](UtcTime from, UtcTime to) {
                return shiftFigures(folder, {.from = from, .to = to, .limits = readKpiSettings(file).limits});
            }};
}

void connectHandover(const HandoverNeighbours &around)
{
    HandoverPage *page = around.panes.handover;
    QObject::connect(page, &HandoverPage::signWanted, page, [around](const StoredHandover &wanted) { writeSigned(around, wanted); });
    QObject::connect(page, &HandoverPage::takeWanted, page, [around, page](const QString &name, const QString &pin) {
        const StoredHandover handover = page->shown();
        around.signIn.signIn(name, pin, Role::Operator, [around, page, handover](const QString &problem) {
            if (problem.isEmpty()) {
                writeTaken(around, handover);
            }
            page->taken(problem);
        });
    });
    QObject::connect(page, &HandoverPage::exportWanted, page, [around] { exportShownHandover(around); });
    QObject::connect(page, &HandoverPage::told, page, [around](const QString &note) { around.panes.messages->note(note); });
    QObject::connect(&around.signIn, &SignInDesk::changed, page, [around] { followWho(around); });
    followWho(around);
}

void exportShownHandover(const HandoverNeighbours &around)
{
    const StoredHandover &shown = around.panes.handover->shown();
    if (shown.signs.number == 0) {
        around.panes.messages->note(tr("A handover can be exported once it is signed."));
        return;
    }
    around.archive.run([handover = shown, folder = exportFolder(around.settings), zone = around.zone,
                        product = around.settings.productVersion] { return exportHandover(handover, folder, zone, product); },
                       [messages = around.panes.messages](const Result<std::vector<std::string>> &files) {
                           if (files) {
                               messages->note(tr("Handover written: %1").arg(toQt(files->front())), kResultMs);
                           } else {
                               messages->problem(tr("The handover was not written: %1").arg(toQt(files.error().text())));
                           }
                       });
}

} // namespace telltale::ui
