// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/saving_tracker.h"

#include <QObject>
#include <QString>
#include <functional>
#include <map>
#include <vector>

namespace telltale::ui {

class LiveBridge;
class MessageBar;

/// Writes into the logbook: posts it, follows it until it is on disk, says when it was refused and why. Thread: UI.
class LogbookDesk final : public QObject {
    Q_OBJECT
public:
    /// Gets the number of the incident or handover once it is stored, or 0 when it was refused.
    using Stored = std::function<void(std::uint64_t subject)>;

    LogbookDesk(LiveBridge &bridge, MessageBar &messages, bool readOnly, QObject *parent = nullptr);

    /// `done`: what to say when it is stored. `alarms`: the first ones of a new incident.
    void write(LogbookEntry entry, const QString &done, std::vector<OccurrenceId> alarms = {}, Stored stored = {});
    void apply(const SnapshotPtr &snapshot);

private:
    struct Under {
        QString done;
        Stored stored;
        std::uint64_t subject = 0;
    };
    void hear(const CommandEcho &echo);
    void settle();

    LiveBridge &m_bridge;
    MessageBar &m_messages;
    bool m_readOnly;
    SavingTracker m_saving;
    std::map<std::uint64_t, Under> m_under; ///< by command
    EventSeq m_storedThrough = 0;
};

} // namespace telltale::ui
