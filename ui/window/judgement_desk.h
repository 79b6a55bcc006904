// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/key_table.h"

#include <QObject>
#include <QString>

namespace telltale::ui {

class AlarmDesk;
class ChosenAlarms;
class LiveBridge;
class WindowPanes;

/// What people make of an alarm: verdict, owner, reset of a latched one. Works on closed alarms too, but for the reset. Thread: UI.
class JudgementDesk final : public QObject {
    Q_OBJECT
public:
    JudgementDesk(WindowPanes &panes, AlarmDesk &alarms, const ChosenAlarms &chosen, const LiveBridge &bridge, QObject *parent = nullptr);

    /// False when it is none of its keys.
    bool run(Act act);

private:
    void askVerdict();
    void assignToMe();
    void askOwner();
    void reset();

    WindowPanes &m_panes;
    AlarmDesk &m_alarms;
    const ChosenAlarms &m_chosen;
    const LiveBridge &m_bridge;
};

} // namespace telltale::ui
