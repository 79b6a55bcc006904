// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/replay_alarms.h"

#include "core/alarm/occurrence_fold.h"
#include "core/replay/listed_alarms.h"
#include "core/replay/time_placer.h"

#include <algorithm>

namespace telltale::replay {

namespace {

/// What a replayed row takes from the stored one before any of its transitions.
Occurrence blank(const Occurrence &stored)
{
    Occurrence row;
    row.id = stored.id;
    row.definition = stored.definition;
    row.why = stored.why;
    row.firstViolation = stored.firstViolation;
    row.firstOut = stored.firstOut;
    return row;
}

} // namespace

ReplayAlarms::ReplayAlarms(std::vector<Occurrence> rows, std::vector<AlarmEvent> events)
{
    for (Occurrence &row : rows)
        m_stored.emplace(row.id, std::move(row));
    TimePlacer placer;
    m_events.reserve(events.size());
    for (AlarmEvent &event : events) {
        const UtcTime place = placer.place(event.at, event.sourceTime);
        m_events.emplace_back(place, std::move(event));
    }
}

void ReplayAlarms::moveTo(UtcTime position)
{
    if (m_position != kNoTime && position < m_position) {
        m_now.clear();
        m_holds = {};
        m_next = 0;
        ++m_revision;
    }
    m_position = position;
    for (; m_next < m_events.size() && m_events[m_next].first <= position; ++m_next)
        take(m_events[m_next].second);
}

void ReplayAlarms::take(const AlarmEvent &event)
{
    ++m_revision;
    m_holds.take(event);
    const auto stored = m_stored.find(event.occurrence);
    const bool opens = alarm::isRaise(event); // a remark on a closed alarm opens nothing
    if (stored == m_stored.end() || (!opens && !m_now.contains(event.occurrence)))
        return;
    Occurrence &row = m_now.try_emplace(event.occurrence, blank(stored->second)).first->second;
    alarm::fold(row, event);
    if (!row.open())
        m_now.erase(event.occurrence);
}

std::vector<Occurrence> ReplayAlarms::open() const
{
    std::vector<Occurrence> rows;
    for (const auto &[id, row] : m_now)
        rows.push_back(row);
    return listed(std::move(rows));
}

std::vector<AlarmEvent> ReplayAlarms::newest(std::size_t limit) const
{
    std::vector<AlarmEvent> events;
    for (std::size_t i = m_next - std::min(m_next, limit); i < m_next; ++i)
        events.push_back(m_events[i].second);
    return events;
}

std::uint32_t ReplayAlarms::raisesLast10Min() const
{
    std::uint32_t count = 0;
    for (std::size_t i = m_next; i > 0 && m_events[i - 1].first > m_position - std::chrono::minutes{10}; --i)
        count += alarm::isRaise(m_events[i - 1].second) && !m_events[i - 1].second.suppressed ? 1 : 0;
    return count;
}

} // namespace telltale::replay
