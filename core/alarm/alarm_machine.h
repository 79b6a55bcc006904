// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarm/stimulus.h"
#include "core/model/alarm_definition.h"
#include "core/model/alarm_state.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace telltale::alarm {

inline constexpr Duration kLongestSilence = std::chrono::seconds{120};
inline constexpr Duration kAckUndoWindow = std::chrono::seconds{10};
inline constexpr Duration kChatterQuiet = std::chrono::seconds{60}; ///< a chattering alarm stays silent this long after its last sound

/// All regions of one definition's alarm, and what the table's guards need to know. A plain value.
struct Regions {
    Condition condition = Condition::Inactive;
    AckState ack = AckState::Acked;
    LatchState latch = LatchState::Clear;
    Quality quality = Quality::Good;
    Audible audible = Audible::Off;
    Suppression shelf = Suppression::None; ///< None, ShelvedTimed or ShelvedOneShot
    bool byDesign = false;
    bool outOfService = false;
    bool unverified = false; ///< nothing fresh since a restart
    bool open = false;       ///< an occurrence is open
    bool chattering = false; ///< set by whoever counts the raises, before the step
    Priority priority = Priority::P2;
    EventSeq priorityRoseSeq = 0; ///< set by whoever numbers the events, after the step
    UtcTime silencedUntil = kNoTime;
    UtcTime lastSound = kNoTime; ///< latest moment at which it was known to sound
    UtcTime shelfUntil = kNoTime;
    UtcTime acked = kNoTime;
    std::string ackedBy; ///< operator's name

    friend bool operator==(const Regions &, const Regions &) = default;
};

/// What else has to happen; the regions themselves have already been changed.
enum Effect : std::uint32_t {
    kOpen = 1U << 0,       ///< a new occurrence begins
    kCountRaise = 1U << 1, ///< one more raise of the occurrence
    kFirstOut = 1U << 2,   ///< ask whether it is the first of its group
    kClose = 1U << 3,      ///< the occurrence ends; the row's text is the reason
    kSound = 1U << 4,
    kSoundOff = 1U << 5,
    kSilence = 1U << 6,
    kTakeAck = 1U << 7,
    kDropAck = 1U << 8,
    kTakePriority = 1U << 9,
    kActivate = 1U << 10, ///< condition moves, the displayed state does not
    kDeactivate = 1U << 11,
    kShelve = 1U << 12,
    kSuppress = 1U << 13,
    kOutOfService = 1U << 14,
    kEndSuppression = 1U << 15, ///< shelf, rule and out of service
    kEndRule = 1U << 16,
    kGoBad = 1U << 17,
    kGoGood = 1U << 18,
    kGoUnverified = 1U << 19,
    kVerified = 1U << 20, ///< a fresh judgement: no longer unverified
    kRefuse = 1U << 21,   ///< journaled as IGNORED; the row's text is the reason
    kSayNothing = 1U << 22,
};

/// One allowed (or expressly refused) transition. Rows are tried in order: the first whose guard holds decides.
struct TransitionRow {
    using Guard = bool (*)(const Regions &, const Stimulus &, const AlarmDefinition &);
    enum class To : std::uint8_t { A, B, C, D, L1, L2, E, F, G, Same }; ///< A … G as in AlarmState

    std::uint32_t from;  ///< set of AlarmState, see `bit`
    std::uint32_t event; ///< set of AlarmEventKind, see `bit`
    Guard guard;         ///< null: always
    To to;
    std::uint32_t effects; ///< set of Effect
    std::string_view text; ///< reason of a kClose or kRefuse
};

struct Outcome {
    Regions next;
    AlarmState from = AlarmState::A;
    AlarmState to = AlarmState::A;
    std::uint32_t effects = 0;
    std::string_view text; ///< why it closed or was refused

    [[nodiscard]] bool has(Effect effect) const { return (effects & effect) != 0; }
};

template <typename Enum>
[[nodiscard]] constexpr std::uint32_t bit(Enum value)
{
    return 1U << static_cast<unsigned>(value);
}

/// The transition table of operators.md §5.4, all of it: one entry per row and guard, then the refusals with their reasons.
[[nodiscard]] const TransitionRow *tableBegin();
[[nodiscard]] const TransitionRow *tableEnd();
/// The reason that the table gives when `event` closes an occurrence in state `from`; empty when it does not.
[[nodiscard]] std::string_view closeReason(AlarmState from, AlarmEventKind event);

/// What a row shows, as a function of the regions.
[[nodiscard]] AlarmState stateOf(const Regions &regions);
[[nodiscard]] Suppression suppressionOf(const Regions &regions); ///< the strongest one
/// The condition, acknowledgement and latch regions of a displayed state; E, F and G leave them as they are.
void enter(AlarmState to, Condition &condition, AckState &ack, LatchState &latch);

/// The priority after `event`. A raise takes the definition's, but never makes an unacknowledged alarm less urgent.
[[nodiscard]] Priority priorityAfter(const Regions &before, const Stimulus &event, const AlarmDefinition &definition);

/// One step: (state, event, config, now = event.at) -> (state, effects). An event without a row comes back with kRefuse.
/// Pure: no clock, no I/O, no memory of its own. Cost: one walk over the rows of the table.
[[nodiscard]] Outcome step(const Regions &before, const Stimulus &event, const AlarmDefinition &definition);

/// The end of a silence: sounds again where it should. Not an event of the table: Audible is never stored.
[[nodiscard]] Regions wake(const Regions &before, UtcTime now);

/// Longest shelf allowed: what the definition says, else P1 1 h, P2 8 h, P3 and diagnostic 24 h.
[[nodiscard]] Duration longestShelf(const AlarmDefinition &definition, Priority priority);

} // namespace telltale::alarm
