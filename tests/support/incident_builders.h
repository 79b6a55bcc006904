// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/incident_report.h"
#include "tests/support/alarm_builders.h"

#include <string>

namespace telltale::test {

/// An alarm that was raised at `seconds`, acknowledged 30 s and cleared 60 s later, with samples around it.
inline report::ReportedAlarm reportedAlarm(OccurrenceId id, EventSeq firstSeq, const SensorKey &source = {"line-a/pump1", "temperature"},
                                           double seconds = 600)
{
    Occurrence alarm = raisedAlarm(id, firstSeq + 2, source, seconds);
    alarm.state = AlarmState::A;
    alarm.acked = at(seconds + 30);
    alarm.ackedBy = {"K. Lund", "desk 2", "klund"};
    alarm.cleared = alarm.closed = at(seconds + 60);
    alarm.closeReason = "normal";
    alarm.firstOut = true;
    report::ReportedAlarm reported{alarm, {}, {}};
    reported.events.push_back(eventOf(alarm, firstSeq, AlarmEventKind::Raise, seconds));
    reported.events.push_back(eventOf(alarm, firstSeq + 1, AlarmEventKind::Ack, seconds + 30));
    reported.events.back().actor = alarm.ackedBy;
    reported.events.back().comment = "looking at it";
    reported.events.push_back(eventOf(alarm, firstSeq + 2, AlarmEventKind::Clear, seconds + 60));
    reported.evidence.push_back({source, "°C", {chunkOf(1000, 0)}});
    return reported;
}

inline report::IncidentReport incidentOf(std::vector<report::ReportedAlarm> alarms)
{
    report::IncidentReport incident;
    incident.title = "Pump 1 ran hot";
    incident.id = "INC-7";
    incident.site = "Plant";
    incident.station = "desk 2";
    incident.productVersion = "Telltale 0.1.0";
    incident.schemaVersion = 1;
    incident.alarms = std::move(alarms);
    FeedHealth health;
    health.address = "tcp://127.0.0.1:5556";
    health.state = FeedState::Live;
    health.sequenced = true;
    health.samples = 4711;
    health.gaps = 2;
    health.lostMessages = 17;
    health.rejects = {{"bad-json", 3}, {"too-large", 1}};
    incident.feedHealth.emplace_back(at(300), health);
    incident.unknowns = {{"samples before %1 were already pruned", {"12:20"}}};
    incident.configurations = {{1, "plant", 1, std::string(64, 'c'), at(-100), {"K. Lund", "desk 2", "klund"}, "loaded at start"}};
    incident.from = at(0);
    incident.to = at(1200);
    return incident;
}

inline report::Wording english()
{
    return {[](std::string_view text) { return std::string(text); }, [](UtcTime time) { return toIso(time, 0) + " (UTC+0)"; }, at(5000)};
}

} // namespace telltale::test
