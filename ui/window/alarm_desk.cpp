// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/alarm_desk.h"

#include "ui/live/live_bridge.h"
#include "ui/text.h"
#include "ui/widgets/message_bar.h"

namespace telltale::ui {

AlarmDesk::AlarmDesk(LiveBridge &bridge, MessageBar &messages, bool readOnly, QObject *parent)
    : QObject(parent)
    , m_bridge(bridge)
    , m_messages(messages)
    , m_readOnly(readOnly)
{
    connect(&bridge, &LiveBridge::commandAnswered, this, &AlarmDesk::hear);
    connect(&bridge, &LiveBridge::commandRefused, this, [this](const QString &reason) { m_messages.problem(reason); });
}

bool AlarmDesk::mayWrite()
{
    if (m_readOnly) {
        m_messages.problem(tr("This window is read-only: nothing was done."));
    }
    return !m_readOnly;
}

void AlarmDesk::acknowledge(std::vector<OccurrenceId> alarms, EventSeq seenSeq, const QString &comment)
{
    if (!mayWrite()) {
        return;
    }
    const QString what = alarms.size() == 1 ? QStringLiteral("#%1").arg(alarms.front()) : tr("%1 alarms").arg(alarms.size());
    const std::uint64_t id = m_bridge.post(command::Acknowledge{alarms, seenSeq, fromQt(comment)});
    follow(id, std::move(alarms), {tr("Acknowledged and stored: %1").arg(what), tr("Not acknowledged (%1)").arg(what)});
}

void AlarmDesk::comment(OccurrenceId alarm, const QString &text)
{
    if (!mayWrite()) {
        return;
    }
    const std::uint64_t id = m_bridge.post(command::Comment{alarm, fromQt(text)});
    follow(id, {alarm}, {tr("Comment stored: #%1").arg(alarm), tr("Comment not stored (#%1)").arg(alarm)});
}

void AlarmDesk::silence()
{
    const std::uint64_t id = m_bridge.post(command::Silence{});
    follow(id, {}, {tr("Horn silenced. Nothing is acknowledged by that."), tr("Not silenced")});
}

void AlarmDesk::follow(std::uint64_t command, std::vector<OccurrenceId> alarms, Wording wording)
{
    if (command == 0) {
        return; // refused at the door; the bridge has said so
    }
    m_saving.posted(command, std::move(alarms));
    m_wordings[command] = std::move(wording);
    emit savingChanged(m_saving.saving());
}

void AlarmDesk::hear(const CommandEcho &echo)
{
    if (!m_saving.knows(echo.id)) {
        return;
    }
    m_saving.answered(echo);
    if (!echo.accepted) {
        m_messages.problem(QStringLiteral("%1: %2").arg(m_wordings[echo.id].failed, toQt(echo.reason)));
        m_wordings.erase(echo.id);
        emit savingChanged(m_saving.saving());
    }
    settle(m_storedThrough);
}

void AlarmDesk::apply(const SnapshotPtr &snapshot)
{
    m_storedThrough = snapshot->storedThrough;
    settle(m_storedThrough);
}

void AlarmDesk::settle(EventSeq storedThrough)
{
    const std::vector<std::uint64_t> settled = m_saving.settle(storedThrough);
    for (const std::uint64_t command : settled) {
        m_messages.note(m_wordings[command].done);
        m_wordings.erase(command);
    }
    if (!settled.empty()) {
        emit savingChanged(m_saving.saving());
    }
}

} // namespace telltale::ui
