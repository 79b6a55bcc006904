// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarm/alarm_room.h"

#include "core/alarm/occurrence_fold.h"

#include <algorithm>

namespace telltale::alarm {

namespace {

/// One entry a sensor, of when it was farthest beyond its limit: one that comes and goes all day must not swell the alarm.
void join(std::vector<Explanation::Joined> &all, const Explanation::Joined &one)
{
    const auto known = std::find_if(all.begin(), all.end(), [&](const auto &each) { return each.sensor == one.sensor; });
    if (known == all.end())
        all.push_back(one);
    else if (one.score * known->limit > known->score * one.limit)
        *known = one;
}

UtcTime sourceOr(const Stimulus &stimulus)
{
    return stimulus.sourceTime == kNoTime ? stimulus.at : stimulus.sourceTime;
}

ListKey listKey(const Occurrence &row, std::size_t slot)
{
    return {listRank(row.state), row.priority, -toNanos(row.raised), -static_cast<std::int64_t>(row.id), slot};
}

/// The journal's words for something that had no effect; the operator's own words are kept.
std::string refusal(const Stimulus &stimulus, std::string_view reason)
{
    std::string text(toText(stimulus.kind));
    text.append(" ignored: ").append(reason);
    if (!stimulus.comment.empty())
        text.append("; said with it: ").append(stimulus.comment);
    return text;
}

AlarmEvent plainEvent(const Stimulus &stimulus)
{
    AlarmEvent event;
    event.kind = stimulus.kind;
    event.at = stimulus.at;
    event.sourceTime = stimulus.sourceTime;
    event.actor = stimulus.actor;
    event.comment = stimulus.comment;
    event.score = stimulus.score;
    event.limit = stimulus.limit;
    event.value = stimulus.value;
    event.until = stimulus.until;
    event.oneShot = stimulus.oneShot;
    event.verdict = stimulus.verdict;
    return event;
}

Hold holdOf(const Stimulus &stimulus)
{
    return {stimulus.at, stimulus.until, stimulus.actor, stimulus.comment, stimulus.oneShot};
}

/// Those of the three that the regions no longer have are over.
void dropEnded(SuppressedAlarm &held, const Regions &regions)
{
    if (regions.shelf == Suppression::None)
        held.shelf = {};
    if (!regions.byDesign)
        held.rule = {};
    if (!regions.outOfService)
        held.outOfService = {};
}

Regions regionsOf(const Occurrence &row)
{
    Regions regions;
    regions.condition = row.condition;
    regions.ack = row.ack;
    regions.latch = row.latch;
    regions.quality = row.quality;
    regions.open = true;
    regions.priority = row.priority;
    regions.priorityRoseSeq = row.priorityRoseSeq;
    regions.acked = row.acked;
    regions.ackedBy = row.ackedBy.operatorName;
    regions.byDesign = row.suppression == Suppression::ByDesign;
    if (row.suppression == Suppression::ShelvedTimed || row.suppression == Suppression::ShelvedOneShot) {
        regions.shelf = row.suppression;
        regions.shelfUntil = row.shelfUntil == kNoTime ? UtcTime{} : row.shelfUntil; // without an end the first tick ends it
    }
    return regions;
}

bool annunciated(const AlarmSlot &slot, AlarmState to)
{
    return to == AlarmState::B && slot.definition.annunciate && slot.regions.priority != Priority::Diagnostic;
}

} // namespace

std::size_t AlarmBook::Room::slotFor(const AlarmDefinition &definition)
{
    const auto [entry, isNew] = byKey.try_emplace(Key{definition.source, definition.what}, slots.size());
    if (isNew) {
        AlarmSlot &slot = slots.emplace_back();
        slot.definition = definition;
        slot.regions.priority = definition.priority;
    }
    return entry->second;
}

void AlarmBook::Room::restore(const Occurrence &occurrence)
{
    const std::size_t index = slotFor(occurrence.definition);
    AlarmSlot &slot = slots[index];
    if (slot.row && slot.row->id > occurrence.id)
        return;
    unlist(index);
    lastSeq = std::max(lastSeq, occurrence.lastSeq);
    lastOccurrence = std::max(lastOccurrence, occurrence.id);
    slot.row = occurrence;
    Stimulus restart;
    restart.kind = AlarmEventKind::Restart;
    restart.at = occurrence.raisedReceived;
    slot.regions = step(regionsOf(occurrence), restart, occurrence.definition).next;
    slot.row->quality = slot.regions.quality;
    slot.row->unverifiedSinceRestart = slot.regions.unverified;
    slot.row->audible = slot.regions.audible;
    slot.row->silencedUntil = slot.regions.silencedUntil;
    slot.row->chattering = false;
    enlist(index);
}

void AlarmBook::Room::restore(const SuppressedAlarm &suppressed)
{
    AlarmDefinition definition;
    definition.source = suppressed.source;
    definition.what = suppressed.what;
    definition.priority = suppressed.priority;
    const std::size_t index = slotFor(definition);
    AlarmSlot &slot = slots[index];
    unlist(index);
    slot.held = suppressed;
    slot.held.occurrence = slot.row ? slot.row->id : 0;
    Regions &regions = slot.regions;
    regions.shelf = !suppressed.shelf.holds()  ? Suppression::None
                    : suppressed.shelf.oneShot ? Suppression::ShelvedOneShot
                                               : Suppression::ShelvedTimed;
    regions.shelfUntil = suppressed.shelf.until;
    regions.byDesign = suppressed.rule.holds();
    regions.outOfService = suppressed.outOfService.holds();
    slot.held.suppression = suppressionOf(regions);
    slot.held.condition = regions.condition;
    ++suppressionRevision;
    enlist(index);
}

void AlarmBook::Room::unlist(std::size_t index)
{
    AlarmSlot &slot = slots[index];
    if (slot.deadline != kNoTime)
        deadlines.erase({slot.deadline, index});
    slot.deadline = kNoTime;
    if (!slot.row)
        return;
    ++revision;
    order.erase(listKey(*slot.row, index));
    byId.erase(slot.row->id);
}

void AlarmBook::Room::enlist(std::size_t index)
{
    AlarmSlot &slot = slots[index];
    slot.deadline = nextDeadline(slot);
    if (slot.deadline != kNoTime)
        deadlines.insert({slot.deadline, index});
    if (!slot.row)
        return;
    ++revision;
    byId[slot.row->id] = index;
    if (slot.row->priority != Priority::Diagnostic)
        order.insert(listKey(*slot.row, index));
}

UtcTime AlarmBook::Room::nextDeadline(const AlarmSlot &slot) const
{
    UtcTime next = kNoTime;
    const auto consider = [&next](bool runs, UtcTime end) { next = runs && (next == kNoTime || end < next) ? end : next; };
    const AlarmState state = stateOf(slot.regions);
    consider(slot.regions.audible == Audible::Silenced, slot.regions.silencedUntil);
    consider(state == AlarmState::E, slot.regions.shelfUntil);
    if (slot.row) {
        const Duration reAlarm = slot.row->definition.reAlarm;
        consider(state == AlarmState::C && reAlarm > Duration::zero() && slot.regions.acked != kNoTime, slot.regions.acked + reAlarm);
        consider(slot.row->chattering, slot.chatter.end());
        const Escalation &escalate = slot.row->definition.escalate;
        consider(state == AlarmState::B && escalate.unacknowledged > Duration::zero() && escalate.priority < slot.regions.priority
                     && slot.regions.quality != Quality::Bad,
                 slot.row->raisedReceived + escalate.unacknowledged);
    }
    return next;
}

Stimulus AlarmBook::Room::timerOf(const AlarmSlot &slot, UtcTime now)
{
    Stimulus timer;
    timer.at = now;
    timer.actor.operatorName = "system";
    switch (stateOf(slot.regions)) {
    case AlarmState::E: timer.kind = AlarmEventKind::ShelfExpired; break;
    case AlarmState::B:
        timer.kind = AlarmEventKind::Escalate;
        timer.priority = slot.row->definition.escalate.priority;
        timer.comment = "not acknowledged in time";
        break;
    default: timer.kind = AlarmEventKind::ReAlarm; break;
    }
    return timer;
}

std::vector<Recorded> AlarmBook::Room::fireTimers(std::size_t index, UtcTime now)
{
    unlist(index);
    AlarmSlot &slot = slots[index];
    slot.regions = wake(slot.regions, now);
    slot.regions.chattering = slot.chatter.chattering(now);
    if (slot.row) {
        slot.row->audible = slot.regions.audible;
        slot.row->silencedUntil = slot.regions.silencedUntil;
        slot.row->chattering = slot.regions.chattering;
    }
    enlist(index);
    if (slot.deadline == kNoTime || slot.deadline > now)
        return {};
    return apply(index, timerOf(slot, now));
}

Recorded AlarmBook::Room::refuseUnknown(const SensorKey &source, const Stimulus &stimulus, std::string_view reason)
{
    Recorded recorded;
    recorded.event = plainEvent(stimulus);
    recorded.event.seq = ++lastSeq;
    recorded.event.source = source;
    recorded.event.kind = AlarmEventKind::Ignored;
    recorded.event.comment = refusal(stimulus, reason);
    return recorded;
}

Recorded AlarmBook::Room::remark(OccurrenceId closed, const Stimulus &stimulus)
{
    Recorded recorded;
    AlarmEvent &event = recorded.event;
    event = plainEvent(stimulus);
    event.seq = ++lastSeq;
    event.occurrence = closed;
    event.source = stimulus.alarm.source;
    event.what = stimulus.alarm.what;
    if (const auto known = byKey.find({event.source, event.what}); known != byKey.end())
        event.priority = slots[known->second].definition.priority;
    return recorded;
}

AlarmEvent AlarmBook::Room::eventOf(const AlarmSlot &slot, const Stimulus &stimulus, const Outcome &outcome)
{
    AlarmEvent event = plainEvent(stimulus);
    event.seq = ++lastSeq;
    event.occurrence = slot.row ? slot.row->id : 0;
    event.source = slot.definition.source;
    event.what = slot.definition.what;
    event.from = outcome.from;
    event.to = outcome.to;
    event.priority = outcome.next.priority;
    event.definitionVersion = slot.row ? slot.row->definition.version : slot.definition.version;
    event.suppressed = suppressionOf(outcome.next) != Suppression::None;
    if (stimulus.kind == AlarmEventKind::Raise && event.suppressed) {
        // A shelf that began before the occurrence is not among its events: said again, so that they alone rebuild it.
        event.until = outcome.next.shelfUntil;
        event.oneShot = outcome.next.shelf == Suppression::ShelvedOneShot;
    }
    if (outcome.has(kRefuse)) {
        event.kind = AlarmEventKind::Ignored;
        event.comment = refusal(stimulus, outcome.text);
    }
    return event;
}

/// A raise opens an occurrence or counts into the open one; from here on the newest version of the definition holds.
void AlarmBook::Room::countRaise(AlarmSlot &slot, const Stimulus &stimulus, const Outcome &outcome)
{
    if (outcome.has(kOpen)) {
        slot.row.emplace();
        slot.row->id = ++lastOccurrence;
    }
    Occurrence &row = *slot.row;
    row.definition = slot.definition;
    row.firstViolation = stimulus.firstViolation;
    row.why = stimulus.why;
    row.why.definitionVersion = slot.definition.version;
    if (!annunciated(slot, outcome.to))
        return;
    flood.add(stimulus.at);
    const std::string &group = slot.definition.firstOutGroup.empty() ? slot.definition.source.asset : slot.definition.firstOutGroup;
    const bool first = firstOut.raised(group, sourceOr(stimulus));
    row.firstOut = row.firstOut || (first && outcome.has(kFirstOut));
}

void AlarmBook::Room::updateRow(AlarmSlot &slot, const AlarmEvent &event)
{
    Occurrence &row = *slot.row;
    fold(row, event);
    row.suppression = suppressionOf(slot.regions);
    row.shelfUntil = slot.regions.shelfUntil;
    row.shelfOneShot = slot.regions.shelf == Suppression::ShelvedOneShot;
    row.audible = slot.regions.audible;
    row.silencedUntil = slot.regions.silencedUntil;
    row.chattering = row.open() && slot.chatter.chattering(event.at);
    slot.regions.priorityRoseSeq = row.priorityRoseSeq;
    if (!row.open())
        slot.regions.priority = slot.definition.priority;
}

bool AlarmBook::Room::updateHeld(AlarmSlot &slot, const Stimulus &stimulus, const Outcome &outcome)
{
    SuppressedAlarm now = slot.held;
    if (outcome.has(kShelve))
        now.shelf = holdOf(stimulus);
    if (outcome.has(kSuppress))
        now.rule = holdOf(stimulus);
    if (outcome.has(kOutOfService))
        now.outOfService = holdOf(stimulus);
    dropEnded(now, slot.regions);
    now.suppression = suppressionOf(slot.regions);
    const bool hidden = now.suppression != Suppression::None;
    if (!hidden && slot.held.suppression == Suppression::None)
        return false;
    now.source = slot.definition.source;
    now.what = slot.definition.what;
    now.priority = slot.regions.priority;
    now.condition = slot.regions.condition;
    now.occurrence = slot.row && slot.row->open() ? slot.row->id : 0;
    now.raises = slot.held.suppression == Suppression::None ? 0 : now.raises;
    now.raises += hidden && stimulus.kind == AlarmEventKind::Raise && !outcome.has(kRefuse) ? 1 : 0;
    if (now == slot.held)
        return false;
    slot.held = std::move(now);
    ++suppressionRevision;
    return true;
}

std::vector<Recorded> AlarmBook::Room::apply(std::size_t index, const Stimulus &stimulus)
{
    AlarmSlot &slot = slots[index];
    const bool raises = stimulus.kind == AlarmEventKind::Raise;
    ChatterWatch chatter = slot.chatter;
    if (raises)
        chatter.raised(stimulus.at);
    Regions before = slot.regions;
    before.chattering = chatter.chattering(stimulus.at);
    const AlarmDefinition &definition = slot.row && !raises ? slot.row->definition : slot.definition;
    const Outcome outcome = step(before, stimulus, definition);
    if (outcome.has(kSayNothing))
        return {};
    unlist(index);
    slot.regions = outcome.next;
    if (outcome.has(kCountRaise)) {
        slot.chatter = chatter;
        countRaise(slot, stimulus, outcome);
    }
    std::vector<Recorded> recorded(1);
    recorded.front().event = eventOf(slot, stimulus, outcome);
    if (slot.row) {
        if (stimulus.joined)
            join(slot.row->why.joined, *stimulus.joined);
        updateRow(slot, recorded.front().event);
        recorded.front().occurrence = *slot.row;
    }
    if (updateHeld(slot, stimulus, outcome))
        recorded.front().suppression = slot.held;
    if (slot.row && !slot.row->open())
        slot.row.reset();
    enlist(index);
    return recorded;
}

} // namespace telltale::alarm
