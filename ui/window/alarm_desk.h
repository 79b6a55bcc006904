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

/// What an operator does to alarms: posts it, follows it until it is on disk, says when it was refused, of which alarm and why. Thread: UI.
class AlarmDesk final : public QObject {
    Q_OBJECT
public:
    AlarmDesk(LiveBridge &bridge, MessageBar &messages, bool readOnly, QObject *parent = nullptr);

    /// False: the window is read-only, and has said so.
    [[nodiscard]] bool mayWrite();
    /// `seenSeq`: newest event that was on screen when the operator decided.
    void acknowledge(std::vector<OccurrenceId> alarms, EventSeq seenSeq, const QString &comment);
    void undoAcknowledge(std::vector<OccurrenceId> alarms);
    void reset(std::vector<OccurrenceId> alarms);
    void comment(OccurrenceId alarm, const QString &text);
    void silence();
    void shelve(const command::Shelve &what);
    void unshelve(std::vector<AlarmKey> alarms);
    void takeOutOfService(const command::TakeOutOfService &what);
    void returnToService(std::vector<AlarmKey> alarms);
    /// Open or not.
    void judge(const std::vector<Occurrence> &alarms, Judgement verdict, const QString &text);
    void assign(const std::vector<Occurrence> &alarms, const QString &owner);
    void apply(const SnapshotPtr &snapshot);

signals:
    void savingChanged(const std::set<telltale::OccurrenceId> &saving);
    /// An acknowledgement of this window was answered, be it that some of them were refused.
    void acknowledged(const std::vector<telltale::OccurrenceId> &alarms);

private:
    /// What a command was about, for when it is answered.
    struct Wish {
        QString done;
        QString failed;
        std::vector<AlarmKey> about;
        std::vector<OccurrenceId> acknowledges;
    };
    void follow(std::uint64_t command, std::vector<OccurrenceId> alarms, Wish wish);
    void hear(const CommandEcho &echo);
    void refuse(const CommandEcho &echo);
    void settle(EventSeq storedThrough);
    [[nodiscard]] std::vector<AlarmKey> keysOf(const std::vector<OccurrenceId> &alarms) const;
    template <typename What>
    void send(What what, std::vector<OccurrenceId> alarms, Wish wish);

    LiveBridge &m_bridge;
    MessageBar &m_messages;
    bool m_readOnly;
    SavingTracker m_saving;
    std::map<std::uint64_t, Wish> m_wishes;
    SnapshotPtr m_snapshot;
};

} // namespace telltale::ui
