// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the engine that listens to feeds, and no longer does.
#include "core/pipeline/engine.h"

#include "core/pipeline/system_alarms.h"

#include <algorithm>
#include <utility>

namespace telltale::pipeline {

namespace {

alarm::Stimulus notListenedTo(AlarmEventKind kind, const Actor &by, UtcTime now)
{
    alarm::Stimulus gone;
    gone.kind = kind;
    gone.at = now;
    gone.actor = by;
    gone.removed = true;
    gone.comment = "the feed is no longer listened to";
    return gone;
}

} // namespace

void Engine::expect(const FeedSpec &feed, UtcTime since)
{
    FeedHealth health;
    health.feed = feed.id;
    health.address = feed.address;
    m_feeds.push_back(std::move(health));
    m_expected.push_back(since);
    m_refusals.emplace_back();
    m_talks.emplace_back();
}

/// Nobody will ever say that a feed is back which is not listened to any more. What is over already only waits to be acknowledged.
void Engine::closeFormerFeeds(UtcTime now, EngineOutput &output)
{
    for (const Occurrence &open : m_book.openAlarms()) {
        const SensorKey &source = open.definition.source;
        const bool known =
            std::any_of(m_feeds.begin(), m_feeds.end(), [&](const FeedHealth &feed) { return feed.address == source.sensor; });
        const bool ofFeed = open.definition.what == kFeedLost || open.definition.what == kSentTwice;
        if (!ofFeed || source.asset != kFeedAsset || known || open.condition == Condition::Inactive)
            continue;
        append(m_book.apply(open.id, notListenedTo(AlarmEventKind::ConfigChanged, kProgram, now)), output);
    }
}

bool Engine::isRemoved(FeedId feed) const
{
    return std::find(m_removed.begin(), m_removed.end(), feed) != m_removed.end();
}

/// The one that is listened to at that address; null where none is.
FeedHealth *Engine::feedAt(const std::string &address)
{
    const auto found = std::find_if(m_feeds.begin(), m_feeds.end(),
                                    [&](const FeedHealth &feed) { return feed.address == address && !isRemoved(feed.feed); });
    return found == m_feeds.end() ? nullptr : &*found;
}

void Engine::carryOut(const command::AddFeed &what, const Command &command, UtcTime now, EngineOutput &output, CommandEcho &echo)
{
    const FeedSpec spec{FeedId{static_cast<std::uint32_t>(m_feeds.size())}, what.address, FeedOrigin::Added};
    const Error twice{ErrorKind::InvalidArgument, "this address is listened to already", what.address};
    const Error unable{ErrorKind::Unsupported, "no feed can be added here", what.address};
    const Result<void> opened = feedAt(what.address) != nullptr ? Result<void>(twice)
                                : m_openFeed                    ? m_openFeed(spec)
                                                                : Result<void>(unable);
    echo.accepted = opened.ok();
    if (!opened) {
        echo.reason = opened.error().text();
        return;
    }
    m_directory.addFeed(spec);
    expect(spec, now);
    output.audits.push_back({now, command.actor, "feed added", what.address});
}

void Engine::carryOut(const command::RemoveFeed &what, const Command &command, UtcTime now, EngineOutput &output, CommandEcho &echo)
{
    FeedHealth *feed = feedAt(what.address);
    if (feed == nullptr)
        echo.reason = "this address is not listened to: " + what.address;
    else if (m_directory.structure().feeds[indexOf(feed->feed)].origin != FeedOrigin::Added)
        echo.reason = "this feed comes back with every start, take it out of the plant file or the command line: " + what.address;
    else if (!m_closeFeed)
        echo.reason = "no feed can be removed here: " + what.address;
    echo.accepted = echo.reason.empty();
    if (!echo.accepted)
        return;
    m_closeFeed(feed->feed);
    m_removed.push_back(feed->feed);
    feed->state = FeedState::Ended;
    feed->detail = "removed";
    clearAlarmsOf(*feed, command.actor, now, output);
    forgetReadingsOf(feed->feed, now);
    m_directory.removeFeed(feed->feed);
    output.audits.push_back({now, command.actor, "feed removed", what.address});
}

/// All that has reported in this asset has come from that feed.
bool Engine::isOfFeed(AssetId asset, FeedId feed) const
{
    bool any = false;
    for (const SensorId id : m_directory.structure().asset(asset).sensors) {
        if (m_lanes[indexOf(id)]->lastReceived == kNoTime)
            continue;
        any = true;
        if (m_directory.structure().sensor(id).feed != feed)
            return false;
    }
    return any;
}

/// Of the feed itself, of its sensors, and of assets that have no others.
std::vector<alarm::AlarmBook::Key> Engine::alarmsOf(const FeedHealth &feed) const
{
    const SensorKey itself{std::string(kFeedAsset), feed.address};
    std::vector<alarm::AlarmBook::Key> all{{itself, std::string(kFeedLost)}, {itself, std::string(kSentTwice)}};
    for (const auto &lane : m_lanes)
        if (m_directory.structure().sensor(lane->id).feed == feed.feed)
            all.push_back(lane->key());
    for (const auto &asset : m_assets) {
        if (!asset || !isOfFeed(asset->id, feed.feed))
            continue;
        all.push_back(asset->key());
        all.push_back({asset->definition.source, std::string(kNoData)});
    }
    return all;
}

/// Nobody will ever say that it is over. What nobody has acknowledged stays in the list until somebody does.
void Engine::clearAlarmsOf(const FeedHealth &feed, const Actor &by, UtcTime now, EngineOutput &output)
{
    for (const alarm::AlarmBook::Key &key : alarmsOf(feed)) {
        const Occurrence *open = m_book.openFor(key);
        const SuppressedAlarm *held = m_book.heldFor(key);
        const Condition condition = open != nullptr ? open->condition : held != nullptr ? held->condition : Condition::Inactive;
        if (condition == Condition::Active || condition == Condition::PendingOff)
            append(m_book.apply(key, notListenedTo(AlarmEventKind::Clear, by, now)), output);
    }
}

/// Should it be listened to again one day, nothing is wrong with its sensors until they say so.
void Engine::forgetReadingsOf(FeedId feed, UtcTime now)
{
    for (const auto &asset : m_assets) {
        if (!asset || !isOfFeed(asset->id, feed))
            continue;
        asset->beginAnew();
        asset->state.stale = true;
        asset->deciding = false;
    }
    for (const auto &lane : m_lanes) {
        if (m_directory.structure().sensor(lane->id).feed != feed)
            continue;
        lane->beginAnew();
        lane->withheldSince = kNoTime;
        lane->lastReceived = kNoTime;
        lane->silent = false;
        lane->state.stale = true;
        lane->gapBefore = true;
        m_rules.value(lane->definition.source, kMissing, now);
    }
}

/// A file that was played to its end is not silent.
bool Engine::hasEnded(const SensorLane &lane) const
{
    const auto feed = indexOf(m_directory.structure().sensor(lane.id).feed);
    return feed < m_feeds.size() && m_feeds[feed].state == FeedState::Ended;
}

} // namespace telltale::pipeline
