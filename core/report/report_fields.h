// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model_fields.h"
#include "core/report/incident_report.h"

#include <string>
#include <vector>

/// How an incident report is laid out as JSON: one table of fields per type, shared by writing and reading.
namespace telltale::report {

/// The samples of one chunk as columns; what a chunk is made of, without what belongs to one run only.
struct Columns {
    std::vector<std::int64_t> t;
    std::vector<double> value;
    std::vector<float> score;
    std::vector<float> lower;
    std::vector<float> upper;
    std::vector<std::uint8_t> flags;
};

struct EvidencePart {
    SensorKey sensor;
    std::string unit;
    std::vector<Columns> samples;
};

struct AlarmPart {
    Occurrence occurrence;
    std::vector<AlarmEvent> events;
    std::vector<EvidencePart> evidence;
};

struct HealthPart {
    UtcTime at = kNoTime;
    FeedHealth health;
};

/// What follows from the rest, for readers that do not want to count.
struct SummaryPart {
    std::string sentence;
    std::string status; ///< "open", "closed"
    std::string owner;
    std::string cause;
};

struct Payload {
    IncidentReport head; ///< all but the lists of other types
    SummaryPart summary;
    std::vector<AlarmPart> alarms;
    std::vector<HealthPart> feedHealth;
};

template <typename A, Is<Columns> X>
void describe(A &a, X &x)
{
    a("t", x.t);
    a("value", x.value);
    a("score", x.score);
    a("lower", x.lower);
    a("upper", x.upper);
    a("flags", x.flags);
}

template <typename A, Is<EvidencePart> X>
void describe(A &a, X &x)
{
    a("sensor", x.sensor);
    a("unit", x.unit);
    a("samples", x.samples);
}

template <typename A, Is<AlarmPart> X>
void describe(A &a, X &x)
{
    a("occurrence", x.occurrence);
    a("events", x.events);
    a("evidence", x.evidence);
}

template <typename A, Is<HealthPart> X>
void describe(A &a, X &x)
{
    a("at", x.at);
    a("health", x.health);
}

template <typename A, Is<SummaryPart> X>
void describe(A &a, X &x)
{
    a("sentence", x.sentence);
    a("status", x.status);
    a("owner", x.owner);
    a("cause", x.cause);
}

template <typename A, Is<ReportedConfiguration> X>
void describe(A &a, X &x)
{
    a("configuration", x.configuration);
    a("name", x.name);
    a("version", x.version);
    a("hash", x.hash);
    a("at", x.at);
    a("by", x.by);
    a("reason", x.reason);
}

template <typename A, Is<JournalHead> X>
void describe(A &a, X &x)
{
    a("links", x.links);
    a("hash", x.hash);
}

template <typename A, Is<Statement> X>
void describe(A &a, X &x)
{
    a("text", x.text);
    a("values", x.values);
}

template <typename A, Is<Payload> X>
void describe(A &a, X &x)
{
    a("title", x.head.title);
    a("id", x.head.id);
    a("site", x.head.site);
    a("station", x.head.station);
    a("productVersion", x.head.productVersion);
    a("schemaVersion", x.head.schemaVersion);
    if (x.head.journalHead.links > 0 || !std::is_const_v<X>) // files of version 2 do not have it
        a("journalHead", x.head.journalHead);
    a("from", x.head.from);
    a("to", x.head.to);
    a("summary", x.summary);
    a("record", x.head.record);
    a("logbook", x.head.logbook);
    a("configurations", x.head.configurations);
    a("alarms", x.alarms);
    a("suppressions", x.head.suppressions);
    a("feedHealth", x.feedHealth);
    a("unknowns", x.head.unknowns);
}

} // namespace telltale::report
