// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/selection_desk.h"

#include "ui/alarms/detail_pane.h"
#include "ui/models/alarm_columns.h"
#include "ui/reports/archive.h"
#include "ui/window/trend_pane.h"
#include "ui/window/trend_stack.h"
#include "ui/window/watch_set.h"

#include <algorithm>

namespace telltale::ui {

namespace {

constexpr std::size_t kMostTimeline = 1000;

} // namespace

SelectionDesk::SelectionDesk(Archive &archive, DetailPane &detail, TrendPane &trend, WatchSet &watch, QObject *parent)
    : QObject(parent)
    , m_archive(archive)
    , m_detail(detail)
    , m_trend(trend)
    , m_watch(watch)
    , m_marks(archive, trend.stack())
{
    connect(&detail, &DetailPane::sensorWanted, this, qOverload<const SensorKey &>(&SelectionDesk::showTrendOf));
    connect(&trend, &TrendPane::sensorPicked, this, qOverload<SensorId>(&SelectionDesk::showTrendOf));
    connect(&trend.stack(), &TrendStack::sensorsChanged, this, [this] { m_watch.setTrend(m_trend.stack().sensors()); });
    connect(&detail, &DetailPane::alarmClosed, this, [this](OccurrenceId id) {
        m_closed = id;
        m_readThrough = 0;
    });
}

std::optional<SensorId> SelectionDesk::find(const SensorKey &key) const
{
    if (!m_snapshot || !m_snapshot->structure) {
        return std::nullopt;
    }
    for (const SensorSpec &sensor : m_snapshot->structure->sensors) {
        const bool inAsset = key.sensor.empty() && (sensor.key.asset == key.asset || sensor.key.asset.starts_with(key.asset + '/'));
        if (inAsset || sensor.key == key) {
            return sensor.id;
        }
    }
    return std::nullopt;
}

/// Contributors, the leading one first; then whatever else its asset has.
std::vector<SensorId> SelectionDesk::sensorsOf(const Occurrence &alarm) const
{
    std::vector<SensorId> sensors;
    const auto add = [&](const SensorKey &key) {
        const auto sensor = find(key);
        if (sensor && std::find(sensors.begin(), sensors.end(), *sensor) == sensors.end()) {
            sensors.push_back(*sensor);
        }
    };
    const SensorKey &source = alarm.definition.source;
    for (const Explanation::Channel &channel : alarm.why.channels) {
        add({source.asset, channel.sensor});
    }
    add(source);
    if (m_snapshot && m_snapshot->structure) {
        for (const SensorSpec &sensor : m_snapshot->structure->sensors) {
            if (sensor.key.asset == source.asset) {
                add(sensor.key);
            }
        }
    }
    return sensors;
}

void SelectionDesk::chooseAlarm(const Occurrence &alarm)
{
    const bool same = m_detail.alarm().id == alarm.id;
    m_closed = 0;
    m_detail.showAlarm(alarm);
    const std::vector<SensorId> sensors = sensorsOf(alarm);
    if (!sensors.empty()) {
        putTrend(sensors.front(), sensors);
        m_trend.lookAt(alarm.firstViolation == kNoTime ? alarm.raised : alarm.firstViolation, m_snapshot->now, false);
    }
    if (!same) {
        readTimeline(alarm.id);
    }
}

void SelectionDesk::chooseSource(const SensorKey &source)
{
    if (const auto sensor = find(source)) {
        chooseSensor(*sensor);
    }
}

void SelectionDesk::chooseSensor(SensorId sensor)
{
    m_closed = 0;
    m_detail.showSensor(sensor);
    showTrendOf(sensor);
}

void SelectionDesk::chooseHeld(const SuppressedAlarm &alarm)
{
    if (alarm.occurrence != 0 && m_snapshot && m_snapshot->alarms) {
        for (const Occurrence &open : *m_snapshot->alarms) {
            if (open.id == alarm.occurrence) {
                chooseAlarm(open);
                return;
            }
        }
    }
    chooseSource(alarm.source);
}

void SelectionDesk::showTrendOf(SensorId sensor)
{
    const Structure &structure = *m_snapshot->structure;
    std::vector<SensorId> others;
    for (const SensorSpec &other : structure.sensors) {
        if (other.asset == structure.sensor(sensor).asset) {
            others.push_back(other.id);
        }
    }
    putTrend(sensor, std::move(others));
}

void SelectionDesk::showTrendOf(const SensorKey &sensor)
{
    if (const auto id = find(sensor)) {
        showTrendOf(*id);
    }
}

void SelectionDesk::putTrend(SensorId sensor, std::vector<SensorId> others)
{
    m_trend.show(*m_snapshot->structure, sensor, std::move(others));
    m_watch.setTrend(m_trend.stack().sensors());
}

void SelectionDesk::chooseEvent(const AlarmEvent &event)
{
    showTrendOf(event.source.sensor.empty() ? SensorKey{event.source.asset, {}} : event.source);
    m_trend.lookAt(event.sourceTime == kNoTime ? event.at : event.sourceTime, m_snapshot ? m_snapshot->now : kNoTime, true);
    if (event.occurrence != 0) {
        readClosed(event.occurrence);
    }
}

void SelectionDesk::chooseEntry(const LogbookEntry &entry)
{
    AlarmEvent place;
    place.source = entry.source;
    place.occurrence = entry.occurrence;
    place.sourceTime = entry.from;
    place.at = entry.at;
    chooseEvent(place);
}

void SelectionDesk::readTimeline(OccurrenceId id)
{
    m_timeline.start([id](const AlarmEvent &event) { return event.occurrence == id; });
    if (m_snapshot) {
        m_timeline.add(m_snapshot->events);
    }
    m_detail.showTimeline(m_timeline.all());
    if (!m_archive.available()) {
        return;
    }
    const store::JournalQuery query{.since = {}, .until = {}, .occurrence = id, .afterSeq = 0, .limit = kMostTimeline, .newestFirst = true};
    m_archive.read([query](const store::StoreReader &reader) { return reader.events(query); },
                   [this, id](const Result<std::vector<AlarmEvent>> &events) {
                       if (events && m_detail.alarm().id == id && m_timeline.add(*events)) {
                           m_detail.showTimeline(m_timeline.all());
                       }
                   });
}

void SelectionDesk::readClosed(OccurrenceId id)
{
    if (!m_archive.available()) {
        return;
    }
    m_archive.read([id](const store::StoreReader &reader) { return reader.occurrence(id); },
                   [this, id](const Result<Occurrence> &alarm) {
                       if (!alarm || (m_closed != 0 && (m_closed != id || alarm->open()))) {
                           return; // not there yet, or something else was chosen meanwhile
                       }
                       m_closed = 0;
                       const bool same = m_detail.alarm().id == id;
                       m_detail.showAlarm(*alarm);
                       if (!same) {
                           readTimeline(id);
                       }
                   });
}

void SelectionDesk::apply(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    m_marks.apply(snapshot);
    if (m_detail.alarm().id != 0 && m_timeline.add(snapshot->events)) {
        m_detail.showTimeline(m_timeline.all());
    }
    if (!m_trend.sensor() && snapshot->structure && !snapshot->structure->sensors.empty()) {
        showTrendOf(SensorId{0});
    }
    m_trend.apply(snapshot);
    if (m_closed != 0 && snapshot->storedThrough > m_readThrough) {
        m_readThrough = snapshot->storedThrough;
        readClosed(m_closed);
    }
}

} // namespace telltale::ui
