// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logbook/incident_reading.h"

#include "core/logbook/incident_fold.h"

#include <algorithm>

namespace telltale::ui {

namespace {

constexpr std::size_t kMostEntries = 100'000;
constexpr std::size_t kMostEvents = 10'000; ///< of one alarm

} // namespace

Result<std::vector<Incident>> readIncidents(const store::StoreReader &reader)
{
    std::vector<LogbookEntry> entries;
    for (auto kind = LogbookKind::IncidentOpened; isOfIncident(kind); kind = LogbookKind(int(kind) + 1)) {
        store::LogbookQuery query;
        query.kind = kind;
        query.limit = kMostEntries;
        auto some = reader.logbook(query);
        if (!some) {
            return some.error();
        }
        entries.insert(entries.end(), some->begin(), some->end());
    }
    std::sort(entries.begin(), entries.end(), [](const LogbookEntry &a, const LogbookEntry &b) { return a.seq < b.seq; });
    return logbook::incidentsOf(entries);
}

Result<IncidentStory> readIncidentStory(const store::StoreReader &reader, std::uint64_t number)
{
    store::LogbookQuery query;
    query.subject = number;
    query.limit = kMostEntries;
    const auto entries = reader.logbook(query);
    if (!entries) {
        return entries.error();
    }
    std::vector<Incident> incidents = logbook::incidentsOf(*entries);
    if (incidents.empty()) {
        return Error{ErrorKind::NotFound, "there is no incident " + std::to_string(number), {}};
    }
    IncidentStory story{std::move(incidents.front()), {}, {}};
    std::vector<AlarmEvent> events;
    for (const OccurrenceId id : story.incident.alarms) {
        auto alarm = reader.occurrence(id);
        auto some = reader.events({.since = {}, .until = {}, .occurrence = id, .afterSeq = 0, .limit = kMostEvents, .newestFirst = false});
        if (!alarm && alarm.error().kind != ErrorKind::NotFound) {
            return alarm.error();
        }
        if (!some) {
            return some.error();
        }
        if (alarm) {
            story.alarms.push_back(std::move(*alarm));
        }
        events.insert(events.end(), some->begin(), some->end());
    }
    story.timeline = logbook::timelineOf(*entries, events);
    return story;
}

} // namespace telltale::ui
