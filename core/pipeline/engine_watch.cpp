// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the engine that notices what does not happen: silent sensors, silent assets, dead feeds.
#include "core/pipeline/engine.h"

#include "core/feed/feed_explanation.h"
#include "core/pipeline/system_alarms.h"
#include "core/wire/codec.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace telltale::pipeline {

namespace {

constexpr Duration kLeastStale = std::chrono::seconds{2};
/// A sensor whose rhythm is not known yet gets a minute.
constexpr Duration kUnknownRhythm = std::chrono::minutes{1};
/// Longer than it takes to see that the whole feed is lost: one alarm for a dead feed, not one for each asset.
constexpr Duration kSilenceBeforeAlarm = std::chrono::seconds{6};
constexpr Duration kRefusalMemory = std::chrono::minutes{1};
constexpr Duration kNeverConnected = std::chrono::seconds{10};
/// A live reading may still be on its way: timers run this far behind our clock.
constexpr Duration kLiveAllowance = std::chrono::milliseconds{500};

AlarmDefinition systemDefinition(std::string asset, std::string sensor, std::string what, Priority priority)
{
    AlarmDefinition definition;
    definition.source = {std::move(asset), std::move(sensor)};
    definition.what = std::move(what);
    definition.priority = priority;
    return definition;
}

std::string rejectSummary(const FeedHealth &feed)
{
    std::string text;
    for (const auto &[reason, count] : feed.rejects)
        text += (text.empty() ? "; rejected: " : ", ") + reason + ' ' + std::to_string(count);
    return text;
}

} // namespace

Duration Engine::periodOf(const SensorLane &lane) const
{
    const Duration declared = m_directory.structure().sensor(lane.id).period;
    return declared > Duration::zero() ? declared : lane.meter.period();
}

Duration Engine::staleAfter(const SensorLane &lane) const
{
    const auto feed = indexOf(m_directory.structure().sensor(lane.id).feed);
    const double speed = feed < m_feeds.size() && m_feeds[feed].clock == ClockKind::Simulated ? std::max(m_feeds[feed].speed, 1e-3) : 1.0;
    const Duration period = periodOf(lane);
    if (period == Duration::zero())
        return kUnknownRhythm;
    return std::max(kLeastStale, fromSeconds(3.0 * toSeconds(period) / speed));
}

/// Whether there is an alarm to be told that it delivers nothing any more. Soon where the feed goes on delivering others, and neither it
/// nor we have lost any of this sensor, which makes no such pauses; else only once a dead feed would have been noticed.
bool Engine::isSilent(const SensorLane &lane, UtcTime heard) const
{
    if (lane.lastReceived == kNoTime)
        return false;
    const FeedTalk &talk = m_talks[indexOf(m_directory.structure().sensor(lane.id).feed)];
    if (!talk.isLive())
        return false;
    const Duration stale = staleAfter(lane);
    if (heard - std::max(talk.couldBeHeardSince(lane.lastReceived), m_awakeSince) > std::max(kSilenceBeforeAlarm, 2 * stale))
        return true;
    const Duration wentOn = talk.wentOnSince(lane.lastReceived);
    const auto pause = lane.pauses.longest();
    return pause && lane.lostBefore == 0 && wentOn > std::max(stale + kLiveAllowance, 2 * *pause);
}

bool Engine::isLive(const SensorLane &lane) const
{
    const auto feed = indexOf(m_directory.structure().sensor(lane.id).feed);
    return feed < m_feeds.size() && m_feeds[feed].clock == ClockKind::Live;
}

void Engine::tick(UtcTime now, EngineOutput &output, std::optional<UtcTime> heardThrough)
{
    const UtcTime heard = std::min(now, heardThrough.value_or(now));
    std::replace(m_expected.begin(), m_expected.end(), kNoTime, now);
    forgetTheFuture(now);
    watchFeeds(now, output);
    watchNames(now, output);
    advanceAssets(heard - kLiveAllowance, now, output);
    watchStaleness(heard, now, output);
    watchAssetStaleness(now, output);
    watchAssets(heard, now, output);
    watchRules(now, output);
    append(m_book.tick(now), output);
}

void Engine::clockMoved(Duration by, UtcTime now, EngineOutput &output)
{
    const auto seconds = std::to_string(std::chrono::round<std::chrono::seconds>(std::chrono::abs(by)).count());
    const bool on = by > Duration::zero();
    output.audits.push_back({now, kProgram, "clock",
                             on ? "the computer slept, or its clock was set on, for " + seconds + " s"
                                : "the computer's clock was set back by " + seconds + " s"});
    if (on)
        m_awakeSince = now;
}

/// Our clock was set back: silence is counted from now on, and not only once the old time is reached again.
void Engine::forgetTheFuture(UtcTime now)
{
    const auto limit = [now](UtcTime &time) { time = std::min(time, now); };
    for (const auto &lane : m_lanes)
        limit(lane->lastReceived);
    std::for_each(m_expected.begin(), m_expected.end(), limit);
    for (FeedTalk &talk : m_talks)
        talk.forgetTheFuture(now);
    for (GrowthWatch &refusals : m_refusals)
        refusals.forgetTheFuture(now);
    limit(m_awakeSince);
}

/// That nothing came any more was no silence: nothing was to come.
void Engine::endReadingsOf(FeedId feed, UtcTime now, EngineOutput &output)
{
    for (const auto &lane : m_lanes) {
        if (m_directory.structure().sensor(lane->id).feed != feed || lane->lastReceived == kNoTime || !lane->state.stale)
            continue;
        lane->state.stale = false;
        if (lane->state.quality != Quality::Bad)
            setQuality(*lane, true, lane->lastTime, now, output);
    }
    for (const auto &asset : m_assets) {
        if (!asset || !isOfFeed(asset->id, feed))
            continue;
        setCondition(systemDefinition(asset->definition.source.asset, "", std::string(kNoData), Priority::P3), false, {}, now, output);
        if (asset->judge && std::exchange(asset->state.stale, false))
            setQuality(*asset, true, asset->rows.lastRow(), now, output);
    }
}

void Engine::watchStaleness(UtcTime heard, UtcTime now, EngineOutput &output)
{
    for (auto &lane : m_lanes) {
        if (lane->lastReceived == kNoTime || hasEnded(*lane))
            continue;
        if (!lane->state.stale && heard - lane->lastReceived > staleAfter(*lane)) {
            lane->state.stale = true;
            setQuality(*lane, false, lane->lastTime, now, output);
        }
        if (lane->state.stale || !isLive(*lane))
            continue;
        if (const auto change = lane->policy.advance(heard - kLiveAllowance))
            changed(*lane, *change, now, output);
    }
}

void Engine::watchAssets(UtcTime heard, UtcTime now, EngineOutput &output)
{
    for (const AssetSpec &asset : m_directory.structure().assets) {
        AssetSilence silence;
        bool feedIsLive = true;
        bool awaited = false;
        for (const SensorId id : asset.sensors) {
            SensorLane &lane = *m_lanes[indexOf(id)];
            if (hasEnded(lane))
                continue;
            awaited = true;
            const auto feed = indexOf(m_directory.structure().sensor(id).feed);
            feedIsLive = feedIsLive && feed < m_feeds.size() && m_feeds[feed].state == FeedState::Live;
            silence.unknown = silence.unknown || lane.lastReceived == kNoTime;
            const bool silentNow = !lane.silent && isSilent(lane, heard);
            silence.grew = silence.grew || silentNow;
            lane.silent = lane.silent || silentNow;
            if (lane.silent)
                silence.who += (silence.who.empty() ? "silent: " : ", ") + m_directory.structure().sensor(id).key.sensor;
        }
        // While the feed is down nothing is decided about its assets: neither raised nor cleared.
        if (feedIsLive && awaited)
            tellSilence(asset, silence, now, output);
    }
}

/// Whoever was silent before a restart of ours is not heard again because nobody has listened.
void Engine::tellSilence(const AssetSpec &asset, const AssetSilence &silence, UtcTime now, EngineOutput &output)
{
    const AlarmDefinition definition = systemDefinition(asset.path, "", std::string(kNoData), Priority::P3);
    const alarm::AlarmBook::Key key{definition.source, definition.what};
    // Rarely asked: this is done for each asset ten times a second.
    const bool raisedBefore = (silence.grew || silence.unknown) && conditionHolds(key);
    if (raisedBefore && silence.who.empty() && silence.unknown)
        return;
    setCondition(definition, !silence.who.empty(), silence.who, now, output);
    if (raisedBefore && silence.grew)
        remark(key, silence.who, now, output);
}

void Engine::watchFeeds(UtcTime now, EngineOutput &output)
{
    for (const FeedHealth &feed : m_feeds) {
        if (isRemoved(feed.feed))
            continue;
        const bool neverLive = feed.state == FeedState::Connecting || feed.state == FeedState::NoValidFrames;
        const UtcTime since = m_expected[indexOf(feed.feed)];
        const bool late = since != kNoTime && now - since > kNeverConnected;
        if (neverLive && !late)
            continue;
        const std::string detail = feed.detail + rejectSummary(feed);
        const bool raisedBefore = conditionHolds({{std::string(kFeedAsset), feed.address}, std::string(kFeedLost)});
        setCondition(systemDefinition(std::string(kFeedAsset), feed.address, std::string(kFeedLost), Priority::P2), isDown(feed.state),
                     detail, now, output);
        sayKeyReason(feed, raisedBefore, now, output);
    }
}

/// An alarm that was raised while the publisher was away says what keeps its readings away since then, each reason once.
void Engine::sayKeyReason(const FeedHealth &feed, bool raisedBefore, UtcTime now, EngineOutput &output)
{
    if (!isDown(feed.state)) {
        m_keyReasons.erase(feed.feed);
        return;
    }
    const std::string_view reason = feed::keyReason(feed.detail);
    if (reason.empty() || !m_keyReasons[feed.feed].insert(reason).second || !raisedBefore)
        return;
    remark({{std::string(kFeedAsset), feed.address}, std::string(kFeedLost)}, feed.detail, now, output);
}

/// An operator who looks at one of the two would not see that the other is refused.
void Engine::watchNames(UtcTime now, EngineOutput &output)
{
    const std::string reason(wire::toText(wire::Reject::AssetOfOtherFeed));
    for (const FeedHealth &feed : m_feeds) {
        if (isRemoved(feed.feed))
            continue;
        const auto refused = feed.rejects.find(reason);
        const std::uint64_t count = refused == feed.rejects.end() ? 0 : refused->second;
        setCondition(systemDefinition(std::string(kFeedAsset), feed.address, std::string(kSentTwice), Priority::P3),
                     m_refusals[indexOf(feed.feed)].grewLately(count, now, kRefusalMemory), feed.detail, now, output);
    }
}

void Engine::setSystemCondition(const std::string &what, bool holds, const std::string &detail, UtcTime now, EngineOutput &output)
{
    setCondition(systemDefinition("system", "", what, Priority::P1), holds, detail, now, output);
}

/// Also of an alarm that is kept from people, which has no open row while it is out of service.
bool Engine::conditionHolds(const alarm::AlarmBook::Key &key) const
{
    if (const Occurrence *open = m_book.openFor(key))
        return open->condition == Condition::Active;
    const SuppressedAlarm *held = m_book.heldFor(key);
    return held != nullptr && held->condition == Condition::Active;
}

/// A line in the history of an open alarm.
void Engine::remark(const alarm::AlarmBook::Key &key, const std::string &text, UtcTime now, EngineOutput &output)
{
    if (m_book.openFor(key) == nullptr)
        return;
    alarm::Stimulus stimulus;
    stimulus.kind = AlarmEventKind::Comment;
    stimulus.at = stimulus.sourceTime = now;
    stimulus.actor = kProgram;
    stimulus.comment = text;
    append(m_book.apply(key, stimulus), output);
}

void Engine::setCondition(AlarmDefinition definition, bool holds, const std::string &detail, UtcTime now, EngineOutput &output)
{
    const alarm::AlarmBook::Key key{definition.source, definition.what};
    if (conditionHolds(key) == holds)
        return;
    define(definition);
    alarm::Stimulus stimulus;
    stimulus.kind = holds ? AlarmEventKind::Raise : AlarmEventKind::Clear;
    stimulus.at = stimulus.sourceTime = stimulus.firstViolation = now;
    stimulus.actor = kProgram;
    stimulus.comment = holds ? detail : std::string();
    append(m_book.apply(key, stimulus), output);
}

bool Engine::simulatedClock() const
{
    bool any = false;
    for (const FeedHealth &feed : m_feeds) {
        if (isRemoved(feed.feed))
            continue;
        if (feed.clock == ClockKind::Live)
            return false;
        any = any || feed.clock == ClockKind::Simulated;
    }
    return any;
}

UtcTime Engine::screenTime(UtcTime now) const
{
    if (!simulatedClock())
        return now;
    UtcTime newest = kNoTime;
    for (const FeedHealth &feed : m_feeds)
        newest = std::max(newest, isRemoved(feed.feed) ? kNoTime : feed.lastEvent);
    return newest == kNoTime ? now : newest;
}

} // namespace telltale::pipeline
