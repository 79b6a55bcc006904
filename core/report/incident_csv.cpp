// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/incident_report.h"

#include "core/base/csv.h"
#include "core/base/json_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace telltale::report {

namespace {

constexpr std::string_view kLineEnd = "\r\n";

/// One CSV row. Text is neutralised, numbers are not: a minus sign must stay a number.
class Row {
public:
    Row &text(std::string_view content) { return raw(csvTextCell(content)); }
    Row &number(double content) { return raw(std::isfinite(content) ? numberText(content) : std::string()); }
    Row &number(std::uint64_t content) { return raw(std::to_string(content)); }
    /// Separated by blanks; a missing one is "nan".
    Row &numbers(const std::vector<double> &content)
    {
        std::string list;
        for (const double each : content)
            list += (list.empty() ? "" : " ") + (std::isfinite(each) ? numberText(each) : std::string("nan"));
        return raw(list);
    }
    Row &flag(bool content) { return raw(content ? "1" : "0"); }
    Row &time(UtcTime content) { return raw(content == kNoTime ? std::string() : toIso(content)); }
    Row &length(UtcTime from, UtcTime to) { return from == kNoTime || to == kNoTime ? raw({}) : number(toSeconds(to - from)); }
    [[nodiscard]] std::string take()
    {
        m_text += kLineEnd;
        return std::move(m_text);
    }

private:
    Row &raw(const std::string &cell)
    {
        m_text += m_first ? "" : ",";
        m_text += cell;
        m_first = false;
        return *this;
    }

    std::string m_text;
    bool m_first = true;
};

template <std::size_t N>
std::string headerRow(const std::array<std::string_view, N> &names)
{
    Row row;
    for (const std::string_view name : names)
        row.text(name);
    return row.take();
}

std::string verdictReason(const ReportedAlarm &alarm)
{
    const auto newest = std::find_if(alarm.events.rbegin(), alarm.events.rend(),
                                     [](const AlarmEvent &event) { return event.kind == AlarmEventKind::Verdict; });
    return newest == alarm.events.rend() ? std::string() : newest->comment;
}

std::string_view verdictOf(Judgement verdict)
{
    return verdict == Judgement::None ? std::string_view() : toText(verdict);
}

std::string alarmHeader()
{
    constexpr std::array<std::string_view, 30> kNames{"alarm",
                                                      "asset",
                                                      "sensor",
                                                      "what",
                                                      "priority",
                                                      "max_priority",
                                                      "state",
                                                      "first_violation_utc",
                                                      "raised_utc",
                                                      "acked_utc",
                                                      "acked_by",
                                                      "acked_at",
                                                      "cleared_utc",
                                                      "closed_utc",
                                                      "close_reason",
                                                      "active_s",
                                                      "time_to_ack_s",
                                                      "peak_score",
                                                      "limit",
                                                      "raise_count",
                                                      "first_out",
                                                      "detector",
                                                      "detector_version",
                                                      "definition_version",
                                                      "verdict",
                                                      "verdict_reason",
                                                      "owner",
                                                      "model",
                                                      "last_readings",
                                                      "most_similar_stretch"};
    return headerRow(kNames);
}

std::string alarmRow(const ReportedAlarm &alarm)
{
    const Occurrence &o = alarm.occurrence;
    Row row;
    row.number(o.id).text(o.definition.source.asset).text(o.definition.source.sensor).text(o.definition.what);
    row.text(toText(o.priority)).text(toText(o.maxPriority)).text(toText(o.state));
    row.time(o.firstViolation).time(o.raised).time(o.acked).text(o.ackedBy.operatorName).text(o.ackedBy.station);
    row.time(o.cleared).time(o.closed).text(o.closeReason).length(o.raised, o.cleared).length(o.raisedReceived, o.acked);
    row.number(o.maxScore).number(o.limit).number(std::uint64_t{o.raiseCount}).flag(o.firstOut);
    row.text(o.why.detector).number(std::uint64_t{o.why.detectorVersion}).number(std::uint64_t{o.why.definitionVersion});
    row.text(verdictOf(o.verdict)).text(verdictReason(alarm)).text(o.owner).text(o.why.model);
    return row.numbers(o.why.actualStretch).numbers(o.why.nearestStretch).take();
}

/// The third table; nothing where the head is not known.
std::string journalHeadRows(const JournalHead &head)
{
    if (head.links == 0)
        return {};
    constexpr std::array<std::string_view, 2> kNames{"journal_links", "journal_hash"};
    return std::string(kLineEnd) + headerRow(kNames) + Row().number(head.links).text(head.hash).take();
}

} // namespace

std::string journalCsvHeader()
{
    constexpr std::array<std::string_view, 23> kNames{
        "seq",        "at_utc",   "source_time_utc", "asset",    "sensor",  "event", "from",  "to",    "priority",
        "alarm",      "operator", "station",         "os_user",  "comment", "score", "limit", "value", "definition_version",
        "suppressed", "what",     "until_utc",       "one_shot", "verdict"};
    return headerRow(kNames);
}

std::string journalCsvRow(const AlarmEvent &event)
{
    Row row;
    row.number(event.seq).time(event.at).time(event.sourceTime).text(event.source.asset).text(event.source.sensor);
    row.text(toText(event.kind)).text(toText(event.from)).text(toText(event.to)).text(toText(event.priority)).number(event.occurrence);
    row.text(event.actor.operatorName).text(event.actor.station).text(event.actor.osUser).text(event.comment);
    row.number(event.score).number(event.limit).number(event.value).number(std::uint64_t{event.definitionVersion});
    row.flag(event.suppressed).text(event.what).time(event.until).flag(event.oneShot);
    return row.text(verdictOf(event.verdict)).take();
}

std::string toCsv(const IncidentReport &incident)
{
    std::string csv = alarmHeader();
    std::vector<const AlarmEvent *> timeline;
    for (const ReportedAlarm &alarm : incident.alarms) {
        csv += alarmRow(alarm);
        for (const AlarmEvent &event : alarm.events)
            timeline.push_back(&event);
    }
    std::ranges::stable_sort(timeline, {}, [](const AlarmEvent *event) { return event->seq; });
    csv += kLineEnd;
    csv += journalCsvHeader();
    for (const AlarmEvent *event : timeline)
        csv += journalCsvRow(*event);
    return csv + journalHeadRows(incident.journalHead);
}

} // namespace telltale::report
