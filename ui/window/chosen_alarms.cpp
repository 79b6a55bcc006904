// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/chosen_alarms.h"

#include "core/alarm/alarm_machine.h"
#include "ui/alarms/alarm_list_page.h"
#include "ui/alarms/alarm_table.h"
#include "ui/alarms/detail_pane.h"
#include "ui/alarms/suppressed_page.h"
#include "ui/live/live_bridge.h"
#include "ui/models/alarm_model.h"
#include "ui/models/held_alarms.h"
#include "ui/window/window_panes.h"

#include <algorithm>

namespace telltale::ui {

namespace {

bool isAtOrBelow(const SensorKey &source, const SensorKey &wanted)
{
    const bool same = source.asset == wanted.asset;
    return wanted.sensor.empty() ? same || source.asset.starts_with(wanted.asset + '/') : same && source.sensor == wanted.sensor;
}

ShelfSubject subjectOf(const SensorKey &source, const AlarmDefinition &definition)
{
    const std::string what = definition.what.empty() ? std::string(kAnomalous) : definition.what;
    return {{source, what}, definition, definition.priority, alarm::longestShelf(definition, definition.priority), false};
}

ShelfSubject subjectOf(const Occurrence &row)
{
    const AlarmDefinition &definition = row.definition;
    return {{definition.source, definition.what}, definition, row.priority, alarm::longestShelf(definition, row.priority), row.chattering};
}

} // namespace

std::vector<Occurrence> ChosenAlarms::alarms() const
{
    const Occurrence &shown = m_panes.detail->alarm();
    std::vector<OccurrenceId> ids;
    if (m_panes.isShown(m_panes.list)) {
        ids = m_panes.list->table().selectedAlarms();
    }
    const bool elsewhere = shown.id != 0 && std::find(ids.begin(), ids.end(), shown.id) == ids.end();
    if (ids.empty() || elsewhere) {
        return shown.id == 0 ? std::vector<Occurrence>{} : std::vector<Occurrence>{shown};
    }
    std::vector<Occurrence> alarms;
    const AlarmModel &model = m_panes.list->alarms();
    for (const OccurrenceId id : ids) {
        if (const int row = model.rowOf(id); row >= 0) {
            alarms.push_back(model.occurrenceAt(row));
        }
    }
    return alarms;
}

std::vector<ShelfSubject> ChosenAlarms::below(const SensorKey &source) const
{
    std::vector<ShelfSubject> subjects;
    if (source.asset.empty()) {
        return subjects;
    }
    const auto add = [&](const SensorKey &key, const auto &spec) {
        if (!spec.gone && isAtOrBelow(key, source) && !spec.detector.empty() && spec.judge.kind != kNoDetector) {
            subjects.push_back(subjectOf(key, spec.alarm));
        }
    };
    const Structure &structure = *m_bridge.snapshot()->structure;
    for (const AssetSpec &asset : structure.assets) {
        add({asset.path, {}}, asset);
    }
    for (const SensorSpec &sensor : structure.sensors) {
        add(sensor.key, sensor);
    }
    return subjects;
}

std::vector<ShelfSubject> ChosenAlarms::subjects() const
{
    std::vector<ShelfSubject> subjects;
    if (m_panes.detail->showsSensor()) {
        subjects = below(m_source);
    } else {
        for (const Occurrence &alarm : alarms()) {
            if (alarm.open()) {
                subjects.push_back(subjectOf(alarm));
            }
        }
    }
    const SnapshotPtr &snapshot = m_bridge.snapshot();
    if (snapshot) {
        std::erase_if(subjects, [&](const ShelfSubject &subject) { return heldFor(*snapshot, subject.key) != nullptr; });
    }
    return subjects;
}

std::vector<SuppressedAlarm> ChosenAlarms::held() const
{
    if (m_panes.isShown(m_panes.suppressed)) {
        return m_panes.suppressed->selected();
    }
    const SnapshotPtr &snapshot = m_bridge.snapshot();
    std::vector<SuppressedAlarm> held;
    if (!snapshot || !snapshot->suppressed) {
        return held;
    }
    const Occurrence &shown = m_panes.detail->alarm();
    for (const SuppressedAlarm &alarm : *snapshot->suppressed) {
        const bool ofAlarm =
            shown.id != 0 && AlarmKey{alarm.source, alarm.what} == AlarmKey{shown.definition.source, shown.definition.what};
        const bool ofSource = m_panes.detail->showsSensor() && !m_source.asset.empty() && isAtOrBelow(alarm.source, m_source);
        if (ofAlarm || ofSource) {
            held.push_back(alarm);
        }
    }
    return held;
}

} // namespace telltale::ui
