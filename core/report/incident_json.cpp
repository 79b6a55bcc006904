// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/incident.h"

#include "core/base/sha256.h"
#include "core/envelope/envelope.h"
#include "core/model/json_reader.h"
#include "core/model/json_writer.h"

#include <memory>

namespace telltale::report {

namespace {

constexpr std::string_view kFormat = "telltale-incident";
constexpr int kVersion = 1;
constexpr std::size_t kMostBytes = 256U << 20U;
constexpr std::size_t kWorthLevels = 64;

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

/// An incident as its JSON text is laid out.
struct Payload {
    std::string format;
    int version = 0;
    Incident head; ///< all but the lists
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

template <typename A, Is<Payload> X>
void describe(A &a, X &x)
{
    a("format", x.format);
    a("version", x.version);
    a("title", x.head.title);
    a("id", x.head.id);
    a("site", x.head.site);
    a("station", x.head.station);
    a("productVersion", x.head.productVersion);
    a("schemaVersion", x.head.schemaVersion);
    a("from", x.head.from);
    a("to", x.head.to);
    a("alarms", x.alarms);
    a("feedHealth", x.feedHealth);
    a("unknowns", x.head.unknowns);
}

EvidencePart partOf(const Evidence &evidence)
{
    EvidencePart part{evidence.sensor, evidence.unit, {}};
    for (const ChunkPtr &chunk : evidence.samples)
        part.samples.push_back({chunk->t, chunk->value, chunk->score, chunk->lower, chunk->upper, chunk->flags});
    return part;
}

Payload payloadOf(const Incident &incident)
{
    Payload payload;
    payload.format = kFormat;
    payload.version = kVersion;
    payload.head.title = incident.title;
    payload.head.id = incident.id;
    payload.head.site = incident.site;
    payload.head.station = incident.station;
    payload.head.productVersion = incident.productVersion;
    payload.head.schemaVersion = incident.schemaVersion;
    payload.head.from = incident.from;
    payload.head.to = incident.to;
    payload.head.unknowns = incident.unknowns;
    for (const ReportedAlarm &alarm : incident.alarms) {
        AlarmPart &part = payload.alarms.emplace_back(AlarmPart{alarm.occurrence, alarm.events, {}});
        for (const Evidence &evidence : alarm.evidence)
            part.evidence.push_back(partOf(evidence));
    }
    for (const auto &[at, health] : incident.feedHealth)
        payload.feedHealth.push_back({at, health});
    return payload;
}

Result<ChunkPtr> chunkOf(Columns columns)
{
    const std::size_t n = columns.t.size();
    const bool even = columns.value.size() == n && columns.score.size() == n && columns.lower.size() == n && columns.upper.size() == n
                      && columns.flags.size() == n;
    if (!even || n > Chunk::kCapacity)
        return Error{ErrorKind::BadFormat, "the columns of a chunk must have one length, at most 1024", "samples"};
    auto chunk = std::make_shared<Chunk>();
    chunk->t = std::move(columns.t);
    chunk->value = std::move(columns.value);
    chunk->score = std::move(columns.score);
    chunk->lower = std::move(columns.lower);
    chunk->upper = std::move(columns.upper);
    chunk->flags = std::move(columns.flags);
    if (n >= kWorthLevels)
        envelope::buildLevels(*chunk);
    return ChunkPtr(std::move(chunk));
}

Result<ReportedAlarm> alarmOf(AlarmPart part)
{
    ReportedAlarm alarm{std::move(part.occurrence), std::move(part.events), {}};
    for (EvidencePart &piece : part.evidence) {
        Evidence &evidence = alarm.evidence.emplace_back(Evidence{std::move(piece.sensor), std::move(piece.unit), {}});
        for (Columns &columns : piece.samples) {
            auto chunk = chunkOf(std::move(columns));
            if (!chunk)
                return chunk.error();
            evidence.samples.push_back(std::move(*chunk));
        }
    }
    return alarm;
}

} // namespace

std::string toJson(const Incident &incident)
{
    return json::toText(payloadOf(incident));
}

Result<Incident> fromJson(std::string_view text)
{
    if (text.size() > kMostBytes)
        return Error{ErrorKind::OutOfRange, "an incident of more than 256 MiB is not read", {}};
    auto payload = json::fromText<Payload>(text);
    if (!payload)
        return payload.error();
    if (payload->format != kFormat)
        return Error{ErrorKind::BadFormat, "is no incident report of Telltale", "format"};
    if (payload->version != kVersion)
        return Error{ErrorKind::Unsupported, "version " + std::to_string(payload->version) + " is not known, only 1", "version"};
    Incident incident = std::move(payload->head);
    for (AlarmPart &part : payload->alarms) {
        auto alarm = alarmOf(std::move(part));
        if (!alarm)
            return alarm.error();
        incident.alarms.push_back(std::move(*alarm));
    }
    for (HealthPart &part : payload->feedHealth)
        incident.feedHealth.emplace_back(part.at, std::move(part.health));
    return incident;
}

std::string payloadSha256(const Incident &incident)
{
    return sha256(toJson(incident));
}

} // namespace telltale::report
