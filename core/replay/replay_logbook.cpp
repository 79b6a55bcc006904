// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/replay_logbook.h"

#include "core/replay/time_placer.h"

#include <algorithm>

namespace telltale::replay {

ReplayLogbook::ReplayLogbook(std::vector<LogbookEntry> entries, std::span<const AlarmEvent> events)
{
    TimePlacer placer;
    m_entries.reserve(entries.size());
    for (LogbookEntry &entry : entries) {
        for (; !events.empty() && events.front().seq < entry.seq; events = events.subspan(1))
            placer.place(events.front().at, events.front().sourceTime);
        const UtcTime place = placer.place(entry.at, kNoTime);
        m_entries.emplace_back(place, std::move(entry));
    }
}

void ReplayLogbook::moveTo(UtcTime position)
{
    if (m_position != kNoTime && position < m_position) {
        m_book = {};
        m_next = 0;
        ++m_revision;
    }
    m_position = position;
    for (; m_next < m_entries.size() && m_entries[m_next].first <= position; ++m_next) {
        m_book.take(m_entries[m_next].second);
        ++m_revision;
    }
}

std::vector<LogbookEntry> ReplayLogbook::newest(std::size_t limit) const
{
    std::vector<LogbookEntry> entries;
    for (std::size_t i = m_next - std::min(m_next, limit); i < m_next; ++i)
        entries.push_back(m_entries[i].second);
    return entries;
}

} // namespace telltale::replay
