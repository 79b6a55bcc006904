// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logbook/incident_book.h"
#include "core/model/alarm_event.h"
#include "core/model/logbook_entry.h"

#include <span>
#include <utility>
#include <vector>

namespace telltale::replay {

/// The logbook and its incidents as they were at any moment of the past. An entry is placed in time between the transitions whose numbers
/// surround its own, as an acknowledgement is. Thread: one. Cost: moving forward O(entries passed); moving back begins anew.
class ReplayLogbook {
public:
    /// Both by number.
    ReplayLogbook(std::vector<LogbookEntry> entries, std::span<const AlarmEvent> events);

    void moveTo(UtcTime position);
    [[nodiscard]] std::vector<Incident> openIncidents() const { return m_book.open(); }
    /// Changes whenever anything in `openIncidents` may have.
    [[nodiscard]] std::uint64_t revision() const { return m_revision; }
    /// The newest entries that had been written, oldest first, at most `limit`.
    [[nodiscard]] std::vector<LogbookEntry> newest(std::size_t limit) const;

private:
    std::vector<std::pair<UtcTime, LogbookEntry>> m_entries; ///< with their places, which never fall
    logbook::IncidentBook m_book;
    std::size_t m_next = 0;
    UtcTime m_position = kNoTime;
    std::uint64_t m_revision = 0;
};

} // namespace telltale::replay
