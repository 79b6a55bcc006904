// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/alarm_event.h"
#include "core/model/chunk.h"
#include "core/model/feed_health.h"

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

/// Everything an incident report says, before it takes a form. The report's own time and the sign-off lines are outside `toJson`, so that
/// the same incident always gives the same bytes and the same hash.
struct Incident {
    std::string title;
    std::string id;
    std::string site;
    std::string station;
    std::string productVersion;
    std::uint32_t schemaVersion = 0;
    std::vector<ReportedAlarm> alarms;
    std::vector<std::pair<UtcTime, FeedHealth>> feedHealth; ///< in the window, by time
    std::vector<std::string> unknowns; ///< what is *not* known: gaps, samples already pruned, feed without sequence numbers
    UtcTime from = kNoTime;
    UtcTime to = kNoTime;
};

/// How the caller's language and clock come in: report knows neither.
struct Wording {
    std::function<std::string(std::string_view english)> phrase; ///< identity for English
    std::function<std::string(UtcTime)> localTime;               ///< with its zone
    UtcTime reportTime = kNoTime;
};

[[nodiscard]] std::string toJson(const Incident &incident); ///< the payload that is hashed
/// Reads what `toJson` wrote: toJson(*fromJson(toJson(x))) == toJson(x). Feed numbers, sensor numbers and levels are not part of it; levels
/// are built anew. Errors: BadFormat with the path of the field, Unsupported for a version of the future, OutOfRange beyond 256 MiB.
[[nodiscard]] Result<Incident> fromJson(std::string_view text);
[[nodiscard]] std::string payloadSha256(const Incident &incident); ///< 64 hex digits
/// Self-contained: no script, no remote load, charts as inline SVG; every foreign text escaped.
[[nodiscard]] std::string toHtml(const Incident &incident, const Wording &wording);
/// Two tables in one file, an empty line between them: alarms, then the timeline. Foreign text is neutralised with csvTextCell.
[[nodiscard]] std::string toCsv(const Incident &incident);
/// The journal as CSV, one transition a row, times in UTC with nanoseconds cut to milliseconds. Header and rows end with CR LF.
[[nodiscard]] std::string journalCsvHeader();
[[nodiscard]] std::string journalCsvRow(const AlarmEvent &event);

} // namespace telltale::report
