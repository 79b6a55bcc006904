// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the engine that judges assets as a whole, and decides whose alarm it is when a sensor and its asset are both anomalous.
#include "core/pipeline/engine.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

namespace telltale::pipeline {

namespace {

using Kind = alarm::ConditionChange::Kind;

/// One sensor alone has a detector of its own.
constexpr std::size_t kFewest = 2;

bool isActive(const Occurrence *open)
{
    return open != nullptr && (open->condition == Condition::Active || open->condition == Condition::PendingOff);
}

bool isAnnunciated(const Occurrence &open)
{
    return open.state == AlarmState::B || open.state == AlarmState::C;
}

std::size_t fewestChannels(const DetectorSpec &spec)
{
    return spec.sensors.empty() ? kFewest : spec.sensors.size();
}

std::string joinText(const Explanation::Joined &joined)
{
    char ratio[32];
    std::snprintf(ratio, sizeof ratio, "%.1f", joined.score / joined.limit);
    return joined.sensor + " is anomalous by itself too: " + ratio + " times its limit (" + joined.detector + ')';
}

} // namespace

AssetLane &Engine::assetLane(AssetId id)
{
    if (indexOf(id) >= m_assets.size())
        m_assets.resize(indexOf(id) + 1);
    auto &asset = m_assets[indexOf(id)];
    if (!asset) {
        asset = std::make_unique<AssetLane>(id, m_directory.alarmFor(id), wantedFor(id));
        if (asset->wanted)
            define(asset->definition);
        if (asset->wanted)
            restore(*asset);
    }
    if (asset->wanted && m_directory.structure().asset(id).sensors.size() >= fewestChannels(*asset->wanted))
        m_directory.setDetector(id, *asset->wanted);
    return *asset;
}

bool Engine::addChannel(AssetLane &asset, SensorLane &sensor)
{
    if (sensor.channel != SensorLane::kNoChannel)
        return false;
    const auto &listed = asset.wanted->sensors;
    const std::string &name = m_directory.structure().sensor(sensor.id).key.sensor;
    if (!listed.empty() && std::find(listed.begin(), listed.end(), name) == listed.end())
        return false;
    sensor.channel = asset.channels.size();
    asset.channels.push_back(sensor.id);
    return true;
}

/// With the sensors that its model was made from, where the configuration names none: others of the asset must not hold it up.
std::optional<DetectorSpec> Engine::wantedFor(AssetId id) const
{
    std::optional<DetectorSpec> wanted = m_directory.detectorFor(id);
    if (!wanted || wanted->model.empty() || !wanted->sensors.empty() || !m_models)
        return wanted;
    if (const Result<TrainedModelPtr> model = m_models(wanted->model)) {
        for (const ModelChannel &channel : (*model)->channels)
            wanted->sensors.push_back(channel.sensor);
    }
    return wanted;
}

/// Sensors that report for the first time: the asset's detector is built for those that are there, again for each that comes later.
void Engine::enlist(AssetLane &asset, std::span<SensorLane *const> sensors)
{
    if (!asset.wanted)
        return;
    bool grown = false;
    for (SensorLane *sensor : sensors)
        grown = addChannel(asset, *sensor) || grown;
    if (grown && asset.channels.size() >= fewestChannels(*asset.wanted))
        startAnew(asset);
    else if (grown)
        sayWhoIsMissing(asset);
}

void Engine::sayWhoIsMissing(const AssetLane &asset)
{
    std::string missing;
    for (const std::string &name : asset.wanted->sensors) {
        const auto id = m_directory.find({asset.definition.source.asset, name});
        if (!id || std::find(asset.channels.begin(), asset.channels.end(), *id) == asset.channels.end())
            missing += (missing.empty() ? "" : ", ") + name;
    }
    if (!missing.empty())
        m_directory.setJudgeProblem(asset.definition.source, "waits for readings of " + missing);
}

void Engine::startAnew(AssetLane &asset)
{
    const auto &listed = asset.wanted->sensors;
    const auto place = [&](SensorId id) {
        return std::find(listed.begin(), listed.end(), m_directory.structure().sensor(id).key.sensor) - listed.begin();
    };
    if (!listed.empty())
        std::sort(asset.channels.begin(), asset.channels.end(), [&](SensorId a, SensorId b) { return place(a) < place(b); });
    for (std::size_t i = 0; i < asset.channels.size(); ++i)
        m_lanes[indexOf(asset.channels[i])]->channel = i;
    if (asset.judge && asset.rows.lastRow() != kNoTime && m_log)
        m_log(LogLevel::Warning, "pipeline",
              "a sensor was added to " + escapeLine(asset.definition.source.asset) + ": " + asset.wanted->kind + " starts anew with "
                  + std::to_string(asset.channels.size()) + " sensors");
    asset.judge = std::make_shared<AssetJudge>();
    asset.judge->channels = asset.channels;
    asset.judge->detector = build(*asset.wanted, asset.channels, asset.definition.source);
    asset.rows = RowAligner(asset.channels.size(), asset.rows.lastRow());
    m_pendingRows.push_back({.lane = &asset, .judge = asset.judge, .before = m_pending.size(), .row = {}, .received = {}, .score = {}});
}

/// Rows of the asset that the readings from `first` on complete.
void Engine::align(AssetLane &asset, std::size_t first)
{
    if (!asset.judge)
        return;
    m_together.clear();
    m_rows.clear();
    for (std::size_t i = first; i < m_pending.size(); ++i) {
        const LaneReading &reading = m_pending[i];
        asset.lostBefore = std::max(asset.lostBefore, reading.lostBefore);
        if (!reading.late && reading.lane->channel != SensorLane::kNoChannel)
            m_together.push_back({reading.lane->channel, reading.t, reading.value, reading.quality, reading.gapBefore, reading.period});
    }
    UtcTime last = asset.rows.lastRow();
    asset.rows.add(m_together, m_rows);
    for (RowAligner::Row &row : m_rows) {
        if (last != kNoTime && !row.gapBefore)
            asset.meter.add(row.t - last);
        last = row.t;
        m_pendingRows.push_back({.lane = &asset,
                                 .judge = asset.judge,
                                 .before = first,
                                 .row = std::move(row),
                                 .received = m_pending[first].received,
                                 .period = asset.meter.period(),
                                 .lostBefore = std::exchange(asset.lostBefore, 0),
                                 .score = {}});
    }
}

void Engine::settle(AssetReading &reading, EngineOutput &output)
{
    AssetLane &asset = *reading.lane;
    updateState(asset, reading);
    const RowAligner::Row &row = reading.row;
    if (reading.isStart())
        return;
    asset.loss.note(row.t, reading.lostBefore);
    const bool decided = reading.score.verdict != Verdict::NoDecision;
    if (!decided && std::any_of(row.quality.begin(), row.quality.end(), [](Quality quality) { return quality == Quality::Bad; })) {
        asset.deciding = false;
        setQuality(asset, false, row.t, reading.received, output);
        return;
    }
    if (!decided && std::any_of(row.values.begin(), row.values.end(), [](double value) { return std::isnan(value); }))
        return;
    asset.state.stale = false;
    setQuality(asset, true, row.t, reading.received, output);
    judge(asset, reading, output);
}

void Engine::updateState(AssetLane &asset, const AssetReading &reading)
{
    AssetState &state = asset.state;
    state.verdict = reading.score.verdict;
    state.score = reading.score.limit > 0.0 ? reading.score.value / reading.score.limit : kMissing;
    const bool wasWarm = !reading.judge->detector || state.warmUp >= 1.0;
    state.warmUp = reading.judge->detector ? reading.judge->detector->warmUp() : 0.0;
    if (reading.isStart()) {
        state.rows = state.undecided = 0;
        asset.deciding = false;
        return;
    }
    state.time = reading.row.t;
    ++state.rows;
    state.undecided += wasWarm && state.verdict == Verdict::NoDecision ? 1 : 0;
}

void Engine::judge(AssetLane &asset, const AssetReading &reading, EngineOutput &output)
{
    const Score &score = reading.score;
    const UtcTime t = reading.row.t;
    if (score.verdict == Verdict::Anomalous) {
        asset.lastAnomaly = score;
        asset.lastAnomalyJudge = reading.judge;
        asset.lastAnomalyValues = reading.row.values;
    }
    asset.deciding = asset.deciding || score.verdict != Verdict::NoDecision;
    asset.policy.setPeriod(reading.period);
    if (const auto change = asset.policy.advance(t))
        record(asset, *change, reading.received, output);
    if (const auto change = asset.policy.judge(alarmReading(t, score, reading.row.gapBefore)))
        record(asset, *change, reading.received, output);
    if (const auto change = asset.known.overdue(t, asset.policy))
        record(asset, *change, reading.received, output);
    watchSeverity(asset, score, t, reading.received, output);
}

void Engine::record(AssetLane &asset, const alarm::ConditionChange &change, UtcTime at, EngineOutput &output)
{
    if (change.kind == Kind::Clear)
        record(asset, change, at, {asset.state.score * asset.lastAnomaly.limit, kMissing, {}}, output);
    else
        record(asset, change, at, {asset.lastAnomaly.value, kMissing, explain(asset)}, output);
}

Explanation Engine::explain(const AssetLane &asset) const
{
    const Score &score = asset.lastAnomaly;
    Explanation why;
    why.score = score.value;
    why.limit = score.limit;
    why.detector = asset.definition.detector;
    why.detectorVersion = versionOf(why.detector);
    why.definitionVersion = m_directory.structure().configurationVersion;
    why.model = m_directory.structure().asset(asset.id).judge.model;
    if (!asset.lastAnomalyJudge)
        return why;
    const std::vector<SensorId> &channels = asset.lastAnomalyJudge->channels;
    const auto add = [&](std::size_t channel, double share, double expected, double actual) {
        const SensorSpec &spec = m_directory.structure().sensor(channels[channel]);
        why.channels.push_back({spec.key.sensor, spec.unit, share, expected, actual});
    };
    for (const Contribution &each : score.contributions)
        add(each.channel, each.share, each.expected, each.actual);
    // A detector that cannot tell them apart still says what it saw.
    for (std::size_t i = 0; score.contributions.empty() && i < channels.size(); ++i)
        add(i, 1.0 / static_cast<double>(channels.size()), kMissing, asset.lastAnomalyValues[i]);
    return why;
}

/// Whether a raise of this sensor goes into the alarm of its asset: where that one is active, is shown, and can be believed right now, and
/// where the sensor has neither settings nor an open alarm of its own. As it was the first time where the asset's alarm is repeated.
bool Engine::takesIn(const SensorLane &lane) const
{
    const AssetLane &asset = *lane.asset;
    if (lane.raisesAlone || lane.channel == SensorLane::kNoChannel || !asset.policy.active() || !asset.deciding)
        return false;
    const Occurrence *open = m_book.openFor(asset.key());
    return (asset.known.repeats() || (isActive(open) && isAnnunciated(*open))) && m_book.openFor(lane.key()) == nullptr;
}

void Engine::takeIn(SensorLane &lane, const alarm::ConditionChange &change, UtcTime at, EngineOutput &output)
{
    lane.withheldSince = change.firstViolation;
    if (lane.asset->known.repeats())
        return; // it is in that alarm already
    const SensorSpec &spec = m_directory.structure().sensor(lane.id);
    const Score &score = lane.lastAnomaly;
    alarm::Stimulus stimulus;
    stimulus.kind = AlarmEventKind::Comment;
    stimulus.at = at;
    stimulus.sourceTime = change.at;
    stimulus.actor = kProgram;
    stimulus.joined = Explanation::Joined{.sensor = spec.key.sensor,
                                          .unit = spec.unit,
                                          .at = change.at,
                                          .score = score.value,
                                          .limit = score.limit,
                                          .expected = score.expected,
                                          .actual = lane.lastAnomalyValue,
                                          .detector = lane.definition.detector};
    stimulus.comment = joinText(*stimulus.joined);
    append(m_book.apply(lane.asset->key(), stimulus), output);
}

/// The asset's alarm is over and the sensor is still anomalous: from now on that is an alarm of its own.
void Engine::raiseWithheld(SensorLane &lane, const LaneReading &reading, EngineOutput &output)
{
    const bool judged = reading.score.verdict != Verdict::NoDecision;
    if (lane.withheldSince == kNoTime || !judged || lane.policy.clearing())
        return;
    if (lane.asset->known.repeats() || isActive(m_book.openFor(lane.asset->key())))
        return;
    record(lane, {Kind::Raise, reading.t, std::exchange(lane.withheldSince, kNoTime)}, reading.received, output);
}

/// Live timers of assets. A row that waits for its last reading is older than our clock: it decides first.
void Engine::advanceAssets(UtcTime t, UtcTime at, EngineOutput &output)
{
    for (const auto &asset : m_assets) {
        if (!asset || !asset->judge || asset->state.stale || asset->rows.waiting())
            continue;
        const auto live = [this](SensorId id) { return isLive(*m_lanes[indexOf(id)]); };
        if (!std::all_of(asset->channels.begin(), asset->channels.end(), live))
            continue;
        if (const auto change = asset->policy.advance(t))
            record(*asset, *change, at, output);
    }
}

/// An asset is as fresh as the stalest of its sensors.
void Engine::watchAssetStaleness(UtcTime now, EngineOutput &output)
{
    const auto stale = [this](SensorId id) { return m_lanes[indexOf(id)]->state.stale; };
    for (const auto &asset : m_assets) {
        if (!asset || asset->state.stale || std::none_of(asset->channels.begin(), asset->channels.end(), stale))
            continue;
        asset->state.stale = true;
        asset->deciding = false;
        setQuality(*asset, false, asset->rows.lastRow(), now, output);
    }
}

/// Alarms of sensors and assets that nothing judges any more: nothing could ever clear them.
void Engine::closeUnjudged(const Actor &by, UtcTime now, EngineOutput &output)
{
    for (const Occurrence &open : m_book.openAlarms()) {
        const SensorKey &source = open.definition.source;
        const auto sensor = m_directory.find(source);
        const auto asset = m_directory.findAsset(source.asset);
        const bool ofAsset = source.sensor.empty() && !open.definition.detector.empty() && asset;
        const bool ofSensor = sensor && open.definition.what == m_directory.alarmFor(*sensor).what;
        AlarmLane *lane = nullptr;
        if (ofAsset && !m_directory.detectorFor(*asset))
            lane = &assetLane(*asset);
        else if (ofSensor && m_directory.detectorFor(*sensor).kind == kNoDetector)
            lane = &this->lane(*sensor);
        if (lane == nullptr)
            continue;
        alarm::Stimulus gone;
        gone.kind = AlarmEventKind::ConfigChanged;
        gone.at = now;
        gone.actor = by;
        gone.removed = true;
        gone.comment = ofAsset ? "the asset is no longer judged as a whole" : "the sensor is no longer judged";
        append(m_book.apply(open.id, gone), output);
        lane->beginAnew();
    }
}

} // namespace telltale::pipeline
