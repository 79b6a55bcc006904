// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"
#include "core/replay/replay_holds.h"

#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace telltale::replay {

/// The alarms as they were at any moment of the past, rebuilt from their transitions. Sounds nothing: `audible` is always off.
/// Times: see TimePlacer.
/// Missing: what is not in the transitions (explanation, first violation, first-out) is that of the stored row, so of its newest raise.
/// Thread: one. Cost: moving forward O(transitions passed); moving back begins anew.
class ReplayAlarms {
public:
    /// `rows`: the stored occurrences; `events`: their transitions, by number. Transitions of unknown occurrences are only listed.
    ReplayAlarms(std::vector<Occurrence> rows, std::vector<AlarmEvent> events);

    void moveTo(UtcTime position);
    /// Open ones, in list order.
    [[nodiscard]] std::vector<Occurrence> open() const;
    /// What was kept from people.
    [[nodiscard]] std::vector<SuppressedAlarm> suppressed() const { return m_holds.suppressed(); }
    /// Changes whenever anything in `open` or `suppressed` may have.
    [[nodiscard]] std::uint64_t revision() const { return m_revision; }
    /// The newest transitions that have happened, oldest first, at most `limit`.
    [[nodiscard]] std::vector<AlarmEvent> newest(std::size_t limit) const;
    /// Raises that people were told of in the ten minutes before the position.
    [[nodiscard]] std::uint32_t raisesLast10Min() const;
    [[nodiscard]] EventSeq lastSeq() const { return m_next == 0 ? 0 : m_events[m_next - 1].second.seq; }

private:
    void take(const AlarmEvent &event);

    std::map<OccurrenceId, Occurrence> m_stored;
    std::vector<std::pair<UtcTime, AlarmEvent>> m_events; ///< with their places in time, which never fall
    std::map<OccurrenceId, Occurrence> m_now;
    ReplayHolds m_holds;
    std::size_t m_next = 0;
    UtcTime m_position = kNoTime;
    std::uint64_t m_revision = 0;
};

} // namespace telltale::replay
