// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"
#include "ui/window/window_settings.h"

#include <QObject>
#include <vector>

namespace telltale::ui {

class Archive;
class MessageBar;

/// Writes reports away from the screen and says where they are. Thread: UI.
class IncidentDesk final : public QObject {
    Q_OBJECT
public:
    IncidentDesk(Archive &archive, MessageBar &messages, const WindowSettings &settings, QObject *parent = nullptr);

    void exportAlarms(std::vector<OccurrenceId> alarms);

signals:
    void exported(const QStringList &files);

private:
    Archive &m_archive;
    MessageBar &m_messages;
    const WindowSettings &m_settings;
    bool m_busy = false;
};

} // namespace telltale::ui
