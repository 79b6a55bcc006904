// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/alarm_marks.h"

namespace telltale::pipeline {

namespace {

/// The list is sorted: the first alarm of a sensor or an asset is its worst.
template <typename State>
void showAlarm(State &state, const Occurrence &alarm)
{
    if (state.worstAlarm != AlarmState::A)
        return;
    state.worstAlarm = alarm.state;
    state.worstPriority = alarm.priority;
}

} // namespace

void markAlarms(Snapshot &snapshot, const SnapshotPlaces &places)
{
    for (const Occurrence &alarm : *snapshot.alarms) {
        const SensorKey &source = alarm.definition.source;
        const auto showSensor = [&](const std::string &sensor) {
            if (const auto id = places.sensor({source.asset, sensor}))
                showAlarm(snapshot.sensors[indexOf(*id)], alarm);
        };
        if (!source.sensor.empty()) {
            showSensor(source.sensor);
            continue;
        }
        if (const auto asset = places.asset(source.asset))
            showAlarm(snapshot.assets[indexOf(*asset)], alarm);
        if (!alarm.why.channels.empty())
            showSensor(alarm.why.channels.front().sensor);
        for (const Explanation::Joined &joined : alarm.why.joined)
            showSensor(joined.sensor);
    }
}

} // namespace telltale::pipeline
