// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/incident_desk.h"

#include "ui/reports/archive.h"
#include "ui/reports/report_export.h"
#include "ui/text.h"
#include "ui/widgets/message_bar.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace telltale::ui {

namespace {

/// Long enough to read a path, or to copy it by hand.
constexpr int kResultMs = 60'000;

std::string exportFolder(const WindowSettings &settings)
{
    if (!settings.exportFolder.empty()) {
        return settings.exportFolder;
    }
    return fromQt(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/telltale-reports"));
}

} // namespace

IncidentDesk::IncidentDesk(Archive &archive, MessageBar &messages, const WindowSettings &settings, QObject *parent)
    : QObject(parent)
    , m_archive(archive)
    , m_messages(messages)
    , m_settings(settings)
{
}

void IncidentDesk::exportAlarms(std::vector<OccurrenceId> alarms)
{
    if (!m_archive.available()) {
        m_messages.problem(tr("There is no data folder: nothing is stored that a report could be made of."));
        return;
    }
    if (m_busy) {
        m_messages.note(tr("A report is being written already."));
        return;
    }
    m_busy = true;
    m_messages.note(tr("Writing a report of %1 alarm(s)…").arg(alarms.size()), kResultMs);
    ExportRequest request{.dataFolder = m_archive.folder(),
                          .occurrences = std::move(alarms),
                          .outFolder = exportFolder(m_settings),
                          .station = fromQt(m_settings.station),
                          .site = fromQt(m_settings.title),
                          .productVersion = fromQt(m_settings.productVersion),
                          .zone = {},
                          .reportTime = kNoTime};
    m_archive.run([request = std::move(request)] { return exportIncident(request); },
                  [this](Result<std::vector<std::string>> result) {
                      m_busy = false;
                      if (!result) {
                          m_messages.problem(tr("No report was written: %1").arg(toQt(result.error().text())));
                          return;
                      }
                      QStringList files;
                      for (const std::string &file : *result) {
                          files << toQt(file);
                      }
                      const QFileInfo first(files.value(0));
                      m_messages.note(tr("Report written to %1: %2 (%3 files)")
                                          .arg(first.absolutePath(), first.completeBaseName(), QString::number(files.size())),
                                      kResultMs);
                      emit exported(files);
                  });
}

} // namespace telltale::ui
