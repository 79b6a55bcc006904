// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/followed_journal.h"

#include "core/alarm/occurrence_fold.h"
#include "core/logbook/incident_book.h"
#include "core/replay/listed_alarms.h"

#include <algorithm>
#include <utility>

namespace telltale::replay {

namespace {

/// The horn is that of the program which writes: two on one desk would be one too many.
std::vector<Occurrence> silently(std::vector<Occurrence> rows)
{
    for (Occurrence &row : rows)
        row.audible = Audible::Off;
    return rows;
}

template <typename Row>
void keepNewest(std::deque<Row> &kept, const std::vector<Row> &arrived, std::size_t limit)
{
    kept.insert(kept.end(), arrived.begin(), arrived.end());
    kept.erase(kept.begin(), kept.end() - static_cast<std::ptrdiff_t>(std::min(kept.size(), limit)));
}

} // namespace

Result<void> FollowedJournal::read(const store::StoreReader &reader)
{
    m_arrived.clear();
    auto state = reader.restartState();
    if (!state)
        return state.error();
    m_alive = state->lastAlive;
    if (m_alarms && state->lastSeq == m_lastSeq)
        return {};
    if (state->lastSeq < m_lastSeq)
        *this = {};
    const bool first = !m_alarms;
    if (auto records = readRecords(reader, state->lastSeq); !records)
        return records;
    if (first)
        m_arrived.clear();
    take(std::move(*state));
    return {};
}

/// What is younger than the state belongs to the next reading: lists and records are of one moment.
Result<void> FollowedJournal::readRecords(const store::StoreReader &reader, EventSeq through)
{
    const auto oldestFirst = [through](auto &rows) {
        std::erase_if(rows, [through](const auto &row) { return row.seq > through; });
        std::reverse(rows.begin(), rows.end());
    };
    auto events = reader.events(
        {.since = {}, .until = {}, .occurrence = {}, .afterSeq = m_lastSeq, .limit = Snapshot::kMaxEvents, .newestFirst = true});
    if (!events)
        return events.error();
    auto entries = reader.logbook({.afterSeq = m_lastSeq, .limit = Snapshot::kMaxLogbook, .newestFirst = true});
    if (!entries)
        return entries.error();
    oldestFirst(*events);
    oldestFirst(*entries);
    for (const AlarmEvent &event : *events)
        if (alarm::isRaise(event) && !event.suppressed)
            m_raises.add(event.at);
    keepNewest(m_events, *events, Snapshot::kMaxEvents);
    keepNewest(m_logbook, *entries, Snapshot::kMaxLogbook);
    m_arrived = std::move(*events);
    return {};
}

void FollowedJournal::take(store::RestartState state)
{
    m_alive = state.lastAlive;
    m_lastSeq = state.lastSeq;
    m_definitions = std::move(state.definitions);
    m_alarms = std::make_shared<const std::vector<Occurrence>>(silently(listed(std::move(state.open))));
    m_suppressed = std::make_shared<const std::vector<SuppressedAlarm>>(std::move(state.suppressed));
    m_incidents = std::make_shared<const std::vector<Incident>>(logbook::IncidentBook(state.incidents, state.lastSubject).open());
}

void FollowedJournal::fill(Snapshot &snapshot)
{
    snapshot.alarms = m_alarms ? m_alarms : std::make_shared<const std::vector<Occurrence>>();
    snapshot.suppressed = m_suppressed ? m_suppressed : std::make_shared<const std::vector<SuppressedAlarm>>();
    snapshot.incidents = m_incidents ? m_incidents : std::make_shared<const std::vector<Incident>>();
    snapshot.events.assign(m_events.begin(), m_events.end());
    snapshot.logbook.assign(m_logbook.begin(), m_logbook.end());
    snapshot.storedThrough = m_lastSeq;
    snapshot.raisesLast10Min = m_raises.count(m_alive);
    snapshot.flood = m_raises.flood();
}

} // namespace telltale::replay
