// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/followed_plant.h"

#include "core/pipeline/alarm_marks.h"

#include <algorithm>
#include <utility>

namespace telltale::replay {

namespace {

using namespace std::chrono_literals;

constexpr FeedId kFirstFeed{0};
/// Until its samples are stored, a sensor is not silent.
constexpr Duration kStoredWithin = 10s;
/// Each feed has a row every ten seconds; one that has none any more is no longer listened to.
constexpr Duration kFeedRows = 25s;

Result<UtcTime> newestSample(const store::StoreReader &reader, const std::vector<store::StoredSensor> &sensors)
{
    UtcTime newest = kNoTime;
    for (const store::StoredSensor &sensor : sensors) {
        const auto end = reader.newestBefore(sensor.key, UtcTime::max());
        if (!end)
            return end.error();
        newest = std::max(newest, *end);
    }
    return newest;
}

} // namespace

FollowedPlant::FollowedPlant(config::Plant plant)
    : m_directory(std::move(plant), {})
    , m_samples({}, [this](const SensorKey &key, UtcTime from, UtcTime to) {
        auto chunks = m_reader->samples(key, from, to);
        return chunks ? std::move(*chunks) : std::vector<ChunkPtr>{};
    })
{
    for (const SensorSpec &sensor : m_directory.structure().sensors)
        m_samples.add(sensor.key);
}

Result<void> FollowedPlant::read(const store::StoreReader &reader, UtcTime alive)
{
    m_reader = &reader;
    Result<void> done = readFeeds(reader, alive);
    if (done)
        done = readSensors(reader);
    m_reader = nullptr;
    if (!done)
        return done;
    m_now = present(alive);
    m_samples.setPresent(std::max(m_now, m_samples.newest()));
    return {};
}

Result<void> FollowedPlant::readSensors(const store::StoreReader &reader)
{
    const auto stored = reader.sensors();
    if (!stored)
        return stored.error();
    for (; m_known < stored->size(); ++m_known) {
        const store::StoredSensor &sensor = (*stored)[m_known];
        const std::size_t before = m_directory.structure().sensors.size();
        wire::Describe describe;
        describe.asset = sensor.key.asset;
        describe.sensors.push_back({.name = sensor.key.sensor, .unit = sensor.unit, .low = {}, .high = {}, .text = {}});
        m_directory.describe(kFirstFeed, describe);
        if (m_directory.structure().sensors.size() > before)
            m_samples.add(sensor.key);
    }
    UtcTime newest = m_samples.newest();
    if (newest == kNoTime) {
        const auto found = newestSample(reader, *stored);
        if (!found)
            return found.error();
        newest = *found;
    }
    if (newest != kNoTime)
        m_samples.readNewest(newest - ReplaySamples::kBehind);
    return {};
}

Result<void> FollowedPlant::readFeeds(const store::StoreReader &reader, UtcTime alive)
{
    if (alive == kNoTime)
        return {};
    const UtcTime since = m_feedsThrough == kNoTime ? alive - kFeedRows : m_feedsThrough;
    const auto rows = reader.feedHealth(since, UtcTime::max());
    if (!rows)
        return rows.error();
    for (const store::StoredFeedHealth &row : *rows)
        take(row);
    return {};
}

void FollowedPlant::take(const store::StoredFeedHealth &stored)
{
    m_feedsThrough = std::max(m_feedsThrough, stored.at);
    const auto known =
        std::find_if(m_feeds.begin(), m_feeds.end(), [&](const Feed &feed) { return feed.health.address == stored.health.address; });
    const FeedId id{static_cast<std::uint32_t>(known - m_feeds.begin())};
    if (known == m_feeds.end()) {
        m_feeds.emplace_back();
        m_directory.addFeed({id, stored.health.address});
    }
    Feed &feed = m_feeds[indexOf(id)];
    feed.at = stored.at;
    feed.health = stored.health;
    feed.health.feed = id;
}

bool FollowedPlant::simulatedClock() const
{
    const auto has = [this](ClockKind kind) {
        return std::any_of(m_feeds.begin(), m_feeds.end(), [&](const Feed &feed) { return feed.health.clock == kind; });
    };
    return has(ClockKind::Simulated) && !has(ClockKind::Live);
}

/// What has not been stored yet is not silence, and what stands still is not the present.
UtcTime FollowedPlant::present(UtcTime alive) const
{
    const UtcTime newest = m_samples.newest();
    if (newest == kNoTime || alive == kNoTime)
        return std::max(newest, alive);
    return simulatedClock() ? newest : std::clamp(newest, alive - kStoredWithin, alive);
}

void FollowedPlant::fill(Snapshot &snapshot, const std::vector<SensorId> &watched)
{
    snapshot.now = m_now;
    snapshot.simulatedClock = simulatedClock();
    snapshot.structure = m_directory.published();
    for (const SensorSpec &sensor : snapshot.structure->sensors)
        snapshot.sensors.push_back(m_samples.state(sensor.id));
    snapshot.assets.resize(snapshot.structure->assets.size());
    for (AssetState &asset : snapshot.assets)
        asset.stale = false;
    for (const Feed &feed : m_feeds)
        if (m_feedsThrough - feed.at <= kFeedRows)
            snapshot.feeds.push_back(feed.health);
    for (const SensorId id : watched)
        if (indexOf(id) < snapshot.sensors.size())
            snapshot.traces.emplace(static_cast<std::uint32_t>(id), m_samples.trace(id));
    pipeline::markAlarms(snapshot, {[this](const SensorKey &key) { return m_directory.find(key); },
                                    [this](const std::string &path) { return m_directory.findAsset(path); }});
}

} // namespace telltale::replay
