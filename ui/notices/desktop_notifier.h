// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/notices/notice_plan.h"
#include "ui/notices/notification_bus.h"

#include <QObject>
#include <QThread>
#include <memory>

namespace telltale::ui {

/// Puts alarms on the desktop, for somebody who does not look at the window. Never the only channel, and never waited for: the bus has a
/// thread of its own, which is left behind at the end should it hang. Notes are taken away when the program ends. Thread: UI.
class DesktopNotifier final : public QObject {
    Q_OBJECT
public:
    /// `address` of the bus; empty = the session's.
    explicit DesktopNotifier(const QString &address, QObject *parent = nullptr);
    ~DesktopNotifier() override;

    /// `wanted`: nobody looks at the window.
    void apply(const SnapshotPtr &snapshot, bool wanted);
    [[nodiscard]] const NotifierState &state() const { return m_state; }

signals:
    void stateChanged(const telltale::ui::NotifierState &state);
    void showWanted(telltale::OccurrenceId alarm, const QString &activationToken);
    void silenceWanted();

private:
    NoticePlan m_plan;
    std::shared_ptr<const std::vector<Occurrence>> m_alarms;
    bool m_wanted = true;
    NotifierState m_state;
    std::unique_ptr<QThread> m_thread;
    NotificationBus *m_bus; ///< on that thread; ends with it
};

} // namespace telltale::ui
