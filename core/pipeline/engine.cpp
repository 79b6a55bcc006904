// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/engine.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace telltale::pipeline {

namespace {

/// Below this many rows the hand-over to other threads costs more than it saves.
constexpr std::size_t kWorthSharing = 64;
constexpr std::size_t kMaxKeptChunks = 1024;

AlarmEventKind eventOf(alarm::ConditionChange::Kind kind)
{
    switch (kind) {
    case alarm::ConditionChange::Kind::Raise: return AlarmEventKind::Raise;
    case alarm::ConditionChange::Kind::Clear: return AlarmEventKind::Clear;
    case alarm::ConditionChange::Kind::Escalate: break;
    }
    return AlarmEventKind::Escalate;
}

} // namespace

Engine::Engine(EngineSettings settings, ScoreShards &shards)
    : m_directory(std::move(settings.plant), settings.feeds)
    , m_book(std::move(settings.start))
    , m_shards(shards)
    , m_log(std::move(settings.log))
    , m_makeDetector(std::move(settings.makeDetector))
    , m_models(std::move(settings.models))
    , m_openFeed(std::move(settings.openFeed))
    , m_closeFeed(std::move(settings.closeFeed))
    , m_past(std::move(settings.past))
    , m_pastUntil(settings.pastUntil)
    , m_traceBudget(settings.traceBudget)
    , m_incidents(std::move(settings.incidents))
    , m_rules(m_directory.suppressions())
{
    for (const auto &feed : settings.feeds)
        expect(feed, kNoTime);
    for (const auto &sensor : m_directory.structure().sensors)
        lane(sensor.id);
}

Engine::~Engine() = default;

SensorLane &Engine::lane(SensorId id)
{
    if (indexOf(id) < m_lanes.size())
        return *m_lanes[indexOf(id)];
    const SensorSpec &spec = m_directory.structure().sensor(id);
    auto added = std::make_unique<SensorLane>(id, m_directory.alarmFor(id), 0);
    added->policy.setPeriod(spec.period);
    added->asset = &assetLane(spec.asset);
    added->raisesAlone = m_directory.isConfigured(id);
    if (const DetectorSpec wanted = m_directory.detectorFor(id); wanted.kind != kNoDetector)
        added->detector = build(wanted, {id}, spec.key);
    added->state.warmUp = added->detector ? added->detector->warmUp() : 0.0;
    define(added->definition);
    restore(*added);
    m_lanes.push_back(std::move(added));
    shareTraceBudget();
    return *m_lanes.back();
}

Result<std::unique_ptr<detect::Detector>> Engine::make(const DetectorSpec &spec, const std::vector<SensorId> &sensors,
                                                       const SensorKey &name) const
{
    TrainedModelPtr model;
    if (!spec.model.empty()) {
        if (!m_models)
            return Error{ErrorKind::Unsupported, "no model files here", spec.model};
        Result<TrainedModelPtr> found = m_models(spec.model);
        if (!found)
            return found.error();
        model = std::move(*found);
    }
    std::vector<detect::ChannelSpec> channels;
    for (const SensorId id : sensors) {
        const SensorSpec &sensor = m_directory.structure().sensor(id);
        channels.push_back({sensor.key.sensor, sensor.unit, sensor.low.value_or(kMissing), sensor.high.value_or(kMissing), sensor.period});
    }
    return m_makeDetector(spec, channels, name.text(), model);
}

std::unique_ptr<detect::Detector> Engine::build(const DetectorSpec &spec, const std::vector<SensorId> &sensors, const SensorKey &name)
{
    auto made = make(spec, sensors, name);
    m_directory.setJudgeProblem(name, made ? std::string() : made.error().text());
    if (made)
        return std::move(*made);
    if (m_log)
        m_log(LogLevel::Error, "pipeline", "no detector for " + escapeLine(name.text()) + ": " + made.error().text());
    return nullptr;
}

void Engine::shareTraceBudget()
{
    const std::size_t count = m_lanes.size();
    const std::size_t share = std::min(m_traceBudget / Chunk::kCapacity / count, kMaxKeptChunks);
    m_lanes.back()->chunks.keepChunks(share);
    // The others only when the number of sensors passes a power of two: walking all lanes for each new one would be quadratic.
    if ((count & (count - 1)) != 0)
        return;
    for (auto &each : m_lanes)
        each->chunks.keepChunks(share);
}

void Engine::append(std::vector<alarm::Recorded> recorded, EngineOutput &output)
{
    output.transitions.insert(output.transitions.end(), std::make_move_iterator(recorded.begin()), std::make_move_iterator(recorded.end()));
}

void Engine::step(std::span<const IntakeItem> items, UtcTime now, EngineOutput &output)
{
    for (const IntakeItem &item : items) {
        if (isRemoved(item.feed))
            continue; // it was on its way
        if (const auto *batch = std::get_if<SampleBatch>(&item.what)) {
            take(*batch, item.feed);
        } else if (const auto *describe = std::get_if<wire::Describe>(&item.what)) {
            take(*describe, item.feed);
        } else if (const auto *gap = std::get_if<feed::Gap>(&item.what)) {
            take(*gap, item.feed);
        } else if (const auto *health = std::get_if<FeedHealth>(&item.what)) {
            // What came before a change of the feed is judged before it, however the items were cut into steps.
            judgePending(output);
            take(*health, now, output);
        }
    }
    judgePending(output);
}

void Engine::take(const wire::Describe &describe, FeedId feed)
{
    m_directory.describe(feed, describe);
    for (const auto &said : describe.sensors) {
        SensorLane &each = lane(m_directory.resolve(feed, describe.asset, said.name));
        each.policy.setPeriod(periodOf(each));
    }
}

void Engine::take(const feed::Gap &gap, FeedId feed)
{
    for (auto &each : m_lanes) {
        const SensorSpec &spec = m_directory.structure().sensor(each->id);
        if (spec.feed != feed || !(gap.asset.empty() || gap.asset == spec.key.asset))
            continue;
        each->gapBefore = true;
        each->lostBefore += gap.lostMessages;
    }
}

void Engine::take(const FeedHealth &health, UtcTime now, EngineOutput &output)
{
    FeedHealth &known = m_feeds[indexOf(health.feed)];
    const std::uint64_t lateRows = known.lateRows;
    known = health;
    known.lateRows = lateRows;
    m_talks[indexOf(health.feed)].tell(known.state == FeedState::Live, now);
    if (known.state == FeedState::Ended)
        endReadingsOf(known.feed, now, output);
    watchFeeds(now, output);
}

void Engine::take(const SampleBatch &batch, FeedId feed)
{
    FeedHealth &health = m_feeds[indexOf(feed)];
    std::vector<SensorLane *> lanes;
    lanes.reserve(batch.columns.size());
    for (const auto &column : batch.columns)
        lanes.push_back(&lane(m_directory.resolve(feed, batch.asset, column.sensor)));
    if (lanes.empty())
        return;
    m_talks[indexOf(feed)].heard(batch.received);
    AssetLane &asset = *lanes.front()->asset;
    enlist(asset, lanes);
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        const std::size_t first = m_pending.size();
        bool late = false;
        for (std::size_t i = 0; i < batch.columns.size(); ++i) {
            LaneReading reading;
            reading.t = batch.times[row];
            reading.received = batch.received;
            reading.value = batch.columns[i].values[row];
            reading.quality = batch.columns[i].qualityAt(row);
            late = late || (lanes[i]->lastTime != kNoTime && reading.t <= lanes[i]->lastTime);
            readRow(*lanes[i], std::move(reading));
        }
        align(asset, first);
        health.lateRows += late ? 1 : 0;
        health.lastEvent = std::max(health.lastEvent, batch.times[row]);
    }
}

void Engine::readRow(SensorLane &lane, LaneReading reading)
{
    reading.lane = &lane;
    reading.shardKey = static_cast<std::uint32_t>(m_directory.structure().sensor(lane.id).asset);
    reading.late = lane.lastTime != kNoTime && reading.t <= lane.lastTime;
    if (lane.lastReceived != kNoTime && reading.received > lane.lastReceived)
        lane.pauses.add(reading.received - lane.lastReceived);
    lane.lastReceived = reading.received;
    lane.silent = false;
    if (!reading.late) {
        if (lane.lastTime != kNoTime && !lane.gapBefore)
            lane.meter.add(reading.t - lane.lastTime);
        lane.lastTime = reading.t;
        reading.gapBefore = std::exchange(lane.gapBefore, false);
        reading.lostBefore = std::exchange(lane.lostBefore, 0);
        // A missing value leaves a hole that the next row must know of.
        lane.gapBefore = std::isnan(reading.value);
    }
    reading.period = periodOf(lane);
    m_pending.push_back(std::move(reading));
}

void Engine::judgePending(EngineOutput &output)
{
    if (m_pending.empty() && m_pendingRows.empty())
        return;
    if (m_pending.size() + m_pendingRows.size() < kWorthSharing || m_shards.count() == 1) {
        for (std::size_t shard = 0; shard < m_shards.count(); ++shard)
            scoreShard(shard);
    } else {
        m_shards.run([this](std::size_t shard) { scoreShard(shard); });
    }
    auto asset = m_pendingRows.begin();
    for (std::size_t i = 0; i < m_pending.size(); ++i) {
        for (; asset != m_pendingRows.end() && asset->before <= i; ++asset)
            settle(*asset, output);
        settle(m_pending[i], output);
    }
    for (; asset != m_pendingRows.end(); ++asset)
        settle(*asset, output);
    m_pending.clear();
    m_pendingRows.clear();
}

void Engine::scoreShard(std::size_t shard)
{
    for (LaneReading &reading : m_pending) {
        if (reading.shardKey % m_shards.count() != shard || reading.late || !reading.lane->detector)
            continue;
        reading.score = reading.lane->detector->update(
            {.time = reading.t, .values = {&reading.value, 1}, .quality = {&reading.quality, 1}, .gapBefore = reading.gapBefore});
    }
    for (AssetReading &reading : m_pendingRows) {
        if (reading.isStart() || indexOf(reading.lane->id) % m_shards.count() != shard || !reading.judge->detector)
            continue;
        const RowAligner::Row &row = reading.row;
        reading.score =
            reading.judge->detector->update({.time = row.t, .values = row.values, .quality = row.quality, .gapBefore = row.gapBefore});
    }
}

void Engine::settle(LaneReading &reading, EngineOutput &output)
{
    SensorLane &lane = *reading.lane;
    TracedSample sample{toNanos(reading.t), reading.value, reading.quality, reading.score, reading.gapBefore, !reading.late};
    if (auto sealed = lane.chunks.add(sample)) {
        const SensorSpec &spec = m_directory.structure().sensor(lane.id);
        output.chunks.push_back({spec.key, spec.unit, std::move(sealed)});
    }
    if (reading.late)
        return;
    lane.loss.note(reading.t, reading.lostBefore);
    updateState(lane, reading);
    readForRules(lane, reading, output);
    if (reading.quality == Quality::Bad) {
        setQuality(lane, false, reading.t, reading.received, output);
        return;
    }
    if (std::isnan(reading.value))
        return;
    setQuality(lane, true, reading.t, reading.received, output);
    judge(lane, reading, output);
}

void Engine::updateState(SensorLane &lane, const LaneReading &reading)
{
    SensorState &state = lane.state;
    state.value = reading.value;
    state.time = reading.t;
    state.quality = reading.quality;
    state.stale = false;
    state.verdict = reading.score.verdict;
    state.score = reading.score.limit > 0.0 ? reading.score.value / reading.score.limit : kMissing;
    state.expected = reading.score.expected;
    state.lower = reading.score.lower;
    state.upper = reading.score.upper;
    const bool wasWarm = lane.detector ? state.warmUp >= 1.0 : !lane.definition.detector.empty();
    state.undecided += wasWarm && state.verdict == Verdict::NoDecision ? 1 : 0;
    state.warmUp = lane.detector ? lane.detector->warmUp() : 0.0;
    ++state.samples;
}

void Engine::judge(SensorLane &lane, const LaneReading &reading, EngineOutput &output)
{
    const Score &score = reading.score;
    if (score.verdict == Verdict::Anomalous) {
        lane.lastAnomaly = score;
        lane.lastAnomalyValue = reading.value;
    }
    lane.policy.setPeriod(reading.period);
    if (const auto change = lane.policy.advance(reading.t))
        changed(lane, *change, reading.received, output);
    if (const auto change = lane.policy.judge(alarmReading(reading.t, score, reading.gapBefore)))
        changed(lane, *change, reading.received, output);
    if (const auto change = lane.known.overdue(reading.t, lane.policy))
        record(lane, *change, reading.received, output);
    watchSeverity(lane, score, reading.t, reading.received, output);
    raiseWithheld(lane, reading, output);
}

/// More urgent while its score is far beyond the limit, less when it has come back: with the same hysteresis as the alarm itself.
void Engine::watchSeverity(AlarmLane &lane, const Score &score, UtcTime t, UtcTime at, EngineOutput &output)
{
    const Escalation &escalate = lane.definition.escalate;
    if (escalate.score <= 0.0)
        return;
    const double ratio = score.limit > 0.0 ? score.value / score.limit : kMissing;
    const bool inBand = lane.escalated ? !(ratio < lane.definition.clearRatio * escalate.score) : ratio >= escalate.score;
    const bool was = std::exchange(lane.escalated, lane.policy.active() && inBand);
    if (lane.escalated == was || !lane.policy.active() || m_book.openFor(lane.key()) == nullptr)
        return;
    alarm::Stimulus stimulus;
    stimulus.kind = lane.escalated ? AlarmEventKind::Escalate : AlarmEventKind::Deescalate;
    stimulus.at = at;
    stimulus.sourceTime = t;
    stimulus.actor = kProgram;
    stimulus.score = score.value;
    stimulus.limit = score.limit;
    stimulus.priority = lane.escalated ? escalate.priority : lane.definition.priority;
    append(m_book.apply(lane.key(), stimulus), output);
}

/// What the policy decided goes to the sensor's own alarm, or into that of its asset.
void Engine::changed(SensorLane &lane, const alarm::ConditionChange &change, UtcTime at, EngineOutput &output)
{
    if (lane.withheldSince != kNoTime) {
        if (change.kind == alarm::ConditionChange::Kind::Clear)
            lane.withheldSince = kNoTime;
        return;
    }
    if (change.kind == alarm::ConditionChange::Kind::Raise && takesIn(lane))
        takeIn(lane, change, at, output);
    else
        record(lane, change, at, output);
}

void Engine::record(SensorLane &lane, const alarm::ConditionChange &change, UtcTime at, EngineOutput &output)
{
    if (change.kind == alarm::ConditionChange::Kind::Clear)
        record(lane, change, at, {lane.state.score * lane.lastAnomaly.limit, lane.state.value, {}}, output);
    else
        record(lane, change, at, {lane.lastAnomaly.value, lane.lastAnomalyValue, explain(lane)}, output);
}

void Engine::record(AlarmLane &lane, const alarm::ConditionChange &change, UtcTime at, Grounds grounds, EngineOutput &output)
{
    if (isKnown(lane, change, grounds.score, at, output))
        return;
    if (change.kind == alarm::ConditionChange::Kind::Raise)
        define(lane.definition);
    alarm::Stimulus stimulus;
    stimulus.kind = eventOf(change.kind);
    stimulus.at = at;
    stimulus.sourceTime = change.at;
    stimulus.firstViolation = change.firstViolation;
    stimulus.actor = kProgram;
    stimulus.score = grounds.score;
    stimulus.limit = lane.lastAnomaly.limit;
    stimulus.value = grounds.value;
    if (change.kind == alarm::ConditionChange::Kind::Raise)
        stimulus.comment = lane.loss.textFor(change.firstViolation);
    stimulus.why = std::move(grounds.why);
    append(m_book.apply(lane.key(), stimulus), output);
}

/// With the configuration that is in force.
void Engine::define(AlarmDefinition &definition)
{
    definition.version = m_directory.structure().configurationVersion;
    // An alarm that appears while a rule holds is suppressed with the next tick.
    if (!m_book.isDefined({definition.source, definition.what}))
        m_rulesApplied = std::numeric_limits<std::uint64_t>::max();
    m_book.define(definition);
}

std::uint32_t Engine::versionOf(const std::string &kind)
{
    const DetectorRule *rule = detect::catalog().find(kind);
    return rule == nullptr ? 1 : rule->version;
}

Explanation Engine::explain(const SensorLane &lane) const
{
    const SensorSpec &spec = m_directory.structure().sensor(lane.id);
    const Score &score = lane.lastAnomaly;
    Explanation why;
    why.score = score.value;
    why.limit = score.limit;
    why.lower = score.lower;
    why.upper = score.upper;
    why.channels.push_back({spec.key.sensor, spec.unit, 1.0, score.expected, lane.lastAnomalyValue});
    why.detector = lane.definition.detector;
    why.detectorVersion = versionOf(why.detector);
    why.definitionVersion = m_directory.structure().configurationVersion;
    why.model = spec.judge.model;
    if (score.precedent) {
        why.actualStretch = score.precedent->actual;
        why.nearestStretch = score.precedent->nearest;
    }
    return why;
}

void Engine::setQuality(AlarmLane &lane, bool good, UtcTime sourceTime, UtcTime at, EngineOutput &output)
{
    if (!good)
        lane.policy.freeze();
    const auto *open = m_book.openFor(lane.key());
    if (open == nullptr || (good == (open->quality == Quality::Good) && !(good && open->unverifiedSinceRestart)))
        return;
    alarm::Stimulus stimulus;
    stimulus.kind = good ? AlarmEventKind::QualityGood : AlarmEventKind::QualityBad;
    stimulus.at = at;
    stimulus.sourceTime = sourceTime;
    stimulus.actor = kProgram;
    append(m_book.apply(lane.key(), stimulus), output);
}

std::vector<store::SaveChunk> Engine::changedTails(std::vector<store::SaveChunk> &lateChunks)
{
    std::vector<store::SaveChunk> tails;
    for (auto &lane : m_lanes) {
        const SensorSpec &spec = m_directory.structure().sensor(lane->id);
        if (auto tail = lane->chunks.changedTail())
            tails.push_back({spec.key, spec.unit, std::move(tail)});
        if (auto late = lane->chunks.takeLate())
            lateChunks.push_back({spec.key, spec.unit, std::move(late), true});
    }
    return tails;
}

} // namespace telltale::pipeline
