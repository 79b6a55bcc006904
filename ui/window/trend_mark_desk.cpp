// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/trend_mark_desk.h"

#include "ui/reports/archive.h"
#include "ui/window/trend_marks.h"
#include "ui/window/trend_stack.h"

#include <algorithm>
#include <utility>

namespace telltale::ui {

namespace {

using namespace std::chrono_literals;

constexpr Duration kMarksBack = 24h;

} // namespace

TrendMarkDesk::TrendMarkDesk(Archive &archive, TrendStack &stack, QObject *parent) : QObject(parent), m_archive(archive), m_stack(stack)
{
    connect(&stack, &TrendStack::sensorsChanged, this, &TrendMarkDesk::takeSensors);
}

/// What is known of a sensor that stays is kept: its marks do not go away while the journal is read.
void TrendMarkDesk::takeSensors()
{
    if (!m_snapshot)
        return;
    std::vector<SensorKey> sensors;
    for (const TrendView *view : m_stack.views())
        sensors.push_back(view->sensor().key);
    const auto isNew = [this](const SensorKey &sensor) { return std::find(m_sensors.begin(), m_sensors.end(), sensor) == m_sensors.end(); };
    const bool more = std::any_of(sensors.begin(), sensors.end(), isNew);
    m_sensors = sensors;
    const std::vector<AlarmEvent> known = m_events.all();
    m_events.start([sensors = std::move(sensors)](const AlarmEvent &event) {
        return std::any_of(sensors.begin(), sensors.end(), [&](const SensorKey &sensor) { return concerns(event.source, sensor); });
    });
    m_events.add(known);
    m_events.add(m_snapshot->events);
    if (more)
        read();
    putMarks();
}

void TrendMarkDesk::read()
{
    if (!m_archive.available())
        return;
    const store::JournalQuery query{
        .since = m_snapshot->now - kMarksBack, .until = {}, .occurrence = {}, .afterSeq = 0, .limit = EventCollector::kMost, .newestFirst = true};
    m_archive.read([query](const store::StoreReader &reader) { return reader.events(query); },
                   [this](const Result<std::vector<AlarmEvent>> &events) {
                       if (events && m_events.add(*events))
                           putMarks();
                   });
}

void TrendMarkDesk::putMarks()
{
    static const std::vector<Occurrence> kNone;
    if (m_sensors.empty())
        return;
    m_markedAlarms = m_snapshot->alarms;
    const std::vector<AlarmEvent> events = m_events.all();
    for (TrendView *view : m_stack.views()) {
        const SensorKey &sensor = view->sensor().key;
        std::vector<TrendMark> marks = trendMarks(sensor, m_markedAlarms ? *m_markedAlarms : kNone, events, m_zone);
        const std::vector<TrendMark> notes = noteMarks(sensor, m_notes, m_zone);
        marks.insert(marks.end(), notes.begin(), notes.end());
        view->setMarks(std::move(marks));
    }
}

void TrendMarkDesk::apply(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    const bool newEvents = m_events.add(snapshot->events);
    if (newEvents || snapshot->alarms != m_markedAlarms)
        putMarks();
}

void TrendMarkDesk::setNotes(std::vector<LogbookEntry> notes)
{
    m_notes = std::move(notes);
    putMarks();
}

void TrendMarkDesk::setZone(ZoneChoice zone)
{
    m_zone = zone;
    putMarks();
}

} // namespace telltale::ui
