// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarm/alarm_book.h"
#include "core/alarm/alarm_machine.h"
#include "core/alarm/chatter_watch.h"
#include "core/alarm/first_out.h"
#include "core/alarm/flood_meter.h"

#include <compare>
#include <deque>
#include <optional>
#include <set>
#include <unordered_map>

namespace telltale::alarm {

/// What the book knows of one definition.
struct AlarmSlot {
    AlarmDefinition definition; ///< the newest version; an open occurrence may still have an older one
    Regions regions;
    ChatterWatch chatter;
    std::optional<Occurrence> row; ///< open occurrence
    UtcTime deadline = kNoTime;    ///< as it stands in Room::deadlines
    SuppressedAlarm held;          ///< why it is kept from people, if it is; the regions say that it is
};

/// Position in the list; smaller is higher up.
struct ListKey {
    int rank = 0;
    Priority priority = Priority::P1;
    std::int64_t newestFirst = 0; ///< minus the event time of the newest raise
    std::int64_t latestFirst = 0; ///< minus the occurrence's number
    std::size_t slot = 0;

    friend auto operator<=>(const ListKey &, const ListKey &) = default;
};

/// The book's content and the one way to change it: judge by the table, record, fold, put back in order.
struct AlarmBook::Room {
    struct KeyHash {
        std::size_t operator()(const Key &key) const noexcept
        {
            return std::hash<SensorKey>{}(key.first) * 31 + std::hash<std::string>{}(key.second);
        }
    };

    std::deque<AlarmSlot> slots;
    std::unordered_map<Key, std::size_t, KeyHash> byKey;
    std::unordered_map<OccurrenceId, std::size_t> byId; ///< open ones
    std::set<ListKey> order;
    std::set<std::pair<UtcTime, std::size_t>> deadlines;
    FloodMeter flood;
    FirstOut firstOut;
    EventSeq lastSeq = 0;
    OccurrenceId lastOccurrence = 0;
    std::uint64_t revision = 0;
    std::uint64_t suppressionRevision = 0;

    std::size_t slotFor(const AlarmDefinition &definition);
    void restore(const Occurrence &occurrence);
    void restore(const SuppressedAlarm &suppressed);
    std::vector<Recorded> apply(std::size_t slot, const Stimulus &stimulus);
    /// An event that found no alarm at all.
    Recorded refuseUnknown(const SensorKey &source, const Stimulus &stimulus, std::string_view reason);
    /// What is said of an occurrence that is closed.
    Recorded remark(OccurrenceId closed, const Stimulus &stimulus);
    /// Runs the timers of one slot; at most one of them makes an event.
    std::vector<Recorded> fireTimers(std::size_t slot, UtcTime now);

private:
    void unlist(std::size_t slot);
    /// Back into list, deadlines and index after a change.
    void enlist(std::size_t slot);
    [[nodiscard]] UtcTime nextDeadline(const AlarmSlot &slot) const;
    [[nodiscard]] static Stimulus timerOf(const AlarmSlot &slot, UtcTime now);
    void countRaise(AlarmSlot &slot, const Stimulus &stimulus, const Outcome &outcome);
    [[nodiscard]] AlarmEvent eventOf(const AlarmSlot &slot, const Stimulus &stimulus, const Outcome &outcome);
    void updateRow(AlarmSlot &slot, const AlarmEvent &event);
    /// True when it changed.
    bool updateHeld(AlarmSlot &slot, const Stimulus &stimulus, const Outcome &outcome);
};

} // namespace telltale::alarm
