// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/alarm_desk.h"

#include "ui/live/live_bridge.h"
#include "ui/models/alarm_names.h"
#include "ui/models/refusal_text.h"
#include "ui/models/time_text.h"
#include "ui/text.h"
#include "ui/widgets/message_bar.h"

#include <algorithm>

namespace telltale::ui {

namespace {

AlarmKey keyOf(const Occurrence &alarm)
{
    return {alarm.definition.source, alarm.definition.what};
}

/// "#4711", or how many.
QString numbersOf(const std::vector<OccurrenceId> &alarms)
{
    return alarms.size() == 1 ? QStringLiteral("#%1").arg(alarms.front()) : AlarmDesk::tr("%1 alarms").arg(alarms.size());
}

} // namespace

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

std::vector<AlarmKey> AlarmDesk::keysOf(const std::vector<OccurrenceId> &alarms) const
{
    std::vector<AlarmKey> keys;
    if (!m_snapshot || !m_snapshot->alarms) {
        return keys;
    }
    for (const Occurrence &alarm : *m_snapshot->alarms) {
        if (std::find(alarms.begin(), alarms.end(), alarm.id) != alarms.end()) {
            keys.push_back(keyOf(alarm));
        }
    }
    return keys;
}

template <typename What>
void AlarmDesk::send(What what, std::vector<OccurrenceId> alarms, Wish wish)
{
    if (mayWrite()) {
        follow(m_bridge.post(std::move(what)), std::move(alarms), std::move(wish));
    }
}

void AlarmDesk::acknowledge(std::vector<OccurrenceId> alarms, EventSeq seenSeq, const QString &comment)
{
    Wish wish{tr("Acknowledged and stored: %1").arg(numbersOf(alarms)), tr("Not acknowledged"), keysOf(alarms), alarms};
    send(command::Acknowledge{alarms, seenSeq, fromQt(comment)}, alarms, std::move(wish));
}

void AlarmDesk::undoAcknowledge(std::vector<OccurrenceId> alarms)
{
    Wish wish{tr("Acknowledgement taken back: %1").arg(numbersOf(alarms)), tr("Not taken back"), keysOf(alarms), {}};
    send(command::UndoAcknowledge{alarms}, alarms, std::move(wish));
}

void AlarmDesk::reset(std::vector<OccurrenceId> alarms)
{
    Wish wish{tr("Reset: %1").arg(numbersOf(alarms)), tr("Not reset"), keysOf(alarms), {}};
    send(command::Reset{alarms}, alarms, std::move(wish));
}

void AlarmDesk::comment(OccurrenceId alarm, const QString &text)
{
    Wish wish{tr("Comment stored: #%1").arg(alarm), tr("Comment not stored (#%1)").arg(alarm), keysOf({alarm}), {}};
    send(command::Comment{alarm, fromQt(text)}, {alarm}, std::move(wish));
}

/// Quiet must be possible in a read-only window too.
void AlarmDesk::silence()
{
    follow(m_bridge.post(command::Silence{}), {}, {tr("Horn silenced. Nothing is acknowledged by that."), tr("Not silenced"), {}, {}});
}

void AlarmDesk::shelve(const command::Shelve &what)
{
    const QString names = alarmNames(what.alarms);
    const QString length = durationText(what.length);
    const QString done = what.oneShot ? tr("Shelved until it clears, at most %1: %2") : tr("Shelved for %1: %2");
    send(what, {}, {done.arg(length, names), tr("Not shelved"), what.alarms, {}});
}

void AlarmDesk::unshelve(std::vector<AlarmKey> alarms)
{
    send(command::Unshelve{alarms}, {}, {tr("Back from the shelf: %1").arg(alarmNames(alarms)), tr("Not unshelved"), alarms, {}});
}

void AlarmDesk::takeOutOfService(const command::TakeOutOfService &what)
{
    send(what, {}, {tr("Out of service: %1").arg(alarmNames(what.alarms)), tr("Not taken out of service"), what.alarms, {}});
}

void AlarmDesk::returnToService(std::vector<AlarmKey> alarms)
{
    send(command::ReturnToService{alarms}, {},
         {tr("Back in service: %1").arg(alarmNames(alarms)), tr("Not returned to service"), alarms, {}});
}

void AlarmDesk::judge(const std::vector<Occurrence> &alarms, Judgement verdict, const QString &text)
{
    for (const Occurrence &alarm : alarms) {
        send(command::Judge{alarm.id, verdict, fromQt(text), keyOf(alarm)}, {alarm.id},
             {tr("Verdict stored: #%1").arg(alarm.id), tr("Verdict not stored"), {keyOf(alarm)}, {}});
    }
}

void AlarmDesk::assign(const std::vector<Occurrence> &alarms, const QString &owner)
{
    for (const Occurrence &alarm : alarms) {
        const QString done = owner.isEmpty() ? tr("#%1 has no owner now").arg(alarm.id) : tr("%1 looks after #%2").arg(owner).arg(alarm.id);
        send(command::Assign{alarm.id, fromQt(owner), keyOf(alarm)}, {alarm.id}, {done, tr("Not assigned"), {keyOf(alarm)}, {}});
    }
}

void AlarmDesk::follow(std::uint64_t command, std::vector<OccurrenceId> alarms, Wish wish)
{
    if (command == 0) {
        return; // refused at the door; the bridge has said so
    }
    m_saving.posted(command, std::move(alarms));
    m_wishes[command] = std::move(wish);
    emit savingChanged(m_saving.saving());
}

void AlarmDesk::hear(const CommandEcho &echo)
{
    if (!m_saving.knows(echo.id)) {
        return;
    }
    m_saving.answered(echo);
    if (const std::vector<OccurrenceId> acknowledges = m_wishes[echo.id].acknowledges; !acknowledges.empty()) {
        emit acknowledged(acknowledges);
    }
    if (!echo.accepted) {
        refuse(echo);
    }
    settle(m_snapshot ? m_snapshot->storedThrough : 0);
}

void AlarmDesk::refuse(const CommandEcho &echo)
{
    static const std::vector<AlarmEvent> kNone;
    const Wish &wish = m_wishes[echo.id];
    const QString name = wish.about.empty() ? QString() : alarmNames(wish.about);
    const QString why = refusalText(echo, m_snapshot ? m_snapshot->events : kNone, wish.about.size(), name);
    m_messages.problem(QStringLiteral("%1: %2").arg(wish.failed, why));
    m_wishes.erase(echo.id);
    emit savingChanged(m_saving.saving());
}

void AlarmDesk::apply(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    settle(snapshot->storedThrough);
}

void AlarmDesk::settle(EventSeq storedThrough)
{
    const std::vector<std::uint64_t> settled = m_saving.settle(storedThrough);
    for (const std::uint64_t command : settled) {
        m_messages.note(m_wishes[command].done);
        m_wishes.erase(command);
    }
    if (!settled.empty()) {
        emit savingChanged(m_saving.saving());
    }
}

} // namespace telltale::ui
