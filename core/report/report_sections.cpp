// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_sections.h"

#include "core/report/svg_chart.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>

namespace telltale::report {

namespace {

/// A chart shows what came before the alarm and a little of what came after it.
constexpr std::chrono::minutes kBefore{10};
constexpr std::chrono::minutes kAfter{2};

std::string replaced(std::string text, std::string_view mark, const std::string &content)
{
    if (const auto place = text.find(mark); place != std::string::npos)
        text.replace(place, mark.size(), content);
    return text;
}

std::string percent(double share)
{
    return plainNumber(std::isfinite(share) ? std::round(share * 1000.0) / 10.0 : share) + " %";
}

/// What the newest event of a kind says: a verdict, an owner. Empty when there is none.
std::string newestComment(const ReportedAlarm &alarm, AlarmEventKind kind)
{
    const auto newest = std::find_if(alarm.events.rbegin(), alarm.events.rend(), [&](const AlarmEvent &e) { return e.kind == kind; });
    return newest == alarm.events.rend() ? std::string() : newest->comment;
}

struct Span {
    std::int64_t from = 0;
    std::int64_t to = 0;
};

/// From ten minutes before the first violation to two minutes after the end, as far as there are samples.
Span chartSpan(const Occurrence &alarm, const Evidence &evidence)
{
    const ValueSummary all = summarise(evidence.samples, INT64_MIN, INT64_MAX);
    if (all.first == kNoTime)
        return {};
    Span span{toNanos(all.first), toNanos(all.last) + 1};
    const UtcTime start = alarm.firstViolation != kNoTime ? alarm.firstViolation : alarm.raised;
    if (start != kNoTime)
        span.from = std::max(span.from, toNanos(start - kBefore));
    if (alarm.cleared != kNoTime)
        span.to = std::min(span.to, toNanos(alarm.cleared + kAfter));
    return span;
}

UtcTime momentOf(const AlarmEvent &event)
{
    return event.sourceTime == kNoTime ? event.at : event.sourceTime;
}

} // namespace

ReportSections::ReportSections(const Incident &incident, const Wording &wording) : m_incident(incident), m_wording(wording)
{
    for (const ReportedAlarm &alarm : incident.alarms) {
        for (const AlarmEvent &event : alarm.events)
            m_timeline.push_back(&event);
        for (const Explanation::Channel &channel : alarm.occurrence.why.channels)
            m_units[{alarm.occurrence.definition.source.asset, channel.sensor}] = channel.unit;
        for (const Evidence &evidence : alarm.evidence)
            m_units[evidence.sensor] = evidence.unit;
    }
    std::ranges::stable_sort(m_timeline, {}, [](const AlarmEvent *event) { return event->seq; });
}

std::string ReportSections::phrase(std::string_view english) const
{
    return htmlText(m_wording.phrase ? m_wording.phrase(english) : std::string(english));
}

std::string ReportSections::heading(std::string_view english) const
{
    return "<h2>" + phrase(english) + "</h2>\n";
}

std::string ReportSections::none() const
{
    return "<p class=\"none\">" + phrase("none") + "</p>\n";
}

std::vector<std::string> ReportSections::header(std::initializer_list<std::string_view> english) const
{
    std::vector<std::string> cells;
    for (const std::string_view name : english)
        cells.push_back(phrase(name));
    return cells;
}

std::string ReportSections::moment(UtcTime time) const
{
    if (time == kNoTime)
        return std::string(kNothing);
    const std::string utc = "<time>" + toIso(time) + "</time>";
    return m_wording.localTime ? utc + "<br><small>" + htmlText(m_wording.localTime(time)) + "</small>" : utc;
}

std::string ReportSections::length(UtcTime from, UtcTime to) const
{
    return from == kNoTime || to == kNoTime ? std::string(kNothing) : lengthText(to - from);
}

std::string ReportSections::alarmName(const ReportedAlarm &alarm) const
{
    const AlarmDefinition &definition = alarm.occurrence.definition;
    return '#' + std::to_string(alarm.occurrence.id) + ' ' + isolated(definition.source.text()) + ": " + isolated(definition.what);
}

std::string ReportSections::head() const
{
    HtmlTable table;
    table.rows = {{phrase("Incident"), isolated(m_incident.id)},     {phrase("Site"), isolated(m_incident.site)},
                  {phrase("Station"), isolated(m_incident.station)}, {phrase("Window from"), moment(m_incident.from)},
                  {phrase("Window to"), moment(m_incident.to)},      {phrase("Report made"), moment(m_wording.reportTime)}};
    return "<h1>" + isolated(m_incident.title) + "</h1>\n" + table.html();
}

std::string ReportSections::origin() const
{
    std::set<std::string> detectors;
    for (const ReportedAlarm &alarm : m_incident.alarms) {
        const Explanation &why = alarm.occurrence.why;
        detectors.insert(isolated(why.detector) + ' ' + phrase("version") + ' ' + std::to_string(why.detectorVersion) + ", "
                         + phrase("configuration") + ' ' + std::to_string(why.definitionVersion));
    }
    std::string list;
    for (const std::string &detector : detectors)
        list += (list.empty() ? "" : "<br>") + detector;
    HtmlTable table;
    table.rows = {{phrase("Product"), isolated(m_incident.productVersion)},
                  {phrase("Journal schema"), std::to_string(m_incident.schemaVersion)},
                  {phrase("Detectors"), list.empty() ? std::string(kNothing) : list}};
    return heading("Origin") + table.html();
}

std::string ReportSections::summary() const
{
    std::set<std::string> sources;
    std::set<std::string> causes;
    std::set<std::string> owners;
    std::size_t open = 0;
    std::size_t unacknowledged = 0;
    for (const ReportedAlarm &alarm : m_incident.alarms) {
        const Occurrence &occurrence = alarm.occurrence;
        sources.insert(isolated(occurrence.definition.source.text()));
        if (!occurrence.closeReason.empty())
            causes.insert(isolated(occurrence.closeReason));
        if (const std::string owner = newestComment(alarm, AlarmEventKind::Assign); !owner.empty())
            owners.insert(isolated(owner));
        open += occurrence.open() ? 1 : 0;
        unacknowledged += isUnacknowledged(occurrence.state) ? 1 : 0;
    }
    std::string text = phrase("{alarms} alarm(s) on {sources} source(s): {open} still open, {unacknowledged} not acknowledged.");
    text = replaced(text, "{alarms}", std::to_string(m_incident.alarms.size()));
    text = replaced(text, "{sources}", std::to_string(sources.size()));
    text = replaced(text, "{open}", std::to_string(open));
    text = replaced(text, "{unacknowledged}", std::to_string(unacknowledged));
    const auto joined = [](const std::set<std::string> &items) {
        std::string list;
        for (const std::string &item : items)
            list += (list.empty() ? "" : ", ") + item;
        return list.empty() ? std::string(kNothing) : list;
    };
    HtmlTable table;
    table.rows = {{phrase("Sources"), joined(sources)},
                  {phrase("Status"), m_incident.alarms.empty() ? std::string(kNothing) : phrase(open > 0 ? "open" : "closed")},
                  {phrase("Owner"), joined(owners)},
                  {phrase("Closed because"), joined(causes)}};
    return heading("Summary") + "<p>" + text + "</p>\n" + table.html();
}

std::string ReportSections::alarms() const
{
    if (m_incident.alarms.empty())
        return heading("Alarms") + none();
    HtmlTable table{header({"Alarm", "Priority", "State", "First violation", "Raised", "Acknowledged", "By", "Cleared", "Active for",
                            "Time to acknowledge", "Peak score", "Limit", "Raises", "Verdict"}),
                    {}};
    for (const ReportedAlarm &alarm : m_incident.alarms) {
        const Occurrence &o = alarm.occurrence;
        table.rows.push_back({alarmName(alarm), std::string(toText(o.maxPriority)),
                              std::string(toText(o.state)) + ' ' + phrase(label(o.state)), moment(o.firstViolation), moment(o.raised),
                              moment(o.acked), isolated(o.ackedBy.operatorName), moment(o.cleared), length(o.raised, o.cleared),
                              length(o.raisedReceived, o.acked), plainNumber(o.maxScore), plainNumber(o.limit),
                              std::to_string(o.raiseCount), isolated(newestComment(alarm, AlarmEventKind::Verdict))});
    }
    return heading("Alarms") + table.html();
}

std::string ReportSections::eventTable(Wanted wanted) const
{
    HtmlTable table{header({"Number", "Time", "Alarm", "Event", "State", "By", "Station", "Comment", "Score", "Value"}), {}};
    for (const AlarmEvent *event : m_timeline) {
        if (!wanted(*event))
            continue;
        const auto unit = m_units.find(event->source);
        table.rows.push_back(
            {std::to_string(event->seq), moment(event->at), '#' + std::to_string(event->occurrence) + ' ' + isolated(event->source.text()),
             std::string(toText(event->kind)), std::string(toText(event->from)) + " → " + std::string(toText(event->to)),
             isolated(event->actor.operatorName), isolated(event->actor.station), isolated(event->comment), plainNumber(event->score),
             htmlText(withUnit(event->value, unit == m_units.end() ? std::string() : unit->second))});
    }
    return table.rows.empty() ? none() : table.html();
}

std::string ReportSections::timeline() const
{
    return heading("Timeline") + eventTable([](const AlarmEvent &) { return true; });
}

/// "27.1, 27.2, 29.0 °C"
std::string ReportSections::stretchText(const std::vector<double> &values, const std::string &unit)
{
    std::string text;
    for (std::size_t i = 0; i + 1 < values.size(); ++i)
        text += plainNumber(values[i]) + ", ";
    return text + (values.empty() ? std::string() : withUnit(values.back(), unit));
}

std::string ReportSections::explanation(const ReportedAlarm &alarm) const
{
    const Explanation &why = alarm.occurrence.why;
    const std::string unit = why.channels.empty() ? std::string() : why.channels.front().unit;
    HtmlTable facts;
    facts.rows = {{phrase("Score"), plainNumber(why.score)}, {phrase("Limit"), plainNumber(why.limit)}};
    // An asset as a whole has no band.
    if (!alarm.occurrence.definition.source.sensor.empty())
        facts.rows.push_back(
            {phrase("Expected between"), htmlText(withUnit(why.lower, unit)) + " … " + htmlText(withUnit(why.upper, unit))});
    if (!why.nearestStretch.empty()) {
        facts.rows.push_back({phrase("Last readings"), htmlText(stretchText(why.actualStretch, unit))});
        facts.rows.push_back({phrase("Most similar stretch of its own past"), htmlText(stretchText(why.nearestStretch, unit))});
    }
    if (!why.model.empty())
        facts.rows.push_back({phrase("Trained model"), isolated(why.model)});
    if (why.channels.empty())
        return facts.html();
    HtmlTable channels{header({"Sensor", "Share", "Expected", "Actual"}), {}};
    for (const Explanation::Channel &channel : why.channels)
        channels.rows.push_back({isolated(channel.sensor), percent(channel.share), htmlText(withUnit(channel.expected, channel.unit)),
                                 htmlText(withUnit(channel.actual, channel.unit))});
    return facts.html() + channels.html() + joinedSensors(why);
}

std::string ReportSections::joinedSensors(const Explanation &why) const
{
    if (why.joined.empty())
        return {};
    HtmlTable joined{header({"Sensor", "Time", "Score", "Limit", "Expected", "Actual", "Detector"}), {}};
    for (const Explanation::Joined &each : why.joined)
        joined.rows.push_back({isolated(each.sensor), moment(each.at), plainNumber(each.score), plainNumber(each.limit),
                               htmlText(withUnit(each.expected, each.unit)), htmlText(withUnit(each.actual, each.unit)),
                               isolated(each.detector)});
    return "<p>" + phrase("Anomalous by themselves too while it was active:") + "</p>\n" + joined.html();
}

std::string ReportSections::chart(const ReportedAlarm &alarm, const Evidence &evidence, const std::string &id) const
{
    const Occurrence &occurrence = alarm.occurrence;
    const auto plain = [this](std::string_view english) { return m_wording.phrase ? m_wording.phrase(english) : std::string(english); };
    const Span span = chartSpan(occurrence, evidence);
    const ValueSummary summary = summarise(evidence.samples, span.from, span.to);
    const std::string unit = evidence.unit.empty() ? plain("unit unknown") : evidence.unit;
    ChartRequest request;
    request.id = id;
    request.title = evidence.sensor.text();
    request.description = plain("Values and the expected band around the alarm; the table below says the same in words.");
    request.valueAxis = (evidence.sensor.sensor.empty() ? evidence.sensor.asset : evidence.sensor.sensor) + " (" + unit + ")";
    request.timeAxis = plain("time, UTC") + ", " + toIso(fromNanos(span.from), 0) + " … " + toIso(fromNanos(span.to), 0);
    request.samples = evidence.samples;
    request.from = span.from;
    request.to = span.to;
    request.marks.push_back({occurrence.firstViolation, plain("first violation")});
    for (const AlarmEvent &event : alarm.events) {
        if (event.kind == AlarmEventKind::Raise)
            request.marks.push_back({momentOf(event), plain("raised"), true});
        else if (event.kind == AlarmEventKind::Clear)
            request.marks.push_back({momentOf(event), plain("cleared")});
        else if (event.kind == AlarmEventKind::Ack)
            request.marks.push_back({momentOf(event), plain("acknowledged")});
    }
    const std::string svg = svgChart(request);
    HtmlTable words{header({"Sensor", "Unit", "Samples", "Missing", "Smallest", "Largest", "From", "To"}),
                    {{isolated(evidence.sensor.text()), isolated(evidence.unit), std::to_string(summary.samples),
                      std::to_string(summary.missing), htmlText(withUnit(summary.min, evidence.unit)),
                      htmlText(withUnit(summary.max, evidence.unit)), moment(summary.first), moment(summary.last)}}};
    return "<figure>\n" + (svg.empty() ? "<p class=\"none\">" + phrase("no samples are stored for this sensor") + "</p>\n" : svg)
           + words.html() + "</figure>\n";
}

std::string ReportSections::evidence() const
{
    std::string html = heading("Why the alarms were raised");
    if (m_incident.alarms.empty())
        return html + none();
    std::size_t number = 0;
    for (const ReportedAlarm &alarm : m_incident.alarms) {
        html += "<section>\n<h3>" + alarmName(alarm) + "</h3>\n" + explanation(alarm);
        for (const Evidence &evidence : alarm.evidence)
            html += chart(alarm, evidence, "chart" + std::to_string(++number));
        html += "</section>\n";
    }
    return html;
}

std::string ReportSections::dataQuality() const
{
    if (m_incident.feedHealth.empty())
        return heading("Data quality") + none();
    HtmlTable table{header({"Time", "Feed", "State", "Detail", "Samples", "Gaps", "Lost messages", "Rejected frames", "Late rows",
                            "Restarts", "Reconnects", "Lag", "Clock"}),
                    {}};
    for (const auto &[at, feed] : m_incident.feedHealth) {
        std::uint64_t rejected = 0;
        for (const auto &[reason, frames] : feed.rejects)
            rejected += frames;
        const auto known = [&](std::uint64_t count) { return feed.sequenced ? std::to_string(count) : phrase("not known"); };
        table.rows.push_back({moment(at), isolated(feed.address), phrase(toText(feed.state)), isolated(feed.detail),
                              std::to_string(feed.samples), known(feed.gaps), known(feed.lostMessages), std::to_string(rejected),
                              std::to_string(feed.lateRows), std::to_string(feed.publisherRestarts), std::to_string(feed.reconnects),
                              withUnit(feed.lagSec, "s"), phrase(feed.clockSkewed ? "more than 2 s apart" : "agrees")});
    }
    return heading("Data quality") + table.html();
}

std::string ReportSections::suppressions() const
{
    return heading("Suppressed, shelved and out of service") + eventTable([](const AlarmEvent &event) {
               return event.suppressed || (event.kind >= AlarmEventKind::Shelve && event.kind <= AlarmEventKind::OosOff);
           });
}

std::string ReportSections::notes() const
{
    return heading("Notes") + eventTable([](const AlarmEvent &event) {
               return !event.comment.empty() && event.actor.operatorName != "system" && event.kind != AlarmEventKind::Ignored;
           });
}

std::string ReportSections::guidance() const
{
    HtmlTable table{header({"Alarm", "Cause", "Consequence", "Action", "Respond within"}), {}};
    for (const ReportedAlarm &alarm : m_incident.alarms) {
        const Guidance &guidance = alarm.occurrence.definition.guidance;
        if (guidance == Guidance{})
            continue;
        const bool stated = guidance.respondWithin > Duration::zero();
        table.rows.push_back({alarmName(alarm), isolated(guidance.cause), isolated(guidance.consequence), isolated(guidance.action),
                              stated ? lengthText(guidance.respondWithin) : std::string(kNothing)});
    }
    return heading("Guidance shown") + (table.rows.empty() ? none() : table.html()) + "<h3>" + phrase("Action taken") + "</h3>\n"
           + eventTable([](const AlarmEvent &event) {
                 return event.actor.operatorName != "system" && !event.actor.operatorName.empty() && event.kind != AlarmEventKind::Ignored;
             });
}

std::string ReportSections::firstOut() const
{
    std::string list;
    for (const ReportedAlarm &alarm : m_incident.alarms)
        if (alarm.occurrence.firstOut)
            list += "<li>" + alarmName(alarm) + ", " + moment(alarm.occurrence.firstViolation) + "</li>\n";
    return heading("First of its group") + (list.empty() ? none() : "<ul>\n" + list + "</ul>\n");
}

std::string ReportSections::attachments() const
{
    HtmlTable table{header({"Alarm", "Sensor", "Unit", "Samples in the JSON file"}), {}};
    for (const ReportedAlarm &alarm : m_incident.alarms) {
        for (const Evidence &evidence : alarm.evidence) {
            const ValueSummary all = summarise(evidence.samples, INT64_MIN, INT64_MAX);
            table.rows.push_back(
                {alarmName(alarm), isolated(evidence.sensor.text()), isolated(evidence.unit), std::to_string(all.samples)});
        }
    }
    return heading("Attachments") + (table.rows.empty() ? none() : table.html());
}

std::string ReportSections::unknowns() const
{
    std::string list;
    for (const std::string &unknown : m_incident.unknowns)
        list += "<li>" + isolated(unknown) + "</li>\n";
    return heading("What is not known") + (list.empty() ? none() : "<ul>\n" + list + "</ul>\n");
}

std::string ReportSections::signOff() const
{
    const std::string blank = "<span class=\"line\"></span>";
    HtmlTable table{header({"Role", "Name", "Date", "Signature"}), {}};
    for (const char *role : {"Operator", "Supervisor"})
        table.rows.push_back({phrase(role), blank, blank, blank});
    return heading("Integrity and sign-off") + "<p>" + phrase("SHA-256 of the JSON payload") + ": <code>" + payloadSha256(m_incident)
           + "</code></p>\n" + table.html();
}

} // namespace telltale::report
