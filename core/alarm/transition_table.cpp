// SPDX-License-Identifier: GPL-3.0-or-later
// The table of operators.md §5.4 as data, then the guards it names.
#include "core/alarm/alarm_machine.h"

#include <algorithm>
#include <array>

namespace telltale::alarm {

namespace {

using Kind = AlarmEventKind;
using To = TransitionRow::To;

template <typename... Enum>
constexpr std::uint32_t any(Enum... values)
{
    return (bit(values) | ...);
}

constexpr std::uint32_t A = bit(AlarmState::A);
constexpr std::uint32_t B = bit(AlarmState::B);
constexpr std::uint32_t C = bit(AlarmState::C);
constexpr std::uint32_t D = bit(AlarmState::D);
constexpr std::uint32_t L1 = bit(AlarmState::L1);
constexpr std::uint32_t L2 = bit(AlarmState::L2);
constexpr std::uint32_t E = bit(AlarmState::E);
constexpr std::uint32_t F = bit(AlarmState::F);
constexpr std::uint32_t G = bit(AlarmState::G);
constexpr std::uint32_t kShown = A | B | C | D | L1 | L2;
constexpr std::uint32_t kHidden = E | F | G;
constexpr std::uint32_t kAny = kShown | kHidden;

constexpr std::uint32_t kJudged = any(Kind::Raise, Kind::Clear, Kind::Escalate, Kind::Deescalate);
constexpr std::uint32_t kShelfEnds = any(Kind::Unshelve, Kind::ShelfExpired);
constexpr std::uint32_t kRemarks = any(Kind::Comment, Kind::Verdict, Kind::Assign);

// Guards. The parameters are the state, the event and the configuration; "now" is the event's own time.
using R = const Regions &;
using S = const Stimulus &;
using Def = const AlarmDefinition &;

bool frozen(R r, S s, Def)
{
    return r.quality == Quality::Bad && !r.unverified && !s.removed;
}
bool bad(R r, S, Def)
{
    return r.quality == Quality::Bad && !r.unverified;
}
bool good(R r, S, Def)
{
    return r.quality == Quality::Good && !r.unverified;
}
bool active(R r, S, Def)
{
    return r.condition == Condition::Active || r.condition == Condition::PendingOff;
}
bool inactive(R r, S s, Def d)
{
    return !active(r, s, d);
}
bool latched(R r, S, Def)
{
    return r.latch == LatchState::Latched;
}
bool open(R r, S, Def)
{
    return r.open;
}
bool oneShot(R r, S s, Def d)
{
    return active(r, s, d) && r.shelf == Suppression::ShelvedOneShot;
}
bool latching(R, S, Def d)
{
    return d.latching;
}
bool ackRequired(R, S, Def d)
{
    return d.ackRequired && d.priority != Priority::Diagnostic;
}
bool lessUrgent(R r, S s, Def)
{
    return s.priority && *s.priority > r.priority;
}
bool moreUrgent(R r, S s, Def)
{
    return s.priority && *s.priority < r.priority;
}
bool changedSince(R r, S s, Def)
{
    return s.seenSeq < r.priorityRoseSeq;
}
bool undoTooLate(R r, S s, Def)
{
    return r.acked == kNoTime || s.at - r.acked > kAckUndoWindow;
}
bool otherOperator(R r, S s, Def)
{
    return s.actor.operatorName != r.ackedBy;
}
bool noReason(R, S s, Def)
{
    return s.comment.empty();
}
bool neverShelved(R, S, Def d)
{
    return !d.shelveAllowed;
}
bool badShelfEnd(R r, S s, Def d)
{
    return s.until <= s.at || s.until > s.at + longestShelf(d, r.priority);
}
bool shelfRunning(R r, S s, Def)
{
    return r.shelf != Suppression::None && s.at < r.shelfUntil;
}
bool notOver(R r, S s, Def)
{
    return s.kind == Kind::ShelfExpired && s.at < r.shelfUntil;
}
bool reAlarmDue(R r, S s, Def d)
{
    return d.reAlarm > Duration::zero() && r.acked != kNoTime && s.at - r.acked >= d.reAlarm;
}
bool sounding(R r, S, Def)
{
    return r.audible == Audible::Sounding;
}
bool removed(R, S s, Def)
{
    return s.removed;
}

constexpr auto kRows = std::to_array<TransitionRow>({
    {kAny, kJudged, frozen, To::Same, kRefuse, "quality is bad, the condition is frozen"},

    {A, bit(Kind::Raise), nullptr, To::B, kOpen | kCountRaise | kFirstOut | kTakePriority | kSound | kVerified, {}},
    {D | L1 | L2, bit(Kind::Raise), nullptr, To::B, kCountRaise | kTakePriority | kSound | kDropAck | kVerified, {}},
    {E | F, bit(Kind::Raise), active, To::Same, kRefuse, "already active"},
    {E | F, bit(Kind::Raise), open, To::Same, kActivate | kCountRaise | kTakePriority | kVerified, {}},
    {E | F, bit(Kind::Raise), nullptr, To::Same, kActivate | kOpen | kCountRaise | kTakePriority | kVerified, {}},
    {G, bit(Kind::Raise), inactive, To::Same, kActivate | kVerified, {}},
    {kAny, bit(Kind::Raise), nullptr, To::Same, kRefuse, "already active"},

    {B, bit(Kind::Clear), latching, To::L1, kVerified, {}},
    {B, bit(Kind::Clear), ackRequired, To::D, kSoundOff | kVerified, {}},
    {B, bit(Kind::Clear), nullptr, To::A, kSoundOff | kClose | kVerified, "auto"},
    {C, bit(Kind::Clear), latching, To::L2, kVerified, {}},
    {C, bit(Kind::Clear), nullptr, To::A, kClose | kVerified, "normal"},
    {E, bit(Kind::Clear), oneShot, To::A, kEndSuppression | kClose | kVerified, "shelved"},
    {kHidden, bit(Kind::Clear), active, To::Same, kDeactivate | kVerified, {}},
    {kAny, bit(Kind::Clear), nullptr, To::Same, kRefuse, "not active"},

    {B | C, bit(Kind::Escalate), lessUrgent, To::Same, kRefuse, "that priority is less urgent than the present one"},
    {B | C, bit(Kind::Escalate), nullptr, To::B, kTakePriority | kSound | kDropAck | kVerified, {}},
    {kHidden, bit(Kind::Escalate), active, To::Same, kTakePriority | kVerified, {}},
    {C, bit(Kind::Deescalate), moreUrgent, To::Same, kRefuse, "that priority is more urgent than the present one"},
    {C, bit(Kind::Deescalate), nullptr, To::Same, kTakePriority | kVerified, {}},
    {B, bit(Kind::Deescalate), nullptr, To::Same, kRefuse, "not acknowledged yet: keeps its highest priority"},
    {kAny, any(Kind::Escalate, Kind::Deescalate), nullptr, To::Same, kRefuse, "not active"},

    {B | D | L1, bit(Kind::Ack), changedSince, To::Same, kRefuse, "changed since you looked"},
    {B, bit(Kind::Ack), nullptr, To::C, kSoundOff | kTakeAck, {}},
    {D, bit(Kind::Ack), nullptr, To::A, kTakeAck | kClose, "normal"},
    {L1, bit(Kind::Ack), nullptr, To::L2, kSoundOff | kTakeAck, {}},
    {C | L2, bit(Kind::Ack), nullptr, To::Same, kRefuse, "already acknowledged"},
    {kHidden, bit(Kind::Ack), nullptr, To::Same, kRefuse, "shelved, suppressed or out of service"},
    {kAny, bit(Kind::Ack), nullptr, To::Same, kRefuse, "no open alarm"},

    {C | L2, bit(Kind::AckUndo), undoTooLate, To::Same, kRefuse, "acknowledged more than 10 s ago"},
    {C | L2, bit(Kind::AckUndo), otherOperator, To::Same, kRefuse, "acknowledged by somebody else"},
    {C, bit(Kind::AckUndo), nullptr, To::B, kDropAck | kSound, {}},
    {L2, bit(Kind::AckUndo), nullptr, To::L1, kDropAck | kSound, {}},
    {kAny, bit(Kind::AckUndo), nullptr, To::Same, kRefuse, "not acknowledged"},

    {L2, bit(Kind::Reset), nullptr, To::A, kClose, "reset"},
    {L1, bit(Kind::Reset), nullptr, To::Same, kRefuse, "acknowledge it first"},
    {B | C, bit(Kind::Reset), nullptr, To::Same, kRefuse, "the condition is still active"},
    {kAny, bit(Kind::Reset), nullptr, To::Same, kRefuse, "not latched"},

    {kShown, bit(Kind::Shelve), noReason, To::Same, kRefuse, "a reason is required"},
    {kShown, bit(Kind::Shelve), neverShelved, To::Same, kRefuse, "this alarm must not be shelved"},
    {kShown, bit(Kind::Shelve), badShelfEnd, To::Same, kRefuse, "its end is past, missing or beyond the longest shelf allowed"},
    {kShown, bit(Kind::Shelve), nullptr, To::E, kShelve | kSoundOff, {}},
    {kHidden, bit(Kind::Shelve), nullptr, To::Same, kRefuse, "already shelved, suppressed or out of service"},
    {E, kShelfEnds, notOver, To::Same, kRefuse, "the shelf is not over yet"},
    {E, kShelfEnds, active, To::B, kEndSuppression | kDropAck | kSound, {}},
    {E, kShelfEnds, latched, To::L1, kEndSuppression | kDropAck | kSound, {}},
    {E, kShelfEnds, nullptr, To::A, kEndSuppression | kClose, "shelved"},
    {kAny, kShelfEnds, nullptr, To::Same, kRefuse, "not shelved"},

    {kShown | E, bit(Kind::SuppressOn), nullptr, To::F, kSuppress | kSoundOff, {}},
    {kAny, bit(Kind::SuppressOn), nullptr, To::Same, kRefuse, "already suppressed or out of service"},
    {F, bit(Kind::SuppressOff), shelfRunning, To::E, kEndRule, {}},
    {F, bit(Kind::SuppressOff), active, To::B, kEndSuppression | kDropAck | kSound, {}},
    {F, bit(Kind::SuppressOff), latched, To::L1, kEndSuppression | kDropAck | kSound, {}},
    {F, bit(Kind::SuppressOff), nullptr, To::A, kEndSuppression | kClose, "suppressed"},
    {kAny, bit(Kind::SuppressOff), nullptr, To::Same, kRefuse, "not suppressed"},

    {kShown | E | F, bit(Kind::OosOn), noReason, To::Same, kRefuse, "a reason is required"},
    {kShown | E | F, bit(Kind::OosOn), nullptr, To::G, kEndSuppression | kOutOfService | kSoundOff | kClose, "oos"},
    {kAny, bit(Kind::OosOn), nullptr, To::Same, kRefuse, "already out of service"},
    {G, bit(Kind::OosOff), active, To::B, kEndSuppression | kOpen | kCountRaise | kFirstOut | kTakePriority | kSound, {}},
    {G, bit(Kind::OosOff), nullptr, To::A, kEndSuppression, {}},
    {kAny, bit(Kind::OosOff), nullptr, To::Same, kRefuse, "not out of service"},

    {kAny, bit(Kind::QualityBad), bad, To::Same, kSayNothing, {}},
    {kAny, bit(Kind::QualityBad), nullptr, To::Same, kGoBad, {}},
    {kAny, bit(Kind::QualityGood), good, To::Same, kSayNothing, {}},
    {kAny, bit(Kind::QualityGood), nullptr, To::Same, kGoGood, {}},

    {C, bit(Kind::ReAlarm), reAlarmDue, To::B, kDropAck | kSound, {}},
    {kAny, bit(Kind::ReAlarm), nullptr, To::Same, kRefuse, "no re-alarm is due"},
    {kAny, bit(Kind::Silence), sounding, To::Same, kSilence, {}},
    {kAny, bit(Kind::Silence), nullptr, To::Same, kRefuse, "not sounding"},
    {kAny, bit(Kind::ConfigChanged), removed, To::A, kEndSuppression | kSoundOff | kClose, "config"},
    {kAny, bit(Kind::ConfigChanged), nullptr, To::Same, 0, {}},
    {B | L1, bit(Kind::Restart), nullptr, To::Same, kGoUnverified | kSound, {}},
    {kAny, bit(Kind::Restart), nullptr, To::Same, kGoUnverified, {}},
    {kAny, kRemarks, open, To::Same, 0, {}},
    {kAny, kRemarks, nullptr, To::Same, kRefuse, "no open alarm"},
});

} // namespace

const TransitionRow *tableBegin()
{
    return kRows.data();
}
const TransitionRow *tableEnd()
{
    return kRows.data() + kRows.size();
}

std::string_view closeReason(AlarmState from, AlarmEventKind event)
{
    const auto *row = std::find_if(kRows.begin(), kRows.end(), [&](const TransitionRow &candidate) {
        return (candidate.from & bit(from)) != 0 && (candidate.event & bit(event)) != 0 && (candidate.effects & kClose) != 0;
    });
    return row == kRows.end() ? std::string_view() : row->text;
}

} // namespace telltale::alarm
