// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/frame_intake.h"

#include <algorithm>
#include <utility>

namespace telltale::feed {

namespace {

constexpr std::size_t kEpochsRemembered = 64;
/// Longer than publishers usually rest between two frames of an asset.
constexpr Duration kConflictShown = std::chrono::minutes{1};

wire::Rejection tooManyAssets(const std::string &asset)
{
    return {wire::Reject::TooManyNames, "asset " + asset + " is beyond the number of undeclared assets that is accepted"};
}

/// Counters of foreign numbers must not wrap around.
void addUp(std::uint64_t &sum, std::uint64_t more)
{
    sum = more > ~sum ? ~std::uint64_t{0} : sum + more;
}

} // namespace

FrameIntake::FrameIntake(const ZmqFeedSettings &settings)
    : m_feed(settings.id)
    , m_address(settings.address)
    , m_owners(settings.owners)
    , m_names(settings.maxUndeclaredSensors, settings.declared)
    , m_judge(settings.lostAfter)
{
}

FrameIntake::Outcome FrameIntake::take(std::string_view frame, const Arrival &arrival, const FeedSource::Sink &sink)
{
    countFrame(frame.size(), arrival);
    m_nameRejectCounted = false;
    wire::Decoded decoded = m_decoder.decode(frame, arrival.utc);
    Problem problem;
    if (auto *rejection = std::get_if<wire::Rejection>(&decoded))
        problem = std::move(*rejection);
    else
        problem = std::visit([&](auto &&message) { return accept(std::move(message), arrival, sink); },
                             std::get<wire::Message>(std::move(decoded)));
    if (!problem) {
        m_counts.lastFrame = arrival.utc;
        return Outcome::Accepted;
    }
    countReject(*problem, arrival);
    return Outcome::Rejected;
}

void FrameIntake::refuse(std::size_t bytes, const wire::Rejection &rejection, const Arrival &arrival)
{
    countFrame(bytes, arrival);
    m_nameRejectCounted = false;
    countReject(rejection, arrival);
}

void FrameIntake::leaveOut(const FrameBacklog::Dropped &dropped)
{
    if (dropped.frames == 0)
        return;
    m_counts.frames += dropped.frames;
    m_counts.bytes += dropped.bytes;
    m_counts.rejects[std::string(kOverload)] += dropped.frames;
}

FeedHealth FrameIntake::report(SteadyTime now) const
{
    FeedHealth health = m_counts;
    health.clock = m_clock.kind(now);
    health.speed = m_clock.speed();
    health.sequenced = m_ledger.sequenced();
    health.refusedNames = m_names.refused();
    health.framesPerSecond = m_frameRate.perSecond(now);
    health.samplesPerSecond = m_sampleRate.perSecond(now);
    health.lagSec = m_clock.lagSec(now);
    health.clockSkewed = m_clock.skewed(now);
    return health;
}

void FrameIntake::countFrame(std::size_t bytes, const Arrival &arrival)
{
    ++m_counts.frames;
    m_counts.bytes += bytes;
    m_frameRate.count(1, arrival.steady);
}

void FrameIntake::countReject(const wire::Rejection &rejection, const Arrival &arrival)
{
    const bool counted = rejection.reason == wire::Reject::TooManyNames && m_nameRejectCounted;
    if (!counted)
        ++m_counts.rejects[std::string(wire::toText(rejection.reason))];
    m_lastRejection = std::string(wire::toText(rejection.reason)) + ": " + rejection.detail;
    m_judge.rejected(arrival.steady);
}

FrameIntake::Problem FrameIntake::accept(SampleBatch &&batch, const Arrival &arrival, const FeedSource::Sink &sink)
{
    if (auto problem = admitAsset(batch.asset, arrival))
        return problem;
    note(m_ledger.data(batch.asset, batch.epoch, batch.seq), batch.asset, batch.epoch, arrival, sink);
    return deliver(std::move(batch), arrival, sink);
}

FrameIntake::Problem FrameIntake::accept(wire::PackedSamples &&packed, const Arrival &arrival, const FeedSource::Sink &sink)
{
    if (auto problem = admitAsset(packed.asset, arrival))
        return problem;
    note(m_ledger.data(packed.asset, packed.epoch, packed.seq), packed.asset, packed.epoch, arrival, sink);
    auto resolved = m_describes.resolve(packed, arrival.utc);
    if (auto *rejection = std::get_if<wire::Rejection>(&resolved))
        return std::move(*rejection);
    Problem refused;
    bool delivered = false;
    for (SampleBatch &batch : std::get<std::vector<SampleBatch>>(resolved)) {
        auto problem = deliver(std::move(batch), arrival, sink);
        if (problem && problem->reason != wire::Reject::TooManyNames)
            return problem;
        delivered = delivered || !problem;
        refused = std::move(problem);
    }
    return delivered ? std::nullopt : refused;
}

FrameIntake::Problem FrameIntake::accept(wire::Describe &&describe, const Arrival &arrival, const FeedSource::Sink &sink)
{
    if (auto problem = admitAsset(describe.asset, arrival))
        return problem;
    const bool had = !describe.sensors.empty();
    const auto problem = admitSensors(describe.asset, describe.sensors, [](const wire::DescribedSensor &one) { return one.name; });
    if (problem && had && describe.sensors.empty())
        return problem;
    // Before the description itself: a restart forgets what the former run said about its clock.
    note(m_ledger.heartbeat(describe.asset, describe.epoch, std::nullopt), describe.asset, describe.epoch, arrival, sink);
    m_describes.learn(describe);
    m_clock.described(describe.clock, describe.speed);
    m_judge.otherValid(arrival.steady);
    sink(std::move(describe));
    return std::nullopt;
}

FrameIntake::Problem FrameIntake::accept(wire::Heartbeat &&heartbeat, const Arrival &arrival, const FeedSource::Sink &sink)
{
    if (!m_names.admitAsset(heartbeat.asset))
        return tooManyAssets(heartbeat.asset);
    // A sign of life of the publisher, whoever has the asset; what its numbers say concerns the owner alone.
    if (!compareOwner(heartbeat.asset, arrival))
        note(m_ledger.heartbeat(heartbeat.asset, heartbeat.epoch, heartbeat.seq), heartbeat.asset, heartbeat.epoch, arrival, sink);
    ++m_counts.heartbeats;
    m_clock.heartbeat(arrival.steady);
    m_judge.heartbeat(arrival.steady);
    return std::nullopt;
}

FrameIntake::Problem FrameIntake::deliver(SampleBatch &&batch, const Arrival &arrival, const FeedSource::Sink &sink)
{
    const UtcTime newest = *std::max_element(batch.times.begin(), batch.times.end());
    if (!m_clock.accepts(newest, arrival.utc, arrival.steady))
        return wire::Rejection{wire::Reject::TimeOutOfRange, "t is more than a day ahead of this station's clock: " + toIso(newest)};
    const auto problem = admitSensors(batch.asset, batch.columns, [](const SensorColumn &column) { return column.sensor; });
    if (batch.columns.empty())
        return problem;
    m_clock.sample(newest, arrival.utc);
    m_judge.data(arrival.steady);
    const std::uint64_t values = batch.rows() * batch.columns.size();
    m_counts.samples += values;
    m_sampleRate.count(values, arrival.steady);
    m_counts.lastEvent = std::max(m_counts.lastEvent, newest);
    sink(std::move(batch));
    return std::nullopt;
}

FrameIntake::Problem FrameIntake::admitAsset(const std::string &asset, const Arrival &arrival)
{
    return m_names.admitAsset(asset) ? compareOwner(asset, arrival) : tooManyAssets(asset);
}

FrameIntake::Problem FrameIntake::compareOwner(const std::string &asset, const Arrival &arrival)
{
    const auto other = m_owners ? m_owners->claim(asset, m_feed, m_address) : std::nullopt;
    if (!other)
        return std::nullopt;
    m_conflict = "asset " + asset + " comes in over " + *other + " already: readings of the same name from here are refused";
    m_conflictAt = arrival.steady;
    return wire::Rejection{wire::Reject::AssetOfOtherFeed, m_conflict};
}

std::string FrameIntake::conflict(SteadyTime now) const
{
    return m_conflict.empty() || now - m_conflictAt > kConflictShown ? std::string() : m_conflict;
}

template <typename Named, typename NameOf>
FrameIntake::Problem FrameIntake::admitSensors(const std::string &asset, std::vector<Named> &sensors, NameOf &&nameOf)
{
    const auto refused = std::erase_if(sensors, [&](const Named &sensor) { return !m_names.admitSensor(asset, nameOf(sensor)); });
    if (refused == 0)
        return std::nullopt;
    if (!std::exchange(m_nameRejectCounted, true))
        ++m_counts.rejects[std::string(wire::toText(wire::Reject::TooManyNames))];
    return wire::Rejection{wire::Reject::TooManyNames,
                           asset + ": " + std::to_string(refused) + " sensors beyond the number of undeclared sensors that is accepted"};
}

void FrameIntake::note(const SequenceNote &note, const std::string &asset, std::uint64_t epoch, const Arrival &arrival,
                       const FeedSource::Sink &sink)
{
    noteEpoch(epoch, note.restart);
    if (!note.isGap())
        return;
    m_counts.gaps += note.lost > 0 ? 1 : 0;
    addUp(m_counts.lostMessages, note.lost);
    sink(Gap{asset, note.lost, note.restart, arrival.utc});
}

/// A publisher with many assets restarts once, not once per asset.
void FrameIntake::noteEpoch(std::uint64_t epoch, bool restart)
{
    const bool known = std::find(m_epochs.begin(), m_epochs.end(), epoch) != m_epochs.end();
    if (epoch != 0 && !known) {
        m_epochs.push_back(epoch);
        if (m_epochs.size() > kEpochsRemembered)
            m_epochs.pop_front();
        m_counts.epoch = epoch;
    }
    if (!restart || (epoch != 0 && known))
        return;
    ++m_counts.publisherRestarts;
    m_counts.lastEvent = kNoTime;
    m_clock.restarted();
}

} // namespace telltale::feed
