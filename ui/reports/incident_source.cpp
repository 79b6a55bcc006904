// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/incident_source.h"

#include "core/base/sha256.h"
#include "ui/reports/evidence_source.h"
#include "ui/reports/incident_context.h"

#include <algorithm>

namespace telltale::ui {

namespace {

constexpr std::size_t kMostCharts = 4;
constexpr std::size_t kMostEvents = 10'000;
constexpr std::size_t kNumbersInId = 4;

struct WantedSensor {
    SensorKey key;
    std::string unit;
};

/// Leading contributor first; an alarm without contributors shows its own sensor.
std::vector<WantedSensor> wantedSensors(const Occurrence &alarm)
{
    std::vector<WantedSensor> wanted;
    const SensorKey &source = alarm.definition.source;
    for (const Explanation::Channel &channel : alarm.why.channels) {
        wanted.push_back({{source.asset, channel.sensor}, channel.unit});
    }
    if (wanted.empty() && !source.sensor.empty()) {
        wanted.push_back({source, {}});
    }
    return wanted;
}

void addEvidence(const store::StoreReader &reader, report::ReportedAlarm &alarm, Window &window, report::IncidentReport &incident)
{
    std::vector<WantedSensor> wanted = wantedSensors(alarm.occurrence);
    if (wanted.size() > kMostCharts) {
        incident.unknowns.push_back({"Of the %1 sensors behind alarm #%2, the samples of the leading %3 are in this report.",
                                     {std::to_string(wanted.size()), std::to_string(alarm.occurrence.id), std::to_string(kMostCharts)}});
        wanted.resize(kMostCharts);
    }
    const UtcTime violation = alarm.occurrence.firstViolation == kNoTime ? alarm.occurrence.raised : alarm.occurrence.firstViolation;
    for (const WantedSensor &sensor : wanted) {
        Window own = window;
        alarm.evidence.push_back(readEvidence(reader, sensor.key, sensor.unit, violation, own, incident.unknowns));
        window.from = std::min(window.from, own.from);
    }
}

void tellUnknowns(const report::ReportedAlarm &alarm, report::IncidentReport &incident)
{
    const std::string id = std::to_string(alarm.occurrence.id);
    if (alarm.occurrence.open()) {
        incident.unknowns.push_back({"Alarm #%1 was still open when this report was made: its end is not in it.", {id}});
    }
    if (alarm.occurrence.unverifiedSinceRestart) {
        incident.unknowns.push_back(
            {"Alarm #%1 has had no fresh reading since the last restart: whether it still holds is not known.", {id}});
    }
    if (alarm.events.size() >= kMostEvents) {
        incident.unknowns.push_back(
            {"Alarm #%1 has more than %2 transitions; the rest is in the journal.", {id, std::to_string(kMostEvents)}});
    }
}

Result<void> addAlarm(const store::StoreReader &reader, OccurrenceId id, report::IncidentReport &incident)
{
    auto occurrence = reader.occurrence(id);
    if (!occurrence) {
        return occurrence.error();
    }
    auto events = reader.events({.since = {}, .until = {}, .occurrence = id, .afterSeq = 0, .limit = kMostEvents, .newestFirst = false});
    if (!events) {
        return events.error();
    }
    report::ReportedAlarm alarm{.occurrence = std::move(*occurrence), .events = std::move(*events), .evidence = {}};
    Window window = evidenceWindow(alarm.occurrence, alarm.events);
    addEvidence(reader, alarm, window, incident);
    incident.from = incident.from == kNoTime ? window.from : std::min(incident.from, window.from);
    incident.to = incident.to == kNoTime ? window.to : std::max(incident.to, window.to);
    tellUnknowns(alarm, incident);
    incident.alarms.push_back(std::move(alarm));
    return {};
}

/// "7", "7+8+11"; of many, the first, how many more, and a few digits that tell them from another such selection.
std::string idOf(const std::vector<OccurrenceId> &ids)
{
    std::string all;
    for (const OccurrenceId id : ids) {
        all += (all.empty() ? "" : "+") + std::to_string(id);
    }
    if (ids.size() <= kNumbersInId) {
        return all;
    }
    return std::to_string(ids.front()) + '+' + std::to_string(ids.size() - 1) + '-' + sha256(all).substr(0, 8);
}

std::string titleOf(const report::IncidentReport &incident)
{
    const Occurrence &lead = incident.alarms.front().occurrence;
    const std::size_t more = incident.alarms.size() - 1;
    return lead.definition.source.text() + ": " + lead.definition.what + (more == 0 ? "" : " (and " + std::to_string(more) + " more)");
}

void setName(report::IncidentReport &incident, const std::vector<OccurrenceId> &ids)
{
    const telltale::Incident &record = incident.record;
    incident.id = record.number > 0 ? "I-" + std::to_string(record.number) : idOf(ids);
    incident.title = record.number > 0 && !record.title.empty() ? record.title : incident.alarms.empty() ? incident.id : titleOf(incident);
}

/// Each once, in the order of their numbers.
Result<std::vector<OccurrenceId>> wantedAlarms(const store::StoreReader &reader, const IncidentRequest &request,
                                               const telltale::Incident &record)
{
    std::vector<OccurrenceId> ids = record.number > 0 ? record.alarms : request.occurrences;
    if (ids.empty() && record.number == 0) {
        const auto newest = reader.newestOccurrence();
        if (!newest) {
            return newest.error();
        }
        ids.push_back(*newest);
    }
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    if (ids.size() > kMostReportedAlarms) {
        return Error{ErrorKind::InvalidArgument,
                     "a report is about at most " + std::to_string(kMostReportedAlarms) + " alarms, not " + std::to_string(ids.size()),
                     {}};
    }
    return ids;
}

/// An incident without alarms is about the time in which it was open.
void setWindow(report::IncidentReport &incident)
{
    if (incident.from != kNoTime) {
        return;
    }
    incident.from = incident.record.opened;
    incident.to = incident.record.open() && !incident.logbook.empty() ? incident.logbook.back().at : incident.record.closed;
}

std::string stationOf(const report::IncidentReport &incident)
{
    for (const report::ReportedAlarm &alarm : incident.alarms) {
        for (const AlarmEvent &event : alarm.events) {
            if (!event.actor.station.empty()) {
                return event.actor.station;
            }
        }
    }
    return incident.record.openedBy.station;
}

Result<void> addSurroundings(const store::StoreReader &reader, const store::JournalExtracts &extracts, report::IncidentReport &incident)
{
    if (auto added = addRangeNotes(reader, incident); !added) {
        return added;
    }
    if (auto added = addConfigurations(extracts, incident); !added) {
        return added;
    }
    auto suppressions = extracts.suppressionChanges(incident.from, incident.to);
    if (!suppressions) {
        return suppressions.error();
    }
    incident.suppressions = std::move(*suppressions);
    return addFeedHealth(reader, incident);
}

/// Of the newest row that the report tells of.
Result<void> addJournalHead(const store::JournalExtracts &extracts, report::IncidentReport &incident)
{
    EventSeq newest = 0;
    for (const report::ReportedAlarm &alarm : incident.alarms) {
        for (const AlarmEvent &event : alarm.events) {
            newest = std::max(newest, event.seq);
        }
    }
    for (const LogbookEntry &entry : incident.logbook) {
        newest = std::max(newest, entry.seq);
    }
    const auto head = extracts.headAt(newest);
    if (!head) {
        return head.error();
    }
    if (head->links > 0) {
        incident.journalHead = {static_cast<std::uint64_t>(head->links), store::hexOf(head->hash)};
    }
    return {};
}

} // namespace

Result<report::IncidentReport> readIncident(const std::string &dataFolder, const IncidentRequest &request)
{
    const auto opened = store::StoreReader::open(dataFolder);
    if (!opened) {
        return opened.error();
    }
    const auto extracts = store::JournalExtracts::open(dataFolder);
    if (!extracts) {
        return extracts.error();
    }
    const store::StoreReader &reader = *opened.value();
    report::IncidentReport incident;
    incident.site = request.site;
    incident.productVersion = request.productVersion;
    incident.schemaVersion = reader.schemaVersion();
    if (request.incident > 0) {
        if (auto added = addRecord(reader, request.incident, incident); !added) {
            return added.error();
        }
    }
    const auto ids = wantedAlarms(reader, request, incident.record);
    if (!ids) {
        return ids.error();
    }
    for (const OccurrenceId id : *ids) {
        if (auto added = addAlarm(reader, id, incident); !added) {
            return added.error();
        }
    }
    setWindow(incident);
    if (auto added = addSurroundings(reader, *extracts.value(), incident); !added) {
        return added.error();
    }
    if (auto added = addJournalHead(*extracts.value(), incident); !added) {
        return added.error();
    }
    incident.station = request.station.empty() ? stationOf(incident) : request.station;
    setName(incident, *ids);
    return incident;
}

} // namespace telltale::ui
