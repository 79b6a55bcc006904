// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/keys/key_table.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <deque>
#include <string>
#include <vector>

namespace telltale::ui {

class AlarmDesk;
class LiveBridge;
class WindowPanes;

/// Takes back an acknowledgement of one's own while that is allowed, the newest first, and shows how long that is. Thread: UI.
class UndoDesk final : public QObject {
    Q_OBJECT
public:
    UndoDesk(WindowPanes &panes, AlarmDesk &alarms, const LiveBridge &bridge, QObject *parent = nullptr);

    /// False when it is not its key.
    bool run(Act act);

private:
    struct Acknowledged {
        std::vector<OccurrenceId> alarms;
        QElapsedTimer since;
    };
    void remember(const std::vector<OccurrenceId> &alarms);
    void undo();
    void show();
    [[nodiscard]] std::vector<OccurrenceId> undoable(const Acknowledged &what) const;
    [[nodiscard]] static qint64 leftMs(const Acknowledged &what);

    WindowPanes &m_panes;
    AlarmDesk &m_alarms;
    const LiveBridge &m_bridge;
    std::deque<Acknowledged> m_last; ///< oldest first
    QTimer m_tick;
};

} // namespace telltale::ui
