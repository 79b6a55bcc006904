// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/replay_holds.h"

namespace telltale::replay {

namespace {

/// They say nothing about the alarm's state; on a closed one they stand with state A, whatever keeps its next raise from people.
bool isRemark(AlarmEventKind kind)
{
    return kind == AlarmEventKind::Comment || kind == AlarmEventKind::Verdict || kind == AlarmEventKind::Assign
           || kind == AlarmEventKind::Ignored;
}

Hold begun(const AlarmEvent &event)
{
    return {event.at, event.until, event.actor, event.comment, event.oneShot};
}

/// The strongest of the three.
Suppression strongest(const SuppressedAlarm &alarm)
{
    if (alarm.outOfService.holds())
        return Suppression::OutOfService;
    if (alarm.rule.holds())
        return Suppression::ByDesign;
    if (!alarm.shelf.holds())
        return Suppression::None;
    return alarm.shelf.oneShot ? Suppression::ShelvedOneShot : Suppression::ShelvedTimed;
}

void followHold(SuppressedAlarm &alarm, const AlarmEvent &event)
{
    // Out of service ends the others, and whatever is shown again ends all of them; a rule leaves a shelf running below it.
    if (event.to != AlarmState::E && event.to != AlarmState::F)
        alarm.shelf = {};
    if (event.to != AlarmState::F)
        alarm.rule = {};
    if (event.to != AlarmState::G)
        alarm.outOfService = {};
    if (event.kind == AlarmEventKind::Shelve)
        alarm.shelf = begun(event);
    if (event.kind == AlarmEventKind::SuppressOn)
        alarm.rule = begun(event);
    if (event.kind == AlarmEventKind::OosOn)
        alarm.outOfService = begun(event);
}

void followCondition(SuppressedAlarm &alarm, const AlarmEvent &event)
{
    if (event.to <= AlarmState::L2)
        alarm.condition = event.to == AlarmState::B || event.to == AlarmState::C ? Condition::Active : Condition::Inactive;
    else if (event.kind == AlarmEventKind::Raise)
        alarm.condition = Condition::Active;
    else if (event.kind == AlarmEventKind::Clear)
        alarm.condition = Condition::Inactive;
    alarm.priority = event.priority;
    alarm.occurrence = event.to == AlarmState::A ? 0 : event.occurrence;
}

} // namespace

void ReplayHolds::take(const AlarmEvent &event)
{
    if (isRemark(event.kind) || event.source.asset.empty())
        return;
    SuppressedAlarm &alarm = m_alarms[{event.source, event.what}];
    alarm.source = event.source;
    alarm.what = event.what;
    const bool wasKept = alarm.suppression != Suppression::None;
    followHold(alarm, event);
    followCondition(alarm, event);
    alarm.suppression = strongest(alarm);
    alarm.raises = wasKept ? alarm.raises : 0;
    alarm.raises += alarm.suppression != Suppression::None && event.kind == AlarmEventKind::Raise ? 1 : 0;
}

std::vector<SuppressedAlarm> ReplayHolds::suppressed() const
{
    std::vector<SuppressedAlarm> kept;
    for (const auto &[key, alarm] : m_alarms)
        if (alarm.suppression != Suppression::None)
            kept.push_back(alarm);
    return kept;
}

} // namespace telltale::replay
