// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/held_spans.h"
#include "core/model/stretch_difference.h"
#include "core/report/html_text.h"
#include "core/report/report_sections.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace telltale::report {

namespace {

/// A chart shows what came before the alarm and a little of what came after it.
constexpr std::chrono::minutes kBefore{10};
constexpr std::chrono::minutes kAfter{2};

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

std::string percent(double share)
{
    return plainNumber(std::isfinite(share) ? std::round(share * 1000.0) / 10.0 : share) + " %";
}

/// "27.1, 27.2, 29.0 °C"
std::string stretchText(const std::vector<double> &values, const std::string &unit)
{
    std::string text;
    for (std::size_t i = 0; i + 1 < values.size(); ++i)
        text += plainNumber(values[i]) + ", ";
    return text + (values.empty() ? std::string() : withUnit(values.back(), unit));
}

/// Only what is so: a detector that compares stretches raises while the newest value is where it should be.
void addBand(Table &table, const ReportContext &context, const Explanation &why, const std::string &unit)
{
    if (!std::isfinite(why.lower) && !std::isfinite(why.upper))
        return;
    const std::string band = withUnit(why.lower, unit) + " … " + withUnit(why.upper, unit);
    const std::string actual = why.channels.empty() ? std::string() : withUnit(why.channels.front().actual, unit);
    const char *said = leavesItsBand(why) ? "%1; %2 is outside" : "%1; %2 is not outside, the score is not of this value by itself";
    table.rows.push_back({context.words("Expected between"), own(actual.empty() ? band : context.said({said, {band, actual}}))});
}

void addReadings(Table &table, const ReportContext &context, const Explanation &why, const std::string &unit)
{
    for (const DifferingReading &each : differingReadings(why)) {
        const Statement which =
            each.before == 0 ? Statement{"Newest reading", {}} : Statement{"Reading %1 before the newest", {std::to_string(each.before)}};
        const Statement what{"expected %1, got %2 (%3 of the difference)",
                             {withUnit(each.expected, unit), withUnit(each.actual, unit), percent(each.share)}};
        table.rows.push_back({own(context.said(which)), own(context.said(what))});
    }
}

Table facts(const ReportContext &context, const Occurrence &alarm, const std::string &unit)
{
    const Explanation &why = alarm.why;
    Table table{{}, {}, {25, 75}};
    table.rows = {{context.words("Score"), ReportContext::value(why.score)}, {context.words("Limit"), ReportContext::value(why.limit)}};
    // An asset as a whole has no band.
    if (!alarm.definition.source.sensor.empty())
        addBand(table, context, why, unit);
    if (!why.nearestStretch.empty()) {
        table.rows.push_back({context.words("Last readings"), own(stretchText(why.actualStretch, unit))});
        table.rows.push_back({context.words("Most similar stretch of its own past"), own(stretchText(why.nearestStretch, unit))});
        addReadings(table, context, why, unit);
    }
    if (!why.model.empty())
        table.rows.push_back({context.words("Trained model"), foreign(why.model)});
    return table;
}

Table contributors(const ReportContext &context, const Explanation &why)
{
    Table table{context.header({"Sensor", "Share", "Expected", "Actual"}), {}, {40, 15, 20, 20}};
    for (const Explanation::Channel &channel : why.channels)
        table.rows.push_back({foreign(channel.sensor), own(percent(channel.share)), ReportContext::value(channel.expected, channel.unit),
                              ReportContext::value(channel.actual, channel.unit)});
    return table;
}

Table joinedSensors(const ReportContext &context, const Explanation &why)
{
    Table table{context.header({"Sensor", "Time", "Score", "Limit", "Expected", "Actual", "Detector"}), {}, {20, 20, 10, 10, 14, 14, 12}};
    for (const Explanation::Joined &each : why.joined)
        table.rows.push_back({foreign(each.sensor), context.moment(each.at), ReportContext::value(each.score),
                              ReportContext::value(each.limit), ReportContext::value(each.expected, each.unit),
                              ReportContext::value(each.actual, each.unit), foreign(each.detector)});
    return table;
}

void addStretches(ReportDocument &document, const ReportContext &context, const Explanation &why, const std::string &unit, std::string id)
{
    StretchRequest request;
    request.id = std::move(id);
    request.title = why.channels.empty() ? std::string() : why.channels.front().sensor;
    request.description = context.phrase("last readings over the most similar stretch of its own past");
    request.actualName = context.said({"last %1 readings", {std::to_string(why.actualStretch.size())}});
    request.nearestName = context.phrase("most similar stretch");
    request.unit = unit;
    request.actual = why.actualStretch;
    request.nearest = why.nearestStretch;
    if (canBeDrawn(request))
        document.blocks.push_back(std::move(request));
}

struct MarkRule {
    AlarmEventKind kind;
    const char *label;
    char letter;
    bool strong;
};
constexpr MarkRule kMarks[] = {{AlarmEventKind::Raise, "raised", 'R', true},
                               {AlarmEventKind::Clear, "cleared", 'C', false},
                               {AlarmEventKind::Ack, "acknowledged", 'A', false},
                               {AlarmEventKind::Escalate, "more urgent", 'E', false}};

std::vector<ChartMark> marksOf(const ReportContext &context, const ReportedAlarm &alarm)
{
    std::vector<ChartMark> marks{{alarm.occurrence.firstViolation, context.phrase("first violation"), false, 'V'}};
    std::size_t acknowledged = 0; // the mark of the newest acknowledgement; 0 = there is none, the first mark is another
    for (const AlarmEvent &event : alarm.events) {
        if (event.kind == AlarmEventKind::Ack)
            acknowledged = marks.size();
        if (event.kind == AlarmEventKind::AckUndo && acknowledged > 0)
            marks.erase(marks.begin() + std::ptrdiff_t(std::exchange(acknowledged, 0)));
        const auto *rule = std::ranges::find(kMarks, event.kind, &MarkRule::kind);
        if (rule != std::end(kMarks))
            marks.push_back(
                {event.sourceTime == kNoTime ? event.at : event.sourceTime, context.phrase(rule->label), rule->strong, rule->letter});
    }
    std::ranges::stable_sort(marks, {}, &ChartMark::time);
    return marks;
}

std::vector<ChartSpan> spansOf(const ReportContext &context, const ReportedAlarm &alarm)
{
    std::vector<ChartSpan> spans;
    for (const HeldSpan &each : heldSpans(alarm.events)) {
        const char *how = each.how == AlarmState::E ? "shelved" : each.how == AlarmState::F ? "suppressed by rule" : "out of service";
        spans.push_back({each.from, each.until, context.phrase(how)});
    }
    return spans;
}

void addChart(ReportDocument &document, const ReportContext &context, const ReportedAlarm &alarm, const Evidence &evidence, std::string id)
{
    const Span span = chartSpan(alarm.occurrence, evidence);
    const ValueSummary summary = summarise(evidence.samples, span.from, span.to);
    const std::string unit = evidence.unit.empty() ? context.phrase("unit unknown") : evidence.unit;
    ChartRequest request;
    request.id = std::move(id);
    request.title = evidence.sensor.text();
    request.description = context.phrase("Values and the expected band around the alarm; the table below says the same in words.");
    request.valueAxis = (evidence.sensor.sensor.empty() ? evidence.sensor.asset : evidence.sensor.sensor) + " (" + unit + ")";
    request.timeAxis = context.phrase("time, UTC") + ", " + toIso(fromNanos(span.from), 0) + " … " + toIso(fromNanos(span.to), 0);
    request.samples = evidence.samples;
    request.from = span.from;
    request.to = span.to;
    request.marks = marksOf(context, alarm);
    request.spans = spansOf(context, alarm);
    if (std::isfinite(summary.min))
        document.blocks.push_back(std::move(request));
    else
        document.blocks.push_back(Paragraph{context.words("no samples are stored for this sensor"), true});
    Table words{context.header({"Sensor", "Unit", "Samples", "Missing", "Smallest", "Largest", "From", "To"}),
                {{foreign(evidence.sensor.text()), foreign(evidence.unit), ReportContext::number(summary.samples),
                  ReportContext::number(summary.missing), ReportContext::value(summary.min, evidence.unit),
                  ReportContext::value(summary.max, evidence.unit), context.moment(summary.first), context.moment(summary.last)}},
                {24, 7, 8, 8, 11, 11, 17, 17}};
    document.blocks.push_back(std::move(words));
}

} // namespace

void addEvidence(ReportDocument &document, const ReportContext &context)
{
    document.blocks.push_back(context.heading("Why the alarms were raised"));
    if (context.report().alarms.empty())
        document.blocks.push_back(context.none());
    std::size_t number = 0;
    for (const ReportedAlarm &alarm : context.report().alarms) {
        const Explanation &why = alarm.occurrence.why;
        const std::string unit = why.channels.empty() ? std::string() : why.channels.front().unit;
        document.blocks.push_back(Heading{3, ReportContext::alarmName(alarm.occurrence)});
        document.blocks.push_back(facts(context, alarm.occurrence, unit));
        addStretches(document, context, why, unit, "stretch" + std::to_string(alarm.occurrence.id));
        if (!why.channels.empty())
            document.blocks.push_back(contributors(context, why));
        if (!why.joined.empty()) {
            document.blocks.push_back(Paragraph{context.words("Anomalous by themselves too while it was active:")});
            document.blocks.push_back(joinedSensors(context, why));
        }
        for (const Evidence &evidence : alarm.evidence)
            addChart(document, context, alarm, evidence, "chart" + std::to_string(++number));
    }
}

} // namespace telltale::report
