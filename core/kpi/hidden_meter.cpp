// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kpi/hidden_meter.h"

#include <algorithm>

namespace telltale::kpi {

HiddenAlarms &HiddenMeter::kindOf(AlarmState state)
{
    return state == AlarmState::E ? m_shelved : state == AlarmState::F ? m_byDesign : m_outOfService;
}

void HiddenMeter::add(const AlarmEvent &event, const AlarmFacts &facts)
{
    if (event.kind == AlarmEventKind::Raise && isHidden(event.to) && m_question.contains(event.at)
        && matches(m_question.filter, facts, event.priority))
        ++kindOf(event.to).raises;
    if (event.from == event.to)
        return;
    if (isHidden(event.from))
        end(event, facts);
    if (isHidden(event.to))
        begin(event, facts);
}

void HiddenMeter::begin(const AlarmEvent &event, const AlarmFacts &facts)
{
    m_open.push_back({facts, event.to, event.priority, event.at});
}

void HiddenMeter::end(const AlarmEvent &event, const AlarmFacts &facts)
{
    const auto sameAlarm = [&](const Span &span) { return span.facts.source == facts.source && span.facts.what == facts.what; };
    const auto sameSource = [&](const Span &span) {
        return span.facts.source == facts.source && (event.what.empty() || span.facts.what.empty());
    };
    auto span = std::find_if(m_open.begin(), m_open.end(), sameAlarm);
    if (span == m_open.end())
        span = std::find_if(m_open.begin(), m_open.end(), sameSource);
    if (span == m_open.end())
        return;
    count(*span, event.at);
    m_open.erase(span);
}

void HiddenMeter::count(const Span &span, UtcTime end)
{
    if (matches(m_question.filter, span.facts, span.priority))
        kindOf(span.state).time += overlap(m_question, span.since, end);
}

void HiddenMeter::finish(Kpis &kpis)
{
    for (const Span &span : m_open) {
        count(span, m_question.to);
        kindOf(span.state).now += matches(m_question.filter, span.facts, span.priority) ? 1 : 0;
    }
    kpis.shelved = m_shelved;
    kpis.byDesign = m_byDesign;
    kpis.outOfService = m_outOfService;
}

} // namespace telltale::kpi
