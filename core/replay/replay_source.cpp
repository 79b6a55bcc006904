// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/replay_source.h"

#include "core/base/latest_slot.h"
#include "core/pipeline/alarm_marks.h"
#include "core/replay/looking_inbox.h"
#include "core/replay/replay_alarms.h"
#include "core/replay/replay_logbook.h"
#include "core/replay/replay_samples.h"
#include "core/store/store_reader.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace telltale::replay {

namespace {

using namespace std::chrono_literals;

constexpr auto kSnapshot = 100ms;
constexpr std::size_t kMostEvents = 200'000;
/// An alarm of the range may have been raised that long before it.
constexpr Duration kLongestAlarm = std::chrono::hours{7 * 24};

/// Sensors and assets as the history names them.
StructurePtr structureOf(const std::vector<store::StoredSensor> &stored)
{
    auto structure = std::make_shared<Structure>();
    structure->generation = 1;
    structure->feeds.push_back({FeedId{0}, "replay"});
    std::map<std::string, AssetId> assets;
    for (const store::StoredSensor &each : stored) {
        const auto [asset, isNew] = assets.try_emplace(each.key.asset, AssetId{static_cast<std::uint32_t>(assets.size())});
        if (isNew)
            structure->assets.push_back({asset->second, each.key.asset, {}});
        SensorSpec sensor;
        sensor.id = SensorId{static_cast<std::uint32_t>(structure->sensors.size())};
        sensor.asset = asset->second;
        sensor.key = each.key;
        sensor.unit = each.unit;
        structure->assets[indexOf(asset->second)].sensors.push_back(sensor.id);
        structure->sensors.push_back(std::move(sensor));
    }
    return structure;
}

/// Transitions that may matter in the range, by number. A simulated clock's are made at quite another time: then all there are.
Result<std::vector<AlarmEvent>> eventsFor(const store::StoreReader &reader, const Range &range)
{
    store::JournalQuery query{
        .since = range.from - kLongestAlarm, .until = {}, .occurrence = {}, .afterSeq = 0, .limit = kMostEvents, .newestFirst = false};
    auto events = reader.events(query);
    const auto matters = [&](const AlarmEvent &event) { return event.sourceTime != kNoTime && event.sourceTime <= range.to; };
    if (!events || std::any_of(events->begin(), events->end(), matters))
        return events;
    query.since = {};
    query.newestFirst = true;
    events = reader.events(query);
    if (events)
        std::reverse(events->begin(), events->end());
    return events;
}

Result<std::vector<Occurrence>> rowsFor(const store::StoreReader &reader, const std::vector<AlarmEvent> &events)
{
    if (events.empty())
        return std::vector<Occurrence>{};
    return reader.occurrences(events.front().at, events.back().at + 1ns);
}

FeedHealth recordedFeed(UtcTime position)
{
    FeedHealth feed;
    feed.address = "replay";
    feed.state = FeedState::Live;
    feed.detail = "recorded";
    feed.lastEvent = position;
    return feed;
}

} // namespace

struct ReplaySource::Room {
    Room(std::unique_ptr<store::StoreReader> from, StructurePtr known, ReplayAlarms stored, ReplayLogbook written, ReplayClock start,
         const Clock &time)
        : reader(std::move(from))
        , structure(std::move(known))
        , alarms(std::move(stored))
        , logbook(std::move(written))
        , samples(structure->sensors,
                  [this](const SensorKey &key, UtcTime begin, UtcTime end) {
                      auto chunks = reader->samples(key, begin, end);
                      return chunks ? std::move(*chunks) : std::vector<ChunkPtr>{};
                  })
        , position(start)
        , clock(time)
    {
        for (const SensorSpec &sensor : structure->sensors)
            sensorIds.emplace(sensor.key, sensor.id);
        for (const AssetSpec &asset : structure->assets)
            assetIds.emplace(asset.path, asset.id);
    }

    void run();
    void publish();
    void addSensors(Snapshot &snapshot) const;
    void addAlarms(Snapshot &snapshot);
    void addLogbook(Snapshot &snapshot);

    std::unique_ptr<store::StoreReader> reader; ///< the replay thread's
    const StructurePtr structure;
    std::map<SensorKey, SensorId> sensorIds;
    std::map<std::string, AssetId> assetIds;
    ReplayAlarms alarms;
    ReplayLogbook logbook;
    ReplaySamples samples;
    std::shared_ptr<const std::vector<Occurrence>> open;
    std::shared_ptr<const std::vector<SuppressedAlarm>> suppressed;
    std::uint64_t openRevision = 0; ///< of both
    std::shared_ptr<const std::vector<Incident>> incidents;
    std::uint64_t incidentRevision = 0;
    std::uint64_t number = 0;
    LatestSlot<Snapshot> slot;
    LookingInbox inbox{"this is a replay: nothing can be changed in it"};

    mutable std::mutex mutex; ///< of what follows
    std::condition_variable wake;
    ReplayClock position;
    bool ending = false;

    const Clock &clock;
    std::thread thread;
};

void ReplaySource::Room::run()
{
    std::unique_lock lock(mutex);
    while (!ending) {
        lock.unlock();
        publish();
        lock.lock();
        wake.wait_for(lock, kSnapshot, [this] { return ending; });
    }
}

void ReplaySource::Room::addSensors(Snapshot &snapshot) const
{
    for (const SensorSpec &sensor : structure->sensors)
        snapshot.sensors.push_back(samples.state(sensor.id));
    snapshot.assets.resize(structure->assets.size());
    for (AssetState &asset : snapshot.assets)
        asset.stale = false;
}

void ReplaySource::Room::addAlarms(Snapshot &snapshot)
{
    if (!open || openRevision != alarms.revision()) {
        open = std::make_shared<const std::vector<Occurrence>>(alarms.open());
        suppressed = std::make_shared<const std::vector<SuppressedAlarm>>(alarms.suppressed());
        openRevision = alarms.revision();
    }
    snapshot.alarms = open;
    const auto find = [](const auto &ids, const auto &name) {
        const auto found = ids.find(name);
        return found == ids.end() ? std::nullopt : std::optional(found->second);
    };
    pipeline::markAlarms(snapshot, {[&](const SensorKey &key) { return find(sensorIds, key); },
                                    [&](const std::string &path) { return find(assetIds, path); }});
    snapshot.events = alarms.newest(Snapshot::kMaxEvents);
    snapshot.storedThrough = alarms.lastSeq();
    snapshot.raisesLast10Min = alarms.raisesLast10Min();
    snapshot.suppressed = suppressed;
}

void ReplaySource::Room::addLogbook(Snapshot &snapshot)
{
    if (!incidents || incidentRevision != logbook.revision()) {
        incidents = std::make_shared<const std::vector<Incident>>(logbook.openIncidents());
        incidentRevision = logbook.revision();
    }
    snapshot.incidents = incidents;
    snapshot.logbook = logbook.newest(Snapshot::kMaxLogbook);
}

void ReplaySource::Room::publish()
{
    auto snapshot = std::make_shared<Snapshot>();
    Duration ahead;
    {
        const std::lock_guard lock(mutex);
        snapshot->now = position.position(clock.steadyNow());
        ahead = fromSeconds(2.0 * position.speed());
    }
    snapshot->echoes = inbox.echoes();
    snapshot->number = ++number;
    snapshot->simulatedClock = true;
    snapshot->structure = structure;
    samples.moveTo(snapshot->now, ahead);
    alarms.moveTo(snapshot->now);
    logbook.moveTo(snapshot->now);
    addSensors(*snapshot);
    addAlarms(*snapshot);
    addLogbook(*snapshot);
    for (const SensorId id : inbox.watched())
        if (indexOf(id) < structure->sensors.size())
            snapshot->traces.emplace(static_cast<std::uint32_t>(id), samples.trace(id));
    snapshot->feeds.push_back(recordedFeed(snapshot->now));
    snapshot->health.journal = JournalState::ReadOnly;
    snapshot->health.journalDetail = "a replay writes nothing";
    slot.store(std::move(snapshot));
}

Result<std::unique_ptr<ReplaySource>> ReplaySource::open(const std::string &folder, Range range, double speed, const Clock &clock)
{
    if (range.from == kNoTime || range.to == kNoTime || range.to <= range.from)
        return Error{ErrorKind::InvalidArgument, "expected a range that ends after it begins", "replay"};
    auto reader = store::StoreReader::open(folder);
    if (!reader)
        return reader.error();
    const auto sensors = (*reader)->sensors();
    const auto oldest = (*reader)->oldestWithin(range.from, range.to);
    if (!sensors || !oldest)
        return !sensors ? sensors.error() : oldest.error();
    if (*oldest != kNoTime)
        range.from = *oldest; // there is nothing to see before
    auto events = eventsFor(**reader, range);
    if (!events)
        return events.error();
    auto rows = rowsFor(**reader, *events);
    if (!rows)
        return rows.error();
    auto entries = (*reader)->logbook({.limit = kMostEvents});
    if (!entries)
        return entries.error();
    ReplayLogbook logbook(std::move(*entries), *events);
    auto room = std::make_unique<Room>(std::move(*reader), structureOf(*sensors), ReplayAlarms(std::move(*rows), std::move(*events)),
                                       std::move(logbook), ReplayClock(range, speed, clock.steadyNow()), clock);
    room->thread = std::thread([inside = room.get()] { inside->run(); });
    return std::unique_ptr<ReplaySource>(new ReplaySource(std::move(room)));
}

ReplaySource::ReplaySource(std::unique_ptr<Room> room) : m_room(std::move(room)) {}

ReplaySource::~ReplaySource()
{
    {
        const std::lock_guard lock(m_room->mutex);
        m_room->ending = true;
    }
    m_room->wake.notify_all();
    m_room->thread.join();
}

SnapshotPtr ReplaySource::latest() const
{
    return m_room->slot.load();
}

bool ReplaySource::post(Command command)
{
    m_room->inbox.take(std::move(command));
    return true;
}

ReplayState ReplaySource::state() const
{
    const std::lock_guard lock(m_room->mutex);
    const ReplayClock &clock = m_room->position;
    return {clock.range(), clock.position(m_room->clock.steadyNow()), clock.speed(), clock.paused()};
}

void ReplaySource::setSpeed(double speed)
{
    const std::lock_guard lock(m_room->mutex);
    m_room->position.setSpeed(speed, m_room->clock.steadyNow());
}

void ReplaySource::setPaused(bool paused)
{
    const std::lock_guard lock(m_room->mutex);
    m_room->position.setPaused(paused, m_room->clock.steadyNow());
}

void ReplaySource::moveTo(UtcTime position)
{
    const std::lock_guard lock(m_room->mutex);
    m_room->position.moveTo(position, m_room->clock.steadyNow());
}

} // namespace telltale::replay
