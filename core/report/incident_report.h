// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/alarm_event.h"
#include "core/model/chunk.h"
#include "core/model/feed_health.h"
#include "core/model/incident.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace telltale::report {

/// The samples of one sensor around an alarm, with what the detector expected.
struct Evidence {
    SensorKey sensor;
    std::string unit;
    std::vector<ChunkPtr> samples;
};

struct ReportedAlarm {
    Occurrence occurrence;
    std::vector<AlarmEvent> events; ///< by number
    std::vector<Evidence> evidence; ///< leading contributor first
};

/// One text of the configuration that was in force when an alarm of the report was raised.
struct ReportedConfiguration {
    std::uint32_t configuration = 0; ///< as the alarms name it: Explanation::definitionVersion
    std::string name;                ///< "plant", "detectors"
    std::uint32_t version = 0;       ///< of this text; not greater than `configuration`
    std::string hash;                ///< SHA-256 of the text
    UtcTime at = kNoTime;
    Actor by;
    std::string reason;
};

/// Where the journal's chain stood with the newest row that the report tells of: whoever changes the journal's past later contradicts it.
/// That row and no younger one, so that the same incident always gives the same bytes.
struct JournalHead {
    std::uint64_t links = 0; ///< 0 = not known
    std::string hash;        ///< of the last of them, in hexadecimal digits
};

/// A sentence with place holders %1 to %9, apart from what goes into them: it can be said in any language.
struct Statement {
    std::string text; ///< English
    std::vector<std::string> values;

    friend bool operator==(const Statement &, const Statement &) = default;
};

/// Everything an incident report says, before it takes a form. The report's own time and the sign-off lines are outside `toJson`, so that
/// the same incident always gives the same bytes and the same hash.
struct IncidentReport {
    std::string title;
    std::string id;
    std::string site;
    std::string station;
    std::string productVersion;
    std::uint32_t schemaVersion = 0; ///< of the journal
    JournalHead journalHead;
    Incident record;                   ///< number 0: alarms that people never grouped
    std::vector<LogbookEntry> logbook; ///< of the record, and notes on times in the window; by number
    std::vector<ReportedConfiguration> configurations;
    std::vector<ReportedAlarm> alarms;
    std::vector<AlarmEvent> suppressions; ///< of any alarm: changes in the window, and what held at its beginning; by number
    std::vector<std::pair<UtcTime, FeedHealth>> feedHealth; ///< in the window, by time
    std::vector<Statement> unknowns; ///< what is *not* known: gaps, samples already pruned, feed without sequence numbers
    UtcTime from = kNoTime;
    UtcTime to = kNoTime;
};

/// How the caller's language and clock come in: report knows neither.
struct Wording {
    std::function<std::string(std::string_view english)> phrase; ///< identity for English
    std::function<std::string(UtcTime)> localTime;               ///< with its zone
    UtcTime reportTime = kNoTime;
};

/// The file: one line that names format, version and the SHA-256 of the payload, and then the payload with everything. Locale-free.
[[nodiscard]] std::string toJson(const IncidentReport &report);
inline constexpr std::size_t kMostReportBytes = 256U << 20U;
/// Reads what `toJson` wrote: toJson(*fromJson(toJson(x))) == toJson(x). Feed numbers, sensor numbers and levels are not part of it; levels
/// are built anew. Strict: one byte more, less or other than `toJson` would write is an error.
/// Errors, `where` = path of the field or number of the byte: BadFormat, Corrupt where the hash is not that of the payload, Unsupported for
/// another version, OutOfRange beyond 256 MiB or half a million structures.
[[nodiscard]] Result<IncidentReport> fromJson(std::string_view text);
[[nodiscard]] std::string payloadSha256(const IncidentReport &report); ///< 64 hex digits
/// Self-contained: no script, no remote load, charts as inline SVG; every foreign text escaped.
[[nodiscard]] std::string toHtml(const IncidentReport &report, const Wording &wording);
/// Tables in one file, an empty line between them: alarms, the timeline, and where it is known the head of the journal's chain. Foreign
/// text is neutralised with csvTextCell.
[[nodiscard]] std::string toCsv(const IncidentReport &report);
/// The journal as CSV, one transition a row, times in UTC with nanoseconds cut to milliseconds. Header and rows end with CR LF.
[[nodiscard]] std::string journalCsvHeader();
[[nodiscard]] std::string journalCsvRow(const AlarmEvent &event);

} // namespace telltale::report
