// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarm/flood_meter.h"
#include "core/model/snapshot.h"
#include "core/store/store_reader.h"

#include <deque>
#include <memory>
#include <vector>

namespace telltale::replay {

/// A journal that somebody else writes, as it is now: alarms, what is kept from people, incidents, and the newest of what was recorded.
/// Sounds nothing: `audible` is always off. Units: times of the writer's clock. Errors of `read`: as StoreReader; what was known stays.
/// Thread: one. Cost: a reading where nothing was recorded since is a few rows.
class FollowedJournal {
public:
    /// Takes over what has been recorded since the last time. A journal that was begun anew is taken from its beginning.
    [[nodiscard]] Result<void> read(const store::StoreReader &reader);
    /// All of the snapshot that the journal knows. The lists are shared until they change.
    void fill(Snapshot &snapshot);

    /// The writer's newest sign of life; kNoTime before the first.
    [[nodiscard]] UtcTime alive() const { return m_alive; }
    /// The configuration's newest texts.
    [[nodiscard]] const std::vector<store::StoredDefinition> &definitions() const { return m_definitions; }
    /// The transitions that the newest reading brought; after the first one none.
    [[nodiscard]] const std::vector<AlarmEvent> &arrived() const { return m_arrived; }

private:
    [[nodiscard]] Result<void> readRecords(const store::StoreReader &reader, EventSeq through);
    void take(store::RestartState state);

    EventSeq m_lastSeq = 0;
    UtcTime m_alive = kNoTime;
    std::vector<store::StoredDefinition> m_definitions;
    std::shared_ptr<const std::vector<Occurrence>> m_alarms;
    std::shared_ptr<const std::vector<SuppressedAlarm>> m_suppressed;
    std::shared_ptr<const std::vector<Incident>> m_incidents;
    std::deque<AlarmEvent> m_events;
    std::deque<LogbookEntry> m_logbook;
    std::vector<AlarmEvent> m_arrived;
    alarm::FloodMeter m_raises;
};

} // namespace telltale::replay
