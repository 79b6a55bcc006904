// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_context.h"

#include "core/report/html_text.h"
#include "core/report/statement.h"

#include <algorithm>

namespace telltale::report {

Words own(std::string text)
{
    return {{Run::Kind::Own, std::move(text)}};
}

Words foreign(const std::string &text)
{
    return text.empty() ? own(std::string(kNothing)) : Words{{Run::Kind::Foreign, text}};
}

Words operator+(Words first, const Words &second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

ReportContext::ReportContext(const IncidentReport &report, const Wording &wording)
    : m_report(report)
    , m_wording(wording)
    , m_hash(payloadSha256(report))
{
    for (const ReportedAlarm &alarm : report.alarms) {
        for (const AlarmEvent &event : alarm.events)
            m_timeline.push_back(&event);
        for (const Explanation::Channel &channel : alarm.occurrence.why.channels)
            m_units[{alarm.occurrence.definition.source.asset, channel.sensor}] = channel.unit;
        for (const Evidence &evidence : alarm.evidence)
            m_units[evidence.sensor] = evidence.unit;
    }
    std::ranges::stable_sort(m_timeline, {}, [](const AlarmEvent *event) { return event->seq; });
}

std::string ReportContext::unitOf(const SensorKey &sensor) const
{
    const auto unit = m_units.find(sensor);
    return unit == m_units.end() ? std::string() : unit->second;
}

std::string ReportContext::phrase(std::string_view english) const
{
    return m_wording.phrase ? m_wording.phrase(english) : std::string(english);
}

std::string ReportContext::said(const Statement &statement) const
{
    return report::said(statement, m_wording.phrase);
}

std::vector<std::string> ReportContext::header(std::initializer_list<std::string_view> english) const
{
    std::vector<std::string> cells;
    for (const std::string_view name : english)
        cells.push_back(phrase(name));
    return cells;
}

Heading ReportContext::heading(std::string_view english, int level) const
{
    return {level, words(english)};
}

Paragraph ReportContext::none() const
{
    return {words("none"), true};
}

Block ReportContext::orNone(Table table) const
{
    return table.rows.empty() ? Block(none()) : Block(std::move(table));
}

Words ReportContext::moment(UtcTime time) const
{
    if (time == kNoTime)
        return own(std::string(kNothing));
    const Words utc{{Run::Kind::Time, toIso(time)}};
    return m_wording.localTime ? utc + Words{{Run::Kind::Break, {}}, {Run::Kind::Fine, m_wording.localTime(time)}} : utc;
}

Words ReportContext::length(UtcTime from, UtcTime to)
{
    return own(from == kNoTime || to == kNoTime ? std::string(kNothing) : lengthText(to - from));
}

Words ReportContext::value(double number, std::string_view unit)
{
    return own(withUnit(number, unit));
}

Words ReportContext::alarmName(const Occurrence &alarm)
{
    const AlarmDefinition &definition = alarm.definition;
    return own('#' + std::to_string(alarm.id) + ' ') + foreign(definition.source.text()) + own(": ") + foreign(definition.what);
}

std::string ReportContext::stateText(AlarmState state) const
{
    const std::string_view word = label(state);
    return std::string(toText(state)) + (word.empty() ? std::string() : ' ' + phrase(word));
}

/// What is said with an event, and what a shelf or verdict consists of.
Words ReportContext::remark(const AlarmEvent &event) const
{
    Words words;
    const auto add = [&](const Words &more) { words = words.empty() ? more : words + own("; ") + more; };
    if (event.kind == AlarmEventKind::Verdict)
        add(own(phrase(toText(event.verdict))));
    if (!event.comment.empty())
        add(foreign(event.comment));
    if (event.until != kNoTime)
        add(own(said({"until %1", {toIso(event.until)}})));
    if (event.oneShot)
        add(own(phrase("until it clears")));
    return words.empty() ? own(std::string(kNothing)) : words;
}

Block ReportContext::eventTable(const std::vector<const AlarmEvent *> &events) const
{
    Table table{header({"Number", "Time", "Alarm", "Event", "State", "By", "Station", "Comment", "Score", "Value"}),
                {},
                {6, 16, 16, 9, 12, 9, 7, 15, 6, 7}};
    for (const AlarmEvent *event : events) {
        const std::string steps = stateText(event->from) + " → " + stateText(event->to);
        table.rows.push_back(
            {number(event->seq), moment(event->at), own('#' + std::to_string(event->occurrence) + ' ') + foreign(event->source.text()),
             own(std::string(toText(event->kind))), own(steps), foreign(event->actor.operatorName), foreign(event->actor.station),
             remark(*event), value(event->score), value(event->value, unitOf(event->source))});
    }
    return orNone(std::move(table));
}

} // namespace telltale::report
