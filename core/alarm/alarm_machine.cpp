// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarm/alarm_machine.h"

#include <algorithm>
#include <array>
#include <utility>

namespace telltale::alarm {

namespace {

using To = TransitionRow::To;

constexpr TransitionRow kNoRow{0, 0, nullptr, To::Same, kRefuse, "not possible in this state"};

const TransitionRow &rowFor(const Regions &before, const Stimulus &event, const AlarmDefinition &definition)
{
    const std::uint32_t from = bit(stateOf(before));
    const std::uint32_t kind = bit(event.kind);
    const auto *row = std::find_if(tableBegin(), tableEnd(), [&](const TransitionRow &candidate) {
        return (candidate.from & from) != 0 && (candidate.event & kind) != 0
               && (candidate.guard == nullptr || candidate.guard(before, event, definition));
    });
    return row == tableEnd() ? kNoRow : *row;
}

void sound(Regions &r, const Stimulus &event, const AlarmDefinition &definition)
{
    r.silencedUntil = kNoTime;
    r.audible = Audible::Off;
    if (!definition.annunciate || r.priority == Priority::Diagnostic)
        return;
    r.audible = Audible::Sounding;
    const bool quiet = event.kind == AlarmEventKind::Raise && r.chattering && r.lastSound != kNoTime;
    if (quiet && event.at < r.lastSound + kChatterQuiet) {
        r.audible = Audible::Silenced;
        r.silencedUntil = r.lastSound + kChatterQuiet;
    }
}

void quieten(Regions &r, Audible audible, UtcTime until)
{
    r.audible = audible;
    r.silencedUntil = until;
}

void takeAck(Regions &r, UtcTime at, const std::string &by)
{
    r.acked = at;
    r.ackedBy = by;
}

void endSuppression(Regions &r)
{
    r.shelf = Suppression::None;
    r.shelfUntil = kNoTime;
    r.byDesign = false;
    r.outOfService = false;
}

void setQuality(Regions &r, Quality quality, bool unverified)
{
    r.quality = quality;
    r.unverified = unverified;
}

void shelve(Regions &r, const Stimulus &event)
{
    r.shelf = event.oneShot ? Suppression::ShelvedOneShot : Suppression::ShelvedTimed;
    r.shelfUntil = event.until;
}

void open(Regions &r)
{
    r.open = true;
    r.ack = AckState::Unacked;
    r.latch = LatchState::Clear;
    takeAck(r, kNoTime, {});
}

/// Quality is the open occurrence's: nobody reports on an alarm that is not there, and a stale "bad" would swallow its next raise.
void close(Regions &r)
{
    setQuality(r, Quality::Good, false);
    r.open = false;
    r.ack = AckState::Acked;
    r.latch = LatchState::Clear;
    takeAck(r, kNoTime, {});
}

void deactivate(Regions &r, const AlarmDefinition &definition)
{
    r.condition = Condition::Inactive;
    if (definition.latching && r.open)
        r.latch = LatchState::Latched;
}

/// One job per effect, done in this order.
struct EffectRule {
    Effect effect;
    void (*apply)(Regions &, const Stimulus &, const AlarmDefinition &);
};

constexpr auto kEffects = std::to_array<EffectRule>({
    {kVerified,
     [](Regions &r, const Stimulus &, const AlarmDefinition &) { setQuality(r, r.unverified ? Quality::Good : r.quality, false); }},
    {kEndSuppression, [](Regions &r, const Stimulus &, const AlarmDefinition &) { endSuppression(r); }},
    {kEndRule, [](Regions &r, const Stimulus &, const AlarmDefinition &) { r.byDesign = false; }},
    {kOpen, [](Regions &r, const Stimulus &, const AlarmDefinition &) { open(r); }},
    {kActivate, [](Regions &r, const Stimulus &, const AlarmDefinition &) { r.condition = Condition::Active; }},
    {kDeactivate, [](Regions &r, const Stimulus &, const AlarmDefinition &d) { deactivate(r, d); }},
    {kTakeAck, [](Regions &r, const Stimulus &s, const AlarmDefinition &) { takeAck(r, s.at, s.actor.operatorName); }},
    {kDropAck, [](Regions &r, const Stimulus &, const AlarmDefinition &) { takeAck(r, kNoTime, {}); }},
    {kSoundOff, [](Regions &r, const Stimulus &, const AlarmDefinition &) { quieten(r, Audible::Off, kNoTime); }},
    {kSilence, [](Regions &r, const Stimulus &s, const AlarmDefinition &) { quieten(r, Audible::Silenced, s.at + kLongestSilence); }},
    {kSound, [](Regions &r, const Stimulus &s, const AlarmDefinition &d) { sound(r, s, d); }},
    {kGoBad, [](Regions &r, const Stimulus &, const AlarmDefinition &) { setQuality(r, Quality::Bad, false); }},
    {kGoGood, [](Regions &r, const Stimulus &, const AlarmDefinition &) { setQuality(r, Quality::Good, false); }},
    {kGoUnverified, [](Regions &r, const Stimulus &, const AlarmDefinition &) { setQuality(r, Quality::Bad, true); }},
    {kShelve, [](Regions &r, const Stimulus &s, const AlarmDefinition &) { shelve(r, s); }},
    {kSuppress, [](Regions &r, const Stimulus &, const AlarmDefinition &) { r.byDesign = true; }},
    {kOutOfService, [](Regions &r, const Stimulus &, const AlarmDefinition &) { r.outOfService = true; }},
    {kClose, [](Regions &r, const Stimulus &, const AlarmDefinition &) { close(r); }},
});

} // namespace

Suppression suppressionOf(const Regions &regions)
{
    if (regions.outOfService)
        return Suppression::OutOfService;
    return regions.byDesign ? Suppression::ByDesign : regions.shelf;
}

AlarmState stateOf(const Regions &regions)
{
    constexpr std::array<AlarmState, 5> kHidden{AlarmState::A, AlarmState::E, AlarmState::E, AlarmState::F, AlarmState::G};
    if (const Suppression suppression = suppressionOf(regions); suppression != Suppression::None)
        return kHidden[static_cast<std::size_t>(suppression)];
    const bool acked = regions.ack == AckState::Acked;
    if (regions.condition == Condition::Active || regions.condition == Condition::PendingOff)
        return acked ? AlarmState::C : AlarmState::B;
    if (regions.latch == LatchState::Latched)
        return acked ? AlarmState::L2 : AlarmState::L1;
    return acked ? AlarmState::A : AlarmState::D;
}

void enter(AlarmState to, Condition &condition, AckState &ack, LatchState &latch)
{
    if (to > AlarmState::L2)
        return;
    const bool active = to == AlarmState::B || to == AlarmState::C;
    condition = active ? Condition::Active : Condition::Inactive;
    ack = isUnacknowledged(to) ? AckState::Unacked : AckState::Acked;
    if (!active)
        latch = to == AlarmState::L1 || to == AlarmState::L2 ? LatchState::Latched : LatchState::Clear;
}

Priority priorityAfter(const Regions &before, const Stimulus &event, const AlarmDefinition &definition)
{
    if (event.kind == AlarmEventKind::Escalate || event.kind == AlarmEventKind::Deescalate)
        return event.priority.value_or(before.priority);
    const bool unseen = before.open && before.ack == AckState::Unacked;
    return unseen ? std::min(before.priority, definition.priority) : definition.priority;
}

Outcome step(const Regions &before, const Stimulus &event, const AlarmDefinition &definition)
{
    const TransitionRow &row = rowFor(before, event, definition);
    Outcome outcome{before, stateOf(before), stateOf(before), row.effects, row.text};
    Regions &next = outcome.next;
    if (outcome.has(kRefuse) || outcome.has(kSayNothing))
        return outcome;
    if (before.audible == Audible::Sounding)
        next.lastSound = std::max(next.lastSound, event.at);
    if (outcome.has(kTakePriority))
        next.priority = priorityAfter(before, event, definition);
    if (row.to != To::Same)
        enter(static_cast<AlarmState>(row.to), next.condition, next.ack, next.latch);
    for (const EffectRule &rule : kEffects)
        if (outcome.has(rule.effect))
            rule.apply(next, event, definition);
    if (next.audible == Audible::Sounding)
        next.lastSound = std::max(next.lastSound, event.at);
    outcome.to = stateOf(next);
    return outcome;
}

Regions wake(const Regions &before, UtcTime now)
{
    Regions next = before;
    if (before.audible != Audible::Silenced || now < before.silencedUntil)
        return next;
    next.audible = Audible::Sounding;
    next.silencedUntil = kNoTime;
    next.lastSound = std::max(next.lastSound, now);
    return next;
}

Duration longestShelf(const AlarmDefinition &definition, Priority priority)
{
    if (definition.shelveMax > Duration::zero())
        return definition.shelveMax;
    constexpr std::array<int, 5> kHours{1, 1, 8, 24, 24};
    return std::chrono::hours{kHours[static_cast<std::size_t>(priority)]};
}

} // namespace telltale::alarm
