// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/undo_desk.h"

#include "core/alarm/alarm_machine.h"
#include "ui/keys/key_words.h"
#include "ui/live/live_bridge.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/alarm_desk.h"
#include "ui/window/window_panes.h"

#include <algorithm>

namespace telltale::ui {

namespace {

constexpr int kTickMs = 200;
constexpr qint64 kWindowMs = std::chrono::milliseconds(std::chrono::floor<std::chrono::milliseconds>(alarm::kAckUndoWindow)).count();

} // namespace

UndoDesk::UndoDesk(WindowPanes &panes, AlarmDesk &alarms, const LiveBridge &bridge, QObject *parent)
    : QObject(parent)
    , m_panes(panes)
    , m_alarms(alarms)
    , m_bridge(bridge)
{
    connect(&alarms, &AlarmDesk::acknowledged, this, &UndoDesk::remember);
    connect(&m_tick, &QTimer::timeout, this, &UndoDesk::show);
}

qint64 UndoDesk::leftMs(const Acknowledged &what)
{
    return kWindowMs - what.since.elapsed();
}

void UndoDesk::remember(const std::vector<OccurrenceId> &alarms)
{
    Acknowledged what{alarms, {}};
    what.since.start();
    m_last.push_back(std::move(what));
    m_tick.start(kTickMs);
    show();
}

/// Still open, still acknowledged, and by this operator: an acknowledgement that closed its alarm is final.
std::vector<OccurrenceId> UndoDesk::undoable(const Acknowledged &what) const
{
    std::vector<OccurrenceId> open;
    const SnapshotPtr &snapshot = m_bridge.snapshot();
    if (!snapshot || !snapshot->alarms) {
        return open;
    }
    for (const Occurrence &alarm : *snapshot->alarms) {
        const bool acknowledged = alarm.state == AlarmState::C || alarm.state == AlarmState::L2;
        const bool mine = alarm.ackedBy.operatorName == m_bridge.actor().operatorName;
        if (acknowledged && mine && std::find(what.alarms.begin(), what.alarms.end(), alarm.id) != what.alarms.end()) {
            open.push_back(alarm.id);
        }
    }
    return open;
}

void UndoDesk::show()
{
    while (!m_last.empty() && leftMs(m_last.front()) <= 0) {
        m_last.pop_front();
    }
    while (!m_last.empty() && undoable(m_last.back()).empty()) {
        m_last.pop_back();
    }
    if (m_last.empty()) {
        m_tick.stop();
        m_panes.undo->hide();
        return;
    }
    const QString count = tr("%n alarm(s)", nullptr, int(undoable(m_last.back()).size()));
    const qint64 seconds = (leftMs(m_last.back()) + 999) / 1000;
    const QString key = pressText(Act::UndoAcknowledge);
    const QString left = QString::number(seconds);
    m_panes.undo->setForms({tr("acknowledged %1 – undo: %2 (%3 s)").arg(count, key, left), tr("undo: %1 (%2 s)").arg(key, left)});
    m_panes.undo->show();
}

bool UndoDesk::run(Act act)
{
    if (act != Act::UndoAcknowledge) {
        return false;
    }
    undo();
    return true;
}

void UndoDesk::undo()
{
    show();
    if (m_last.empty()) {
        m_panes.messages->note(
            tr("Nothing to take back: an acknowledgement can be undone for 10 s, by who made it, while its alarm is open."));
        return;
    }
    const std::vector<OccurrenceId> alarms = undoable(m_last.back());
    m_last.pop_back();
    m_alarms.undoAcknowledge(alarms);
    show();
}

} // namespace telltale::ui
