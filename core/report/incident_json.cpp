// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/model/json_reader.h"
#include "core/model/json_writer.h"
#include "core/report/incident_summary.h"
#include "core/report/report_fields.h"
#include "core/report/sample_packing.h"
#include "core/report/statement.h"

#include <algorithm>
#include <charconv>
#include <memory>

namespace telltale::report {

namespace {

// The file is `{"format":"telltale-incident","version":3,"payloadSha256":"…","payload":` on a line of its own, the payload, and `}`.
// Version 2 knows nothing of the journal's chain; what says nothing of it is still written so.
constexpr std::string_view kFormat = R"({"format":"telltale-incident","version":)";
constexpr std::string_view kHash = R"(,"payloadSha256":")";
constexpr std::string_view kPayload = "\",\"payload\":\n";
constexpr std::string_view kEnd = "}\n";
constexpr int kVersion = 3;
constexpr int kVersionWithoutHead = 2;
constexpr std::size_t kHashDigits = 64;
constexpr std::ptrdiff_t kMostStructures = 500'000;

std::vector<EvidencePart> partsOf(const std::vector<Evidence> &evidence)
{
    std::vector<EvidencePart> parts;
    for (const Evidence &each : evidence) {
        EvidencePart &part = parts.emplace_back(EvidencePart{each.sensor, each.unit, {}});
        for (const ChunkPtr &chunk : each.samples)
            part.samples.push_back({chunk->t, chunk->value, chunk->score, chunk->lower, chunk->upper, chunk->flags});
    }
    return parts;
}

/// All but the alarms, which hold nearly all of the bytes.
IncidentReport headOf(const IncidentReport &report)
{
    IncidentReport head;
    head.title = report.title;
    head.id = report.id;
    head.site = report.site;
    head.station = report.station;
    head.productVersion = report.productVersion;
    head.schemaVersion = report.schemaVersion;
    head.journalHead = report.journalHead;
    head.record = report.record;
    head.logbook = report.logbook;
    head.configurations = report.configurations;
    head.suppressions = report.suppressions;
    head.unknowns = report.unknowns;
    head.from = report.from;
    head.to = report.to;
    return head;
}

std::string payloadOf(const IncidentReport &report)
{
    const IncidentSummary summary = summaryOf(report);
    Payload payload;
    payload.head = headOf(report);
    payload.summary = {said(sentenceOf(summary)), summary.isOpen ? "open" : "closed", joined(summary.owners), summary.cause};
    for (const ReportedAlarm &alarm : report.alarms)
        payload.alarms.push_back({alarm.occurrence, alarm.events, partsOf(alarm.evidence)});
    for (const auto &[at, health] : report.feedHealth)
        payload.feedHealth.push_back({at, health});
    return json::toText(payload);
}

int versionOf(const IncidentReport &report)
{
    return report.journalHead.links > 0 ? kVersion : kVersionWithoutHead;
}

std::string enveloped(const std::string &payload, int version)
{
    std::string text(kFormat);
    text.append(std::to_string(version)).append(kHash).append(sha256(payload)).append(kPayload);
    return text.append(payload).append(kEnd);
}

Error failure(ErrorKind kind, std::string what, std::string where)
{
    return Error{kind, std::move(what), std::move(where)};
}

std::string byteAt(std::size_t place)
{
    return "byte " + std::to_string(place);
}

/// Walks over what is expected to stand next.
class Walk {
public:
    explicit Walk(std::string_view text) : m_text(text) {}

    bool pass(std::string_view expected)
    {
        if (!m_text.substr(m_at).starts_with(expected))
            return false;
        m_at += expected.size();
        return true;
    }
    std::string_view passDigits(std::string_view digits, std::size_t most)
    {
        const std::size_t end = std::min(m_text.find_first_not_of(digits, m_at), m_text.size());
        const std::string_view found = m_text.substr(m_at, std::min(end - m_at, most));
        m_at += found.size();
        return found;
    }
    [[nodiscard]] std::size_t at() const { return m_at; }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

/// The payload's text, once format, version and hash are found to be right.
Result<std::string_view> payloadIn(std::string_view text)
{
    Walk walk(text);
    if (!walk.pass(kFormat))
        return failure(ErrorKind::BadFormat, "is no incident report of Telltale", "format");
    const std::string_view version = walk.passDigits("0123456789", 9);
    if (version.empty())
        return failure(ErrorKind::BadFormat, "a number is expected here", "version");
    if (version != std::to_string(kVersion) && version != std::to_string(kVersionWithoutHead))
        return failure(ErrorKind::Unsupported,
                       "version " + std::string(version) + " is not known, only " + std::to_string(kVersionWithoutHead) + " and "
                           + std::to_string(kVersion),
                       "version");
    if (!walk.pass(kHash))
        return failure(ErrorKind::BadFormat, "the hash of the payload is expected here", byteAt(walk.at()));
    const std::string_view hash = walk.passDigits("0123456789abcdef", kHashDigits);
    if (hash.size() != kHashDigits || !walk.pass(kPayload))
        return failure(ErrorKind::BadFormat, "64 hexadecimal digits and then the payload are expected here", byteAt(walk.at()));
    if (!text.ends_with(kEnd))
        return failure(ErrorKind::BadFormat, "the file ends in the middle: it was cut off, or is still being written", byteAt(text.size()));
    const std::string_view payload = text.substr(walk.at(), text.size() - walk.at() - kEnd.size());
    if (const std::string found = sha256(payload); found != hash)
        return failure(ErrorKind::Corrupt, "the payload has the hash " + found + ", not the one that is written here: it was changed",
                       "payloadSha256");
    return payload;
}

Result<ChunkPtr> chunkOf(Columns columns)
{
    const std::size_t n = columns.t.size();
    const bool even = columns.value.size() == n && columns.score.size() == n && columns.lower.size() == n && columns.upper.size() == n
                      && columns.flags.size() == n;
    if (!even || n > Chunk::kCapacity)
        return failure(ErrorKind::BadFormat, "the columns of a chunk must have one length, at most 1024", "samples");
    if (!std::is_sorted(columns.t.begin(), columns.t.end()))
        return failure(ErrorKind::BadFormat, "the times of a chunk must not go back", "samples");
    auto chunk = std::make_shared<Chunk>();
    chunk->t = std::move(columns.t);
    chunk->value = std::move(columns.value);
    chunk->score = std::move(columns.score);
    chunk->lower = std::move(columns.lower);
    chunk->upper = std::move(columns.upper);
    chunk->flags = std::move(columns.flags);
    addLevels(*chunk);
    return ChunkPtr(std::move(chunk));
}

Result<ReportedAlarm> alarmOf(AlarmPart part, std::size_t number)
{
    ReportedAlarm alarm{std::move(part.occurrence), std::move(part.events), {}};
    for (EvidencePart &piece : part.evidence) {
        Evidence &evidence = alarm.evidence.emplace_back(Evidence{std::move(piece.sensor), std::move(piece.unit), {}});
        for (Columns &columns : piece.samples) {
            auto chunk = chunkOf(std::move(columns));
            if (!chunk)
                return failure(chunk.error().kind, chunk.error().what,
                               "alarms[" + std::to_string(number) + "].evidence[" + std::to_string(alarm.evidence.size() - 1) + "].samples["
                                   + std::to_string(evidence.samples.size()) + ']');
            evidence.samples.push_back(std::move(*chunk));
        }
    }
    return alarm;
}

Result<IncidentReport> reportOf(std::string_view text)
{
    auto payload = json::fromText<Payload>(text);
    if (!payload)
        return payload.error();
    IncidentReport report = std::move(payload->head);
    for (AlarmPart &part : payload->alarms) {
        auto alarm = alarmOf(std::move(part), report.alarms.size());
        if (!alarm)
            return alarm.error();
        report.alarms.push_back(std::move(*alarm));
    }
    for (HealthPart &part : payload->feedHealth)
        report.feedHealth.emplace_back(part.at, std::move(part.health));
    return report;
}

} // namespace

std::string toJson(const IncidentReport &report)
{
    return enveloped(payloadOf(report), versionOf(report));
}

Result<IncidentReport> fromJson(std::string_view text)
{
    if (text.size() > kMostReportBytes)
        return failure(ErrorKind::OutOfRange, "a report of more than 256 MiB is not read", byteAt(kMostReportBytes));
    // Two bytes of text can stand for a kilobyte of memory.
    if (std::count(text.begin(), text.end(), '{') > kMostStructures)
        return failure(ErrorKind::OutOfRange, "a report of more than " + std::to_string(kMostStructures) + " structures is not read", {});
    const auto payload = payloadIn(text);
    if (!payload)
        return payload.error();
    auto report = reportOf(*payload);
    if (!report)
        return report;
    if (!text.substr(kFormat.size()).starts_with(std::to_string(versionOf(*report)) + ','))
        return failure(ErrorKind::BadFormat, "the version is not that of the content", "version");
    // Fields that nobody knows, or values that contradict each other, would silently be lost.
    const std::string again = payloadOf(*report);
    const auto differs = std::mismatch(payload->begin(), payload->end(), again.begin(), again.end());
    if (differs.first != payload->end() || differs.second != again.end())
        return failure(ErrorKind::BadFormat, "something stands here that this version would not have written",
                       byteAt(std::size_t(payload->data() - text.data()) + std::size_t(differs.first - payload->begin())));
    return report;
}

std::string payloadSha256(const IncidentReport &report)
{
    return sha256(payloadOf(report));
}

} // namespace telltale::report
