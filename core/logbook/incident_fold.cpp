// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logbook/incident_fold.h"

#include <algorithm>
#include <map>

namespace telltale::logbook {

void fold(Incident &incident, const LogbookEntry &entry)
{
    if (!isOfIncident(entry.kind))
        return;
    incident.number = entry.subject;
    incident.lastSeq = entry.seq;
    switch (entry.kind) {
    case LogbookKind::IncidentOpened:
        incident.title = entry.text;
        incident.opened = entry.at;
        incident.openedBy = entry.actor;
        break;
    case LogbookKind::IncidentAlarmAdded: incident.alarms.push_back(entry.occurrence); break;
    case LogbookKind::IncidentAlarmRemoved: std::erase(incident.alarms, entry.occurrence); break;
    case LogbookKind::IncidentOwner: incident.owner = entry.text; break;
    case LogbookKind::IncidentClosed:
        incident.closed = entry.at;
        incident.closedBy = entry.actor;
        incident.cause = entry.text;
        break;
    case LogbookKind::IncidentReopened:
        incident.closed = kNoTime;
        incident.closedBy = {};
        incident.cause.clear();
        break;
    default: break;
    }
}

std::vector<Incident> incidentsOf(std::span<const LogbookEntry> entries)
{
    std::map<std::uint64_t, Incident> byNumber;
    for (const LogbookEntry &entry : entries)
        if (isOfIncident(entry.kind))
            fold(byNumber[entry.subject], entry);
    std::vector<Incident> incidents;
    incidents.reserve(byNumber.size());
    for (auto &[number, incident] : byNumber)
        incidents.push_back(std::move(incident));
    return incidents;
}

} // namespace telltale::logbook
