// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/saving_tracker.h"

#include <QObject>
#include <QString>
#include <map>
#include <set>
#include <vector>

namespace telltale::ui {

class LiveBridge;
class MessageBar;

/// What an operator does to alarms: posts it, follows it until it is on disk, says when it was refused and why. Thread: UI.
class AlarmDesk final : public QObject {
    Q_OBJECT
public:
    AlarmDesk(LiveBridge &bridge, MessageBar &messages, bool readOnly, QObject *parent = nullptr);

    /// `seenSeq`: newest event that was on screen when the operator decided.
    void acknowledge(std::vector<OccurrenceId> alarms, EventSeq seenSeq, const QString &comment);
    void comment(OccurrenceId alarm, const QString &text);
    void silence();
    void apply(const SnapshotPtr &snapshot);

signals:
    void savingChanged(const std::set<telltale::OccurrenceId> &saving);

private:
    /// What to say when a command is answered.
    struct Wording {
        QString done;
        QString failed;
    };
    bool mayWrite();
    void follow(std::uint64_t command, std::vector<OccurrenceId> alarms, Wording wording);
    void hear(const CommandEcho &echo);
    void settle(EventSeq storedThrough);

    LiveBridge &m_bridge;
    MessageBar &m_messages;
    bool m_readOnly;
    SavingTracker m_saving;
    std::map<std::uint64_t, Wording> m_wordings;
    EventSeq m_storedThrough = 0;
};

} // namespace telltale::ui
