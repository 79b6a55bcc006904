// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/incident_desk.h"

#include "ui/reports/archive.h"
#include "ui/reports/report_export.h"
#include "ui/reports/report_preview.h"
#include "ui/text.h"
#include "ui/widgets/message_bar.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace telltale::ui {

namespace {

/// Long enough to read a path, or to copy it by hand.
constexpr int kResultMs = 60'000;

} // namespace

std::string exportFolder(const WindowSettings &settings)
{
    if (!settings.exportFolder.empty()) {
        return settings.exportFolder;
    }
    return fromQt(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/telltale-reports"));
}

IncidentDesk::IncidentDesk(Archive &archive, MessageBar &messages, const WindowSettings &settings, QWidget *window)
    : m_archive(archive)
    , m_messages(messages)
    , m_settings(settings)
    , m_window(window)
{
}

void IncidentDesk::exportAlarms(std::vector<OccurrenceId> alarms)
{
    if (begin(tr("Writing a report of %n alarm(s)…", nullptr, int(alarms.size())))) {
        write({.occurrences = std::move(alarms)});
    }
}

void IncidentDesk::exportIncident(std::uint64_t number)
{
    if (begin(tr("Writing the report of incident %1…").arg(number))) {
        write({.incident = number});
    }
}

void IncidentDesk::previewAlarms(std::vector<OccurrenceId> alarms)
{
    if (begin(tr("Reading what a report of %n alarm(s) says…", nullptr, int(alarms.size())))) {
        preview({.occurrences = std::move(alarms)});
    }
}

void IncidentDesk::previewIncident(std::uint64_t number)
{
    if (begin(tr("Reading what the report of incident %1 says…").arg(number))) {
        preview({.incident = number});
    }
}

bool IncidentDesk::begin(const QString &note)
{
    if (!m_archive.available()) {
        m_messages.problem(tr("There is no data folder: nothing is stored that a report could be made of."));
        return false;
    }
    if (m_busy) {
        m_messages.note(tr("A report is being written already."));
        return false;
    }
    m_busy = true;
    m_messages.note(note, kResultMs);
    return true;
}

/// Site and station are those of the journal: the same incident says the same, whoever asks.
IncidentRequest IncidentDesk::complete(IncidentRequest about) const
{
    about.productVersion = fromQt(m_settings.productVersion);
    return about;
}

void IncidentDesk::write(IncidentRequest about)
{
    ExportRequest request{.dataFolder = m_archive.folder(), .about = complete(std::move(about)), .form = {}};
    request.form.outFolder = exportFolder(m_settings);
    m_archive.run([request = std::move(request)] { return ui::exportIncident(request); },
                  [this](const Result<std::vector<std::string>> &result) {
                      m_busy = false;
                      tellWritten(result);
                  });
}

void IncidentDesk::tellWritten(const Result<std::vector<std::string>> &result)
{
    if (!result) {
        m_messages.problem(tr("No report was written: %1").arg(toQt(result.error().text())));
        return;
    }
    QStringList files;
    for (const std::string &file : *result) {
        files << toQt(file);
    }
    const QFileInfo first(files.value(0));
    m_messages.note(
        tr("Report written to %1: %2 (%3 files)").arg(first.absolutePath(), first.completeBaseName(), QString::number(files.size())),
        kResultMs);
    emit exported(files);
}

void IncidentDesk::preview(IncidentRequest about)
{
    m_archive.run(
        [folder = m_archive.folder(), about = complete(std::move(about))] { return readIncident(folder, about); },
        [this](Result<report::IncidentReport> result) {
            m_busy = false;
            const auto wording = wordingFor({});
            if (!result || !wording) {
                m_messages.problem(tr("There is nothing to show: %1").arg(toQt((result ? wording.error() : result.error()).text())));
                return;
            }
            m_messages.note(tr("The report of %n alarm(s), as it would be printed.", nullptr, int(result->alarms.size())), kResultMs);
            auto *pages = new ReportPreview(std::move(*result), *wording, m_window); // deletes itself when it is closed
            pages->show();
        });
}

} // namespace telltale::ui
