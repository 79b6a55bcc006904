// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/keys/key_table.h"
#include "ui/models/recent_texts.h"
#include "ui/models/shelf_choices.h"
#include "ui/models/shelf_watch.h"
#include "ui/models/time_text.h"

#include <QObject>
#include <vector>

namespace telltale::ui {

class AlarmDesk;
class ChosenAlarms;
class LiveBridge;
class SessionMemory;
class WindowPanes;

/// Keeps alarms from people and brings them back: shelf and out of service, asked for inside the window; says when a shelf is about to end.
/// Thread: UI.
class HoldDesk final : public QObject {
    Q_OBJECT
public:
    HoldDesk(WindowPanes &panes, AlarmDesk &alarms, const ChosenAlarms &chosen, const LiveBridge &bridge, QObject *parent = nullptr);

    /// False when it is none of its keys.
    bool run(Act act);
    void apply(const SnapshotPtr &snapshot);
    void setZone(ZoneChoice zone) { m_zone = zone; }
    void remember(SessionMemory &memory);

signals:
    void reasonsChanged();

private:
    void askShelf();
    void askService();
    void bringBack();
    void showPage();
    /// Nothing when there is nothing to act on; says so.
    [[nodiscard]] std::vector<ShelfSubject> subjects() const;

    WindowPanes &m_panes;
    AlarmDesk &m_alarms;
    const ChosenAlarms &m_chosen;
    const LiveBridge &m_bridge;
    ShelfWatch m_watch;
    RecentTexts m_shelfReasons;
    RecentTexts m_serviceReasons;
    ZoneChoice m_zone = ZoneChoice::Local;
};

} // namespace telltale::ui
