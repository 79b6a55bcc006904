// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_text.h"
#include "core/report/incident_summary.h"
#include "core/report/report_sections.h"

namespace telltale::report {

namespace {

Words onLines(const std::set<std::string> &items)
{
    Words words;
    for (const std::string &item : items) {
        if (!words.empty())
            words.push_back({Run::Kind::Break, {}});
        words.push_back({Run::Kind::Foreign, item});
    }
    return words.empty() ? own(std::string(kNothing)) : words;
}

Table detectorTable(const ReportContext &context)
{
    Table table{context.header({"Alarm", "Detector", "Configuration", "Trained model"}), {}, {30, 30, 15, 25}};
    for (const ReportedAlarm &alarm : context.report().alarms) {
        const Explanation &why = alarm.occurrence.why;
        table.rows.push_back({ReportContext::alarmName(alarm.occurrence),
                              foreign(why.detector) + own(' ' + context.phrase("version") + ' ' + std::to_string(why.detectorVersion)),
                              ReportContext::number(why.definitionVersion), foreign(why.model)});
    }
    return table;
}

Table configurationTable(const ReportContext &context)
{
    Table table{context.header({"Configuration", "Text", "Version of the text", "SHA-256", "Since", "By", "Reason"}),
                {},
                {9, 8, 8, 34, 17, 10, 14}};
    for (const ReportedConfiguration &each : context.report().configurations)
        table.rows.push_back({ReportContext::number(each.configuration), foreign(each.name), ReportContext::number(each.version),
                              Words{{Run::Kind::Code, each.hash}}, context.moment(each.at), foreign(each.by.operatorName),
                              foreign(each.reason)});
    return table;
}

/// What people found it to be, and why they thought so.
Words verdictOf(const ReportContext &context, const ReportedAlarm &alarm)
{
    if (alarm.occurrence.verdict == Judgement::None)
        return own(std::string(kNothing));
    Words words = context.words(toText(alarm.occurrence.verdict));
    for (auto event = alarm.events.rbegin(); event != alarm.events.rend(); ++event) {
        if (event->kind == AlarmEventKind::Verdict)
            return event->comment.empty() ? words : words + own(": ") + foreign(event->comment);
    }
    return words;
}

} // namespace

void addHead(ReportDocument &document, const ReportContext &context)
{
    const IncidentReport &report = context.report();
    // Alarms that nobody has put into an incident are none.
    const bool isIncident = report.record.number > 0;
    document.blocks.push_back(
        Heading{1, context.words(isIncident ? "Incident report" : "Alarm report") + own(": ") + foreign(report.title)});
    Table table{{}, {}, {20, 80}};
    table.rows = {{context.words(isIncident                  ? "Incident"
                                 : report.alarms.size() == 1 ? "Alarm"
                                                             : "Alarms"),
                   foreign(report.id)},
                  {context.words("Site"), foreign(report.site)},
                  {context.words("Station"), foreign(report.station)},
                  {context.words("Window from"), context.moment(report.from)},
                  {context.words("Window to"), context.moment(report.to)},
                  {context.words("Report made"), context.moment(context.reportTime())}};
    document.blocks.push_back(std::move(table));
}

void addOrigin(ReportDocument &document, const ReportContext &context)
{
    const IncidentReport &report = context.report();
    document.blocks.push_back(context.heading("Origin"));
    Table table{{}, {}, {20, 80}};
    table.rows = {{context.words("Product"), foreign(report.productVersion)},
                  {context.words("Journal schema"), ReportContext::number(report.schemaVersion)}};
    document.blocks.push_back(std::move(table));
    document.blocks.push_back(context.heading("Detectors", 3));
    document.blocks.push_back(context.orNone(detectorTable(context)));
    document.blocks.push_back(context.heading("Configuration in force", 3));
    document.blocks.push_back(context.orNone(configurationTable(context)));
}

void addSummary(ReportDocument &document, const ReportContext &context)
{
    const IncidentSummary summary = summaryOf(context.report());
    document.blocks.push_back(context.heading("Summary"));
    document.blocks.push_back(Paragraph{own(context.said(sentenceOf(summary)))});
    const bool known = summary.alarms > 0 || context.report().record.number > 0;
    Table table{{}, {}, {20, 80}};
    table.rows = {{context.words("Sources"), onLines(summary.sources)},
                  {context.words("Status"), known ? context.words(summary.isOpen ? "open" : "closed") : own(std::string(kNothing))},
                  {context.words("Owner"), onLines(summary.owners)},
                  {context.words("Cause"), foreign(summary.cause)},
                  {context.words("Closed because"), onLines(summary.closeReasons)}};
    document.blocks.push_back(std::move(table));
}

void addAlarms(ReportDocument &document, const ReportContext &context)
{
    document.blocks.push_back(context.heading("Alarms"));
    Table table{context.header({"Alarm", "Priority", "State", "First violation", "Raised", "Acknowledged", "By", "Cleared", "Active for",
                                "Time to acknowledge", "Peak score", "Limit", "Raises", "Verdict"}),
                {},
                {10, 5, 5, 13, 13, 13, 6, 13, 6, 11, 5, 5, 5, 6}};
    for (const ReportedAlarm &alarm : context.report().alarms) {
        const Occurrence &o = alarm.occurrence;
        table.rows.push_back({ReportContext::alarmName(o), own(std::string(toText(o.maxPriority))), own(context.stateText(o.state)),
                              context.moment(o.firstViolation), context.moment(o.raised), context.moment(o.acked),
                              foreign(o.ackedBy.operatorName), context.moment(o.cleared), ReportContext::length(o.raised, o.cleared),
                              ReportContext::length(o.raisedReceived, o.acked), ReportContext::value(o.maxScore),
                              ReportContext::value(o.limit), ReportContext::number(o.raiseCount), verdictOf(context, alarm)});
    }
    document.blocks.push_back(context.orNone(std::move(table)));
}

void addFirstOut(ReportDocument &document, const ReportContext &context)
{
    document.blocks.push_back(context.heading("First of its group"));
    List list;
    for (const ReportedAlarm &alarm : context.report().alarms) {
        if (alarm.occurrence.firstOut)
            list.items.push_back(ReportContext::alarmName(alarm.occurrence) + own(", ") + context.moment(alarm.occurrence.firstViolation));
    }
    if (list.items.empty())
        document.blocks.push_back(context.none());
    else
        document.blocks.push_back(std::move(list));
}

} // namespace telltale::report
