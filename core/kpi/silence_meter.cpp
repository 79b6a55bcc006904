// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kpi/silence_meter.h"

#include "core/kpi/alarm_facts.h"

#include <algorithm>
#include <array>

namespace telltale::kpi {

namespace {

using Kind = AlarmEventKind;

constexpr Duration kLongestSilence = std::chrono::seconds{120}; // of the alarm life cycle, no setting

bool wantsSound(AlarmState state)
{
    return state == AlarmState::B || state == AlarmState::L1;
}

bool sounds(const AlarmEvent &event)
{
    constexpr std::array kSounding{Kind::Raise,       Kind::Escalate, Kind::AckUndo, Kind::Unshelve, Kind::ShelfExpired,
                                   Kind::SuppressOff, Kind::OosOff,   Kind::ReAlarm, Kind::Restart};
    return wantsSound(event.to) && event.priority != Priority::Diagnostic
           && std::find(kSounding.begin(), kSounding.end(), event.kind) != kSounding.end();
}

} // namespace

void SilenceMeter::add(const AlarmEvent &event, bool audible)
{
    if (!m_alarms.empty() && m_until <= event.at)
        endAt(m_until);
    if (event.kind == Kind::Silence)
        silence(event);
    else if (!m_alarms.empty() && audible && sounds(event))
        endAt(event.at);
    else if (!wantsSound(event.to) && m_alarms.erase(event.occurrence) > 0 && m_alarms.empty())
        m_total += overlap(m_question, m_since, event.at);
}

void SilenceMeter::silence(const AlarmEvent &event)
{
    if (m_alarms.empty())
        m_since = event.at;
    m_until = event.at + kLongestSilence;
    m_alarms.insert(event.occurrence);
}

void SilenceMeter::endAt(UtcTime time)
{
    m_total += overlap(m_question, m_since, time);
    m_alarms.clear();
}

Duration SilenceMeter::finish()
{
    if (!m_alarms.empty())
        endAt(m_until);
    return m_total;
}

} // namespace telltale::kpi
