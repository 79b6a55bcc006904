// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/detector_desk.h"

#include "ui/detectors/detector_page.h"
#include "ui/live/live_bridge.h"
#include "ui/text.h"
#include "ui/widgets/message_bar.h"

namespace telltale::ui {

DetectorDesk::DetectorDesk(LiveBridge &bridge, DetectorPage &page, MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_bridge(bridge)
    , m_page(page)
    , m_messages(messages)
{
    connect(&page, &DetectorPage::configureWanted, this, &DetectorDesk::post);
    connect(&page, &DetectorPage::noticed, this, [this](const QString &text) { m_messages.note(text); });
    connect(&bridge, &LiveBridge::commandAnswered, this, &DetectorDesk::hear);
}

void DetectorDesk::post(const command::ConfigureDetector &change)
{
    m_source = change.source;
    m_waiting = m_bridge.post(change);
    if (m_waiting == 0) {
        m_page.showAnswer(false, tr("too many commands are waiting"));
    }
}

void DetectorDesk::hear(const CommandEcho &echo)
{
    if (m_waiting == 0 || echo.id != m_waiting) {
        return;
    }
    m_waiting = 0;
    m_page.showAnswer(echo.accepted, toQt(echo.reason));
    const QString name = sourceName(m_source);
    if (echo.accepted) {
        m_messages.note(tr("Detector changed: %1").arg(name));
    } else {
        m_messages.problem(tr("Detector not changed (%1): %2").arg(name, toQt(echo.reason)));
    }
}

} // namespace telltale::ui
