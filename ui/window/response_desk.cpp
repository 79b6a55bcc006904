// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/response_desk.h"

#include "ui/alarms/detail_pane.h"
#include "ui/widgets/inline_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/session_memory.h"
#include "ui/window/window_panes.h"

namespace telltale::ui {

ResponseDesk::ResponseDesk(WindowPanes &panes, QObject *parent) : QObject(parent), m_panes(panes) {}

bool ResponseDesk::run(Act act)
{
    if (act != Act::ResponseTimes) {
        return false;
    }
    ask(toText(m_times));
    return true;
}

void ResponseDesk::ask(const QString &proposed)
{
    m_panes.detail->field().ask(
        tr("Minutes for staff, minutes for action, and if known cost avoided and currency:"), true,
        [this](const QString &text) { take(text); }, proposed);
}

void ResponseDesk::take(const QString &text)
{
    const auto times = readResponseTimes(text);
    if (!times) {
        m_panes.messages->problem(
            tr("Not taken: %1. Wanted are two times as in 10 20, the second not before the first, or four words as in 10 20 5000 EUR.")
                .arg(text));
        return;
    }
    m_times = *times;
    m_panes.detail->setResponseTimes(m_times);
    m_panes.messages->note(tr("Times to respond: %1").arg(toText(m_times)));
    emit changed();
}

void ResponseDesk::remember(SessionMemory &memory)
{
    memory.add({SessionMemory::Kind::Setting, QStringLiteral("response"), [this] { return toText(m_times); },
                [this](const QVariant &value) {
                    m_times = readResponseTimes(value.toString()).value_or(m_times);
                    m_panes.detail->setResponseTimes(m_times);
                }});
    connect(this, &ResponseDesk::changed, &memory, &SessionMemory::touch);
}

} // namespace telltale::ui
