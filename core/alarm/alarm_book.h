// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"
#include "core/model/command.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace telltale::alarm {

/// Something that happens to an alarm, before the table has judged it.
struct Stimulus {
    AlarmEventKind kind = AlarmEventKind::Raise;
    UtcTime at = kNoTime;
    UtcTime sourceTime = kNoTime;
    UtcTime firstViolation = kNoTime;
    Actor actor;
    std::string comment;
    EventSeq seenSeq = 0;
    double score = kMissing;
    double limit = kMissing;
    double value = kMissing;
    std::optional<Priority> priority; ///< Escalate/Deescalate: the new one
    Explanation why;                  ///< Raise
};

/// A recorded transition and the occurrence as it now is.
struct Recorded {
    AlarmEvent event;
    Occurrence occurrence; ///< id 0 where there is none
};

/// All alarms: one AlarmMachine's worth of state per definition, numbering of events and occurrences, first-out, chatter, flood, sound.
/// Definitions are found by `source` plus `what`. Every stimulus gives at least one Recorded (IGNORED with a reason where the table has no
/// row, except repeated Q_BAD/Q_GOOD without a change and timers, which are silent). Thread: the alarm thread. Deterministic: same calls,
/// same results. No clock, no I/O.
class AlarmBook {
public:
    using Key = std::pair<SensorKey, std::string>; ///< source, what

    struct Start {
        EventSeq lastSeq = 0;
        OccurrenceId lastOccurrence = 0;
        std::vector<Occurrence> open; ///< come back with quality "unverified since restart"; unacknowledged ones sound again
    };
    AlarmBook();
    explicit AlarmBook(Start start);
    ~AlarmBook();
    AlarmBook(AlarmBook &&) noexcept;
    AlarmBook &operator=(AlarmBook &&) noexcept;

    /// A RESTART transition for each open occurrence, with the gap since `lastAlive` in its comment.
    std::vector<Recorded> recordRestart(UtcTime at, UtcTime lastAlive);

    /// Adds or replaces a definition. An open occurrence keeps its old version until the next raise.
    void define(const AlarmDefinition &definition);

    std::vector<Recorded> apply(const Key &alarm, const Stimulus &stimulus);
    /// Operator commands by occurrence: Ack, AckUndo, Reset, Comment. Unknown ids give an IGNORED event without an occurrence.
    std::vector<Recorded> apply(OccurrenceId occurrence, const Stimulus &stimulus);
    /// F8: every sounding alarm is silenced for at most 120 s.
    std::vector<Recorded> silence(UtcTime at, const Actor &actor);
    /// Timers in our own time: end of silence, re-alarm, ack-undo window.
    std::vector<Recorded> tick(UtcTime now);

    /// Open occurrences in list order: B and L1, then D, then L2, then C; inside each by priority, then newest raise.
    [[nodiscard]] std::vector<Occurrence> openAlarms() const;
    [[nodiscard]] const Occurrence *find(OccurrenceId id) const;
    [[nodiscard]] const Occurrence *openFor(const Key &alarm) const;
    /// Changes whenever anything in `openAlarms` did.
    [[nodiscard]] std::uint64_t revision() const;
    [[nodiscard]] EventSeq lastSeq() const;
    /// Annunciated raises in the 10 min before `now`; flood from more than 10 until fewer than 5.
    [[nodiscard]] std::uint32_t raisesLast10Min(UtcTime now);
    [[nodiscard]] bool flood() const;

private:
    struct Room;
    std::unique_ptr<Room> m_room;
};

} // namespace telltale::alarm
