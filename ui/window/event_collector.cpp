// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/event_collector.h"

namespace telltale::ui {

bool EventCollector::add(const std::vector<AlarmEvent> &events)
{
    bool grown = false;
    for (const AlarmEvent &event : events) {
        if (m_wanted && m_wanted(event)) {
            grown = m_events.emplace(event.seq, event).second || grown;
        }
    }
    while (m_events.size() > kMost)
        m_events.erase(m_events.begin());
    return grown;
}

std::vector<AlarmEvent> EventCollector::all() const
{
    std::vector<AlarmEvent> events;
    events.reserve(m_events.size());
    for (const auto &[seq, event] : m_events) {
        events.push_back(event);
    }
    return events;
}

} // namespace telltale::ui
