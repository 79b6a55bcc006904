// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarm/stimulus.h"
#include "core/model/alarm_event.h"
#include "core/model/suppressed_alarm.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace telltale::alarm {

/// A recorded transition and the occurrence as it now is.
struct Recorded {
    AlarmEvent event;
    Occurrence occurrence; ///< id 0 where there is none, or where the event is a remark on one that is closed
    std::optional<SuppressedAlarm> suppression =
        {}; ///< as it now is, where this changed it; Suppression::None = no longer kept from people
};

/// All alarms: one AlarmMachine's worth of state per definition, numbering of events and occurrences, first-out, chatter, flood, sound.
/// Definitions are found by `source` plus `what`. Every stimulus gives at least one Recorded (IGNORED with a reason where the table has no
/// row, except repeated Q_BAD/Q_GOOD without a change and timers, which are silent).
/// Times: silence, re-alarm, undo, chatter and flood run in our time (`at`), because they are about people; first-out and `raised` go by
/// source time. Report what one step decided in order of source time: the first-out flag never moves. A lone alarm is first-out of its
/// group too.
/// Quality: while it is bad, RAISE, CLEAR, ESCALATE and DEESCALATE are IGNORED; send Q_GOOD before what a fresh reading says. Only
/// "unverified since restart" is lifted by them as well. It ends with the occurrence: a new one starts good. A Clear with `removed` is
/// taken whatever the quality: nobody is left who could ever say better. Acknowledgement: refused with "changed since you looked" when
/// `seenSeq` is older than the newest event that opened or worsened it. A definition that is gone is closed by ConfigChanged with
/// `removed`. Diagnostic alarms are recorded, never listed, sounded or counted. Thread: the alarm thread. Deterministic: same calls, same
/// results. No clock, no I/O. Cost: O(log n) a call, n = open alarms; `openAlarms` copies them all: call it when `revision` changed.
class AlarmBook {
public:
    using Key = std::pair<SensorKey, std::string>; ///< source, what

    struct Start {
        EventSeq lastSeq = 0;
        OccurrenceId lastOccurrence = 0;
        std::vector<Occurrence> open; ///< come back with quality "unverified since restart"; unacknowledged ones sound again. A shelf
                                      ///< that is not in `suppressed` has its end in the row
        std::vector<SuppressedAlarm> suppressed = {}; ///< come back as they were; without an occurrence their condition is inactive
        std::vector<UtcTime> raises = {}; ///< annunciated ones, oldest first: what a flood is counted from goes on over a restart
    };
    AlarmBook();
    explicit AlarmBook(const Start &start);
    ~AlarmBook();
    AlarmBook(AlarmBook &&) noexcept;
    AlarmBook &operator=(AlarmBook &&) noexcept;

    /// A RESTART transition for each open occurrence, with the gap since `lastAlive` in its comment.
    std::vector<Recorded> recordRestart(UtcTime at, UtcTime lastAlive);

    /// Adds or replaces a definition. An open occurrence keeps its old version until the next raise.
    void define(const AlarmDefinition &definition);

    std::vector<Recorded> apply(const Key &alarm, const Stimulus &stimulus);
    /// Operator commands by occurrence: Ack, AckUndo, Reset, and remarks (Comment, Verdict, Assign). A remark on a closed occurrence is
    /// recorded with its number and without a row. Other closed or unknown ids give an IGNORED event without an occurrence.
    std::vector<Recorded> apply(OccurrenceId occurrence, const Stimulus &stimulus);
    /// F8: every sounding alarm is silenced for at most 120 s.
    std::vector<Recorded> silence(UtcTime at, const Actor &actor);
    /// Timers in our own time: end of a silence, re-alarm, end of a shelf, end of chatter.
    std::vector<Recorded> tick(UtcTime now);

    /// Open occurrences in list order: B and L1, then D, then L2, then C; inside each by priority, then newest raise.
    [[nodiscard]] std::vector<Occurrence> openAlarms() const;
    /// Open ones only; the pointers hold until the next call that changes anything.
    [[nodiscard]] const Occurrence *find(OccurrenceId id) const;
    [[nodiscard]] const Occurrence *openFor(const Key &alarm) const;
    /// Changes whenever anything in `openAlarms` did.
    [[nodiscard]] std::uint64_t revision() const;
    [[nodiscard]] EventSeq lastSeq() const;
    /// The next number, for a fact that is no transition: the logbook shares them.
    [[nodiscard]] EventSeq takeNumber();
    /// Everything that is kept from people, by source and what.
    [[nodiscard]] std::vector<SuppressedAlarm> suppressed() const;
    /// Changes whenever anything in `suppressed` did.
    [[nodiscard]] std::uint64_t suppressionRevision() const;
    [[nodiscard]] bool isDefined(const Key &alarm) const;
    /// Null where it is not kept from people. Holds until the next call that changes anything.
    [[nodiscard]] const SuppressedAlarm *heldFor(const Key &alarm) const;
    /// Annunciated raises in the 10 min before `now`; flood from more than 10 until fewer than 5.
    [[nodiscard]] std::uint32_t raisesLast10Min(UtcTime now);
    [[nodiscard]] bool flood() const;

private:
    struct Room;
    std::unique_ptr<Room> m_room;
};

} // namespace telltale::alarm
