// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/incident_source.h"

#include "ui/reports/evidence_source.h"

#include <algorithm>
#include <map>

namespace telltale::ui {

namespace {

constexpr std::size_t kMostCharts = 4;
constexpr std::size_t kMostEvents = 10'000;

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

Result<void> addEvidence(const store::StoreReader &reader, report::ReportedAlarm &alarm, Window &window, report::Incident &incident)
{
    std::vector<WantedSensor> wanted = wantedSensors(alarm.occurrence);
    if (wanted.size() > kMostCharts) {
        incident.unknowns.push_back("Of the " + std::to_string(wanted.size()) + " sensors behind alarm #"
                                    + std::to_string(alarm.occurrence.id) + ", the samples of the leading " + std::to_string(kMostCharts)
                                    + " are in this report.");
        wanted.resize(kMostCharts);
    }
    const UtcTime violation = alarm.occurrence.firstViolation == kNoTime ? alarm.occurrence.raised : alarm.occurrence.firstViolation;
    for (const WantedSensor &sensor : wanted) {
        Window own = window;
        auto evidence = readEvidence(reader, sensor.key, sensor.unit, violation, own, incident.unknowns);
        if (!evidence) {
            return evidence.error();
        }
        window.from = std::min(window.from, own.from);
        alarm.evidence.push_back(std::move(evidence).value());
    }
    return {};
}

void tellUnknowns(const report::ReportedAlarm &alarm, report::Incident &incident)
{
    const std::string name = "Alarm #" + std::to_string(alarm.occurrence.id);
    if (alarm.occurrence.open()) {
        incident.unknowns.push_back(name + " was still open when this report was made: its end is not in it.");
    }
    if (alarm.occurrence.unverifiedSinceRestart) {
        incident.unknowns.push_back(name + " has had no fresh reading since the last restart: whether it still holds is not known.");
    }
    if (alarm.events.size() >= kMostEvents) {
        incident.unknowns.push_back(name + " has more than " + std::to_string(kMostEvents) + " transitions; the rest is in the journal.");
    }
}

Result<void> addAlarm(const store::StoreReader &reader, OccurrenceId id, report::Incident &incident)
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
    if (auto added = addEvidence(reader, alarm, window, incident); !added) {
        return added;
    }
    incident.from = incident.from == kNoTime ? window.from : std::min(incident.from, window.from);
    incident.to = incident.to == kNoTime ? window.to : std::max(incident.to, window.to);
    tellUnknowns(alarm, incident);
    incident.alarms.push_back(std::move(alarm));
    return {};
}

/// Feed health, and what its counters say about the data in the window.
Result<void> addFeedHealth(const store::StoreReader &reader, report::Incident &incident)
{
    auto stored = reader.feedHealth(incident.from, incident.to);
    if (!stored) {
        return stored.error();
    }
    std::map<std::string, std::pair<const FeedHealth *, const FeedHealth *>> firstAndLast;
    for (const store::StoredFeedHealth &entry : *stored) {
        incident.feedHealth.emplace_back(entry.at, entry.health);
        auto [place, isNew] = firstAndLast.try_emplace(entry.health.address, &entry.health, &entry.health);
        place->second.second = &entry.health;
    }
    if (stored->empty()) {
        incident.unknowns.push_back("No feed health is stored for the time of this report: gaps in the feed cannot be told.");
    }
    for (const auto &[address, healths] : firstAndLast) {
        const auto &[first, last] = healths;
        if (!last->sequenced) {
            incident.unknowns.push_back("Feed " + address + " numbers no messages: lost ones cannot be seen.");
        } else if (last->lostMessages > first->lostMessages) {
            incident.unknowns.push_back("Feed " + address + " lost " + std::to_string(last->lostMessages - first->lostMessages)
                                        + " message(s) in this time.");
        }
        if (last->clockSkewed) {
            incident.unknowns.push_back("The clock of feed " + address + " differed from ours by more than 2 s.");
        }
    }
    return {};
}

std::string titleOf(const report::Incident &incident)
{
    const Occurrence &lead = incident.alarms.front().occurrence;
    const std::size_t more = incident.alarms.size() - 1;
    return lead.definition.source.text() + ": " + lead.definition.what + (more == 0 ? "" : " (and " + std::to_string(more) + " more)");
}

Result<std::vector<OccurrenceId>> wantedAlarms(const store::StoreReader &reader, const IncidentRequest &request)
{
    if (!request.occurrences.empty()) {
        return request.occurrences;
    }
    const auto newest = reader.newestOccurrence();
    if (!newest) {
        return newest.error();
    }
    return std::vector<OccurrenceId>{*newest};
}

} // namespace

Result<report::Incident> readIncident(const store::StoreReader &reader, const IncidentRequest &request)
{
    const auto ids = wantedAlarms(reader, request);
    if (!ids) {
        return ids.error();
    }
    report::Incident incident;
    incident.site = request.site;
    incident.station = request.station;
    incident.productVersion = request.productVersion;
    incident.schemaVersion = reader.schemaVersion();
    for (const OccurrenceId id : *ids) {
        if (auto added = addAlarm(reader, id, incident); !added) {
            return added.error();
        }
    }
    if (auto added = addFeedHealth(reader, incident); !added) {
        return added.error();
    }
    incident.id = std::to_string(ids->front()) + (ids->size() == 1 ? "" : "+" + std::to_string(ids->size() - 1));
    incident.title = titleOf(incident);
    return incident;
}

} // namespace telltale::ui
