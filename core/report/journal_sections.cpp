// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_text.h"
#include "core/report/report_sections.h"

#include <algorithm>

namespace telltale::report {

namespace {

bool isOfPeople(const AlarmEvent &event)
{
    return event.kind != AlarmEventKind::Ignored && !event.actor.operatorName.empty() && event.actor.operatorName != "system";
}

template <typename Wanted>
std::vector<const AlarmEvent *> those(const ReportContext &context, Wanted wanted)
{
    std::vector<const AlarmEvent *> events;
    std::ranges::copy_if(context.timeline(), std::back_inserter(events), [&](const AlarmEvent *event) { return wanted(*event); });
    return events;
}

/// Of any alarm in the window, and what was raised while it was kept from people.
std::vector<const AlarmEvent *> suppressionEvents(const ReportContext &context)
{
    std::vector<const AlarmEvent *> events = those(context, [](const AlarmEvent &event) {
        return event.suppressed || (event.kind >= AlarmEventKind::Shelve && event.kind <= AlarmEventKind::OosOff);
    });
    for (const AlarmEvent &event : context.report().suppressions)
        events.push_back(&event);
    std::ranges::stable_sort(events, {}, [](const AlarmEvent *event) { return event->seq; });
    const auto isSame = [](const AlarmEvent *a, const AlarmEvent *b) { return a->seq == b->seq; };
    events.erase(std::unique(events.begin(), events.end(), isSame), events.end());
    return events;
}

Words range(const ReportContext &context, const LogbookEntry &note)
{
    return context.moment(note.from) + own(" … ") + context.moment(note.to);
}

Table rangeNotes(const ReportContext &context)
{
    Table table{context.header({"Number", "Written", "About the time", "Source", "By", "Note"}), {}, {6, 15, 30, 17, 10, 22}};
    for (const LogbookEntry &entry : context.report().logbook) {
        if (entry.kind != LogbookKind::RangeNote)
            continue;
        const std::string source = entry.source == SensorKey{} ? std::string() : entry.source.text();
        table.rows.push_back({ReportContext::number(entry.seq), context.moment(entry.at), range(context, entry),
                              source.empty() ? context.words("everything") : foreign(source), foreign(entry.actor.operatorName),
                              foreign(entry.text)});
    }
    return table;
}

Table record(const ReportContext &context)
{
    Table table{context.header({"Number", "Time", "Event", "Alarm", "By", "Station", "Text"}), {}, {6, 18, 18, 8, 12, 12, 26}};
    for (const LogbookEntry &entry : context.report().logbook) {
        if (isOfIncident(entry.kind))
            table.rows.push_back({ReportContext::number(entry.seq), context.moment(entry.at), own(std::string(toText(entry.kind))),
                                  entry.occurrence == 0 ? own(std::string(kNothing)) : own('#' + std::to_string(entry.occurrence)),
                                  foreign(entry.actor.operatorName), foreign(entry.actor.station), foreign(entry.text)});
    }
    return table;
}

Table guidanceTable(const ReportContext &context)
{
    Table table{context.header({"Alarm", "Cause", "Consequence", "Action", "Respond within"}), {}, {22, 22, 22, 22, 12}};
    for (const ReportedAlarm &alarm : context.report().alarms) {
        const Guidance &guidance = alarm.occurrence.definition.guidance;
        if (guidance == Guidance{})
            continue;
        const bool stated = guidance.respondWithin > Duration::zero();
        table.rows.push_back({ReportContext::alarmName(alarm.occurrence), foreign(guidance.cause), foreign(guidance.consequence),
                              foreign(guidance.action), own(stated ? lengthText(guidance.respondWithin) : std::string(kNothing))});
    }
    return table;
}

} // namespace

void addTimeline(ReportDocument &document, const ReportContext &context)
{
    document.blocks.push_back(context.heading("Timeline"));
    document.blocks.push_back(context.eventTable(context.timeline()));
    if (context.report().record.number == 0)
        return;
    document.blocks.push_back(context.heading("Record of the incident", 3));
    document.blocks.push_back(context.orNone(record(context)));
}

void addSuppressions(ReportDocument &document, const ReportContext &context)
{
    document.blocks.push_back(context.heading("Suppressed, shelved and out of service"));
    document.blocks.push_back(context.eventTable(suppressionEvents(context)));
}

void addNotes(ReportDocument &document, const ReportContext &context)
{
    document.blocks.push_back(context.heading("Notes"));
    document.blocks.push_back(
        context.eventTable(those(context, [](const AlarmEvent &event) { return isOfPeople(event) && !event.comment.empty(); })));
    document.blocks.push_back(context.heading("Notes on times", 3));
    document.blocks.push_back(context.orNone(rangeNotes(context)));
}

void addGuidance(ReportDocument &document, const ReportContext &context)
{
    document.blocks.push_back(context.heading("Guidance shown"));
    document.blocks.push_back(context.orNone(guidanceTable(context)));
    document.blocks.push_back(context.heading("Action taken", 3));
    document.blocks.push_back(context.eventTable(those(context, isOfPeople)));
}

} // namespace telltale::report
