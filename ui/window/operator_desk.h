// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/chosen_alarms.h"
#include "ui/window/hold_desk.h"
#include "ui/window/judgement_desk.h"
#include "ui/window/response_desk.h"
#include "ui/window/undo_desk.h"

namespace telltale::ui {

/// What an operator does to alarms beside acknowledging them, in one place for the window: which of the desks a key belongs to.
/// Thread: UI.
class OperatorDesk {
public:
    OperatorDesk(WindowPanes &panes, AlarmDesk &alarms, const LiveBridge &bridge)
        : m_chosen(panes, bridge)
        , m_holds(panes, alarms, m_chosen, bridge)
        , m_judgements(panes, alarms, m_chosen, bridge)
        , m_undo(panes, alarms, bridge)
        , m_responses(panes)
    {
    }

    /// False when it is none of their keys.
    bool run(Act act) { return m_holds.run(act) || m_judgements.run(act) || m_undo.run(act) || m_responses.run(act); }
    void apply(const SnapshotPtr &snapshot) { m_holds.apply(snapshot); }
    void chooseSource(const SensorKey &source) { m_chosen.chooseSource(source); }
    void setZone(ZoneChoice zone) { m_holds.setZone(zone); }
    void remember(SessionMemory &memory)
    {
        m_holds.remember(memory);
        m_responses.remember(memory);
    }

private:
    ChosenAlarms m_chosen;
    HoldDesk m_holds;
    JudgementDesk m_judgements;
    UndoDesk m_undo;
    ResponseDesk m_responses;
};

} // namespace telltale::ui
