// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logbook/handover.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace telltale::logbook {

namespace {

HandoverAlarm alarmOf(const Occurrence &alarm)
{
    return {alarm.id,    alarm.definition.source, alarm.definition.what, alarm.priority,
            alarm.state, alarm.raisedReceived,    alarm.acked,           alarm.ackedBy.operatorName,
            alarm.owner};
}

/// In the order of the alarm list: who reads both finds the same alarm in the same place.
void takeAlarms(const HandoverFacts &facts, Handover &handover)
{
    std::vector<const Occurrence *> rows;
    for (const Occurrence &alarm : facts.alarms) {
        if (alarm.suppression == Suppression::None)
            rows.push_back(&alarm);
    }
    const auto place = [](const Occurrence *row) {
        // The complement turns an order round as the negative does, which the smallest number does not have.
        return std::tuple(listRank(row->state), row->priority, ~toNanos(row->raised), ~row->id);
    };
    std::sort(rows.begin(), rows.end(), [&](const Occurrence *a, const Occurrence *b) { return place(a) < place(b); });
    for (const Occurrence *row : rows)
        (isUnacknowledged(row->state) ? handover.unacknowledged : handover.acknowledged).push_back(alarmOf(*row));
}

HandoverHold holdOf(const SuppressedAlarm &alarm, const Hold &hold, bool due)
{
    return {alarm.source, alarm.what, alarm.priority, hold.since, hold.until, hold.by.operatorName, hold.reason, due};
}

/// One alarm can be kept from people for more than one reason; each is handed over.
void takeHolds(const HandoverFacts &facts, Handover &handover)
{
    for (const SuppressedAlarm &alarm : facts.suppressed) {
        if (alarm.shelf.holds())
            handover.shelved.push_back(holdOf(alarm, alarm.shelf, alarm.shelf.until < facts.nextTo));
        if (alarm.rule.holds())
            handover.byDesign.push_back(holdOf(alarm, alarm.rule, false));
        if (alarm.outOfService.holds())
            handover.outOfService.push_back(
                holdOf(alarm, alarm.outOfService, alarm.outOfService.until != kNoTime && alarm.outOfService.until < facts.to));
    }
    const auto byEnd = [](const HandoverHold &a, const HandoverHold &b) { return a.until < b.until; };
    std::stable_sort(handover.shelved.begin(), handover.shelved.end(), byEnd);
    std::stable_sort(handover.outOfService.begin(), handover.outOfService.end(), byEnd);
}

void takeFeeds(const HandoverFacts &facts, Handover &handover)
{
    for (const FeedHealth &feed : facts.feeds) {
        if (isDown(feed.state) || feed.gaps > 0 || feed.clockSkewed)
            handover.feeds.push_back({feed.address, std::string(toText(feed.state)), feed.detail, feed.lostSince, feed.gaps});
    }
}

bool isNote(LogbookKind kind)
{
    return kind == LogbookKind::RangeNote || kind == LogbookKind::IncidentNote;
}

void takeNotes(const HandoverFacts &facts, Handover &handover)
{
    const auto ofShift = [&](UtcTime at) { return at >= facts.from && at < facts.to; };
    for (const LogbookEntry &entry : facts.entries) {
        if (isNote(entry.kind) && ofShift(entry.at))
            handover.notes.push_back(
                {entry.at, entry.actor.operatorName, std::string(toText(entry.kind)), entry.source, entry.from, entry.to, entry.text});
    }
    for (const AlarmEvent &event : facts.events) {
        // What the system adds to an alarm is no note of the shift.
        if (event.kind == AlarmEventKind::Comment && event.actor.operatorName != "system" && ofShift(event.at))
            handover.notes.push_back(
                {event.at, event.actor.operatorName, std::string(toText(event.kind)), event.source, kNoTime, kNoTime, event.comment});
    }
    std::stable_sort(handover.notes.begin(), handover.notes.end(),
                     [](const HandoverNote &a, const HandoverNote &b) { return a.at < b.at; });
}

} // namespace

Handover handoverOf(const HandoverFacts &facts)
{
    Handover handover;
    handover.from = facts.from;
    handover.to = facts.to;
    handover.nextTo = facts.nextTo;
    handover.written = facts.now;
    handover.station = facts.outgoing.station;
    handover.outgoing = facts.outgoing.operatorName;
    takeAlarms(facts, handover);
    takeHolds(facts, handover);
    for (const Incident &incident : facts.incidents)
        handover.incidents.push_back({incident.number, incident.title, incident.owner, incident.opened, incident.alarms.size()});
    takeFeeds(facts, handover);
    takeNotes(facts, handover);
    handover.figures = facts.figures;
    handover.text = facts.text;
    return handover;
}

} // namespace telltale::logbook
