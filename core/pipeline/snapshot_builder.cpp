// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/snapshot_builder.h"

#include "core/pipeline/alarm_marks.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace telltale::pipeline {

namespace {

/// A sensor without a detector of its own shows what is thought of its asset.
SensorState shownState(const SensorLane &lane, const SensorSpec &spec)
{
    SensorState state = lane.state;
    if (!spec.detector.empty() || lane.channel == SensorLane::kNoChannel)
        return state;
    const AssetState &asset = lane.asset->state;
    state.verdict = asset.verdict;
    state.score = asset.score;
    state.warmUp = asset.warmUp;
    return state;
}

} // namespace

void SnapshotBuilder::note(const EngineOutput &output)
{
    for (const auto &recorded : output.transitions)
        m_events.push_back(recorded.event);
    for (const auto &echo : output.echoes)
        m_echoes.push_back(echo);
    m_logbook.insert(m_logbook.end(), output.logbook.begin(), output.logbook.end());
    while (m_logbook.size() > Snapshot::kMaxLogbook)
        m_logbook.pop_front();
    while (m_events.size() > Snapshot::kMaxEvents)
        m_events.pop_front();
    while (m_echoes.size() > Snapshot::kMaxEchoes)
        m_echoes.pop_front();
}

SnapshotPtr SnapshotBuilder::build(Engine &engine, Surroundings surroundings)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->number = ++m_number;
    snapshot->now = engine.screenTime(surroundings.now);
    snapshot->simulatedClock = engine.simulatedClock();
    snapshot->structure = engine.directory().published();
    addSensors(engine, *snapshot);
    addAlarms(engine, *snapshot);
    addRecords(engine, *snapshot);
    snapshot->events.assign(m_events.begin(), m_events.end());
    snapshot->echoes.assign(m_echoes.begin(), m_echoes.end());
    snapshot->storedThrough = surroundings.storedThrough;
    snapshot->raisesLast10Min = engine.book().raisesLast10Min(surroundings.now);
    snapshot->flood = engine.book().flood();
    std::copy_if(engine.feeds().begin(), engine.feeds().end(), std::back_inserter(snapshot->feeds),
                 [&engine](const FeedHealth &feed) { return !engine.isRemoved(feed.feed); });
    snapshot->health = std::move(surroundings.health);
    return snapshot;
}

void SnapshotBuilder::addSensors(Engine &engine, Snapshot &snapshot)
{
    snapshot.sensors.reserve(engine.lanes().size());
    for (const auto &lane : engine.lanes())
        snapshot.sensors.push_back(shownState(*lane, engine.directory().structure().sensor(lane->id)));
    snapshot.assets.resize(engine.directory().structure().assets.size());
    for (const auto &asset : engine.assets()) {
        if (asset)
            snapshot.assets[indexOf(asset->id)] = asset->state;
    }
    for (const SensorId id : m_watched) {
        if (indexOf(id) < engine.lanes().size())
            snapshot.traces.emplace(static_cast<std::uint32_t>(id), engine.lanes()[indexOf(id)]->chunks.trace());
    }
}

void SnapshotBuilder::addRecords(Engine &engine, Snapshot &snapshot)
{
    if (!m_suppressed || m_suppressionRevision != engine.book().suppressionRevision()) {
        m_suppressed = std::make_shared<const std::vector<SuppressedAlarm>>(engine.book().suppressed());
        m_suppressionRevision = engine.book().suppressionRevision();
    }
    if (!m_incidents || m_incidentRevision != engine.incidents().revision()) {
        m_incidents = std::make_shared<const std::vector<Incident>>(engine.incidents().open());
        m_incidentRevision = engine.incidents().revision();
    }
    snapshot.suppressed = m_suppressed;
    snapshot.incidents = m_incidents;
    snapshot.logbook.assign(m_logbook.begin(), m_logbook.end());
}

void SnapshotBuilder::addAlarms(Engine &engine, Snapshot &snapshot)
{
    if (!m_alarms || m_alarmRevision != engine.book().revision()) {
        m_alarms = std::make_shared<const std::vector<Occurrence>>(engine.book().openAlarms());
        m_alarmRevision = engine.book().revision();
    }
    snapshot.alarms = m_alarms;
    markAlarms(snapshot, {[&engine](const SensorKey &key) { return engine.directory().find(key); },
                          [&engine](const std::string &path) { return engine.directory().findAsset(path); }});
}

} // namespace telltale::pipeline
