// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/logbook_desk.h"

#include "ui/live/live_bridge.h"
#include "ui/text.h"
#include "ui/widgets/message_bar.h"

#include <utility>

namespace telltale::ui {

LogbookDesk::LogbookDesk(LiveBridge &bridge, MessageBar &messages, bool readOnly, QObject *parent)
    : QObject(parent)
    , m_bridge(bridge)
    , m_messages(messages)
    , m_readOnly(readOnly)
{
    connect(&bridge, &LiveBridge::commandAnswered, this, &LogbookDesk::hear);
}

void LogbookDesk::write(LogbookEntry entry, const QString &done, std::vector<OccurrenceId> alarms, Stored stored)
{
    if (m_readOnly) {
        m_messages.problem(tr("This window is read-only: nothing was written."));
        if (stored) {
            stored(0);
        }
        return;
    }
    const std::uint64_t id = m_bridge.post(command::WriteLogbook{std::move(entry), std::move(alarms)});
    if (id == 0) {
        if (stored) {
            stored(0); // refused at the door; that has been said
        }
        return;
    }
    m_saving.posted(id, {});
    m_under[id] = {done, std::move(stored), 0};
}

void LogbookDesk::hear(const CommandEcho &echo)
{
    const auto under = m_under.find(echo.id);
    if (under == m_under.end()) {
        return;
    }
    m_saving.answered(echo);
    under->second.subject = echo.subject;
    if (!echo.accepted) {
        m_messages.problem(tr("Not written: %1").arg(toQt(echo.reason)));
        const Stored stored = std::move(under->second.stored);
        m_under.erase(under);
        if (stored) {
            stored(0);
        }
    }
    settle();
}

void LogbookDesk::apply(const SnapshotPtr &snapshot)
{
    m_storedThrough = snapshot->storedThrough;
    settle();
}

void LogbookDesk::settle()
{
    for (const std::uint64_t command : m_saving.settle(m_storedThrough)) {
        const Under done = std::move(m_under[command]);
        m_under.erase(command);
        m_messages.note(done.done);
        if (done.stored) {
            done.stored(done.subject);
        }
    }
}

} // namespace telltale::ui
