// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"
#include "ui/reports/incident_source.h"
#include "ui/window/window_settings.h"

#include <QObject>
#include <vector>

namespace telltale::ui {

class Archive;
class MessageBar;

/// Where reports go: as settings say, else a folder among the user's documents.
[[nodiscard]] std::string exportFolder(const WindowSettings &settings);

/// Writes reports away from the screen and says where they are, or shows the pages that would be printed. Thread: UI.
class IncidentDesk final : public QObject {
    Q_OBJECT
public:
    /// `window`: above which previews stand.
    IncidentDesk(Archive &archive, MessageBar &messages, const WindowSettings &settings, QWidget *window);

    void exportAlarms(std::vector<OccurrenceId> alarms);
    /// The report of an operator's incident, by its number.
    void exportIncident(std::uint64_t number);
    void previewAlarms(std::vector<OccurrenceId> alarms);
    void previewIncident(std::uint64_t number);

signals:
    void exported(const QStringList &files);

private:
    void write(IncidentRequest about);
    void preview(IncidentRequest about);
    /// False, with a word about it, while there is nothing to read or something is being written.
    bool begin(const QString &note);
    [[nodiscard]] IncidentRequest complete(IncidentRequest about) const;
    void tellWritten(const Result<std::vector<std::string>> &result);

    Archive &m_archive;
    MessageBar &m_messages;
    const WindowSettings &m_settings;
    QWidget *m_window;
    bool m_busy = false;
};

} // namespace telltale::ui
