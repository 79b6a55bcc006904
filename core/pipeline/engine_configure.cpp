// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the engine that changes how a sensor or an asset is judged while everything runs.
#include "core/config/overrides.h"
#include "core/pipeline/engine.h"

#include <algorithm>

namespace telltale::pipeline {

namespace {

/// As many rows as the widest memory of a detector needs; showing more would hold up the alarm thread.
constexpr std::size_t kShownRows = 4096;

Error refusal(std::string why, const std::string &where = {})
{
    return {ErrorKind::InvalidArgument, std::move(why), where};
}

std::string wordOf(const DetectorSpec &spec)
{
    return spec.kind.empty() ? "the plant file's" : spec.kind;
}

/// The newest samples that were judged, oldest first.
std::vector<RowAligner::Reading> recentReadings(SensorLane &lane)
{
    const SensorTrace trace = lane.chunks.trace();
    std::vector<RowAligner::Reading> readings;
    const auto take = [&](const Chunk &chunk) {
        for (std::size_t i = 0; i < chunk.size(); ++i) {
            if ((chunk.flags[i] & Chunk::kNotScored) == 0)
                readings.push_back({lane.channel, fromNanos(chunk.t[i]), chunk.value[i], chunk.quality(i),
                                    (chunk.flags[i] & Chunk::kGapBefore) != 0, lane.meter.period()});
        }
    };
    for (const ChunkPtr &chunk : trace.sealed)
        take(*chunk);
    if (trace.tail)
        take(*trace.tail);
    readings.erase(readings.begin(), readings.end() - static_cast<std::ptrdiff_t>(std::min(readings.size(), kShownRows)));
    return readings;
}

} // namespace

/// The sensors of an asset that a detector would judge together.
std::vector<SensorId> Engine::judgedBy(const DetectorSpec &spec, AssetId asset) const
{
    std::vector<SensorId> judged;
    for (const SensorId id : m_directory.structure().asset(asset).sensors) {
        const std::string &name = m_directory.structure().sensor(id).key.sensor;
        if (spec.sensors.empty() || std::find(spec.sensors.begin(), spec.sensors.end(), name) != spec.sensors.end())
            judged.push_back(id);
    }
    return judged;
}

/// The detector that is asked for; null where it is none in particular.
Result<std::unique_ptr<detect::Detector>> Engine::tryOut(const command::ConfigureDetector &wanted) const
{
    if (wanted.reason.empty())
        return refusal("say why: every change of the configuration is kept with its reason");
    const auto sensor = m_directory.find(wanted.source);
    const auto asset = m_directory.findAsset(wanted.source.asset);
    const bool whole = wanted.source.sensor.empty();
    if (whole ? !asset : !sensor)
        return Error{ErrorKind::NotFound, "no such " + std::string(whole ? "asset" : "sensor"), wanted.source.text()};
    const DetectorSpec &spec = wanted.detector;
    if (spec.kind.empty() || spec.kind == kNoDetector)
        return std::unique_ptr<detect::Detector>();
    const DetectorRule *rule = detect::catalog().find(spec.kind);
    if (rule != nullptr && rule->scope == (whole ? DetectorRule::Scope::Sensor : DetectorRule::Scope::Asset))
        return refusal(whole ? "judges one sensor, not an asset" : "judges all sensors of an asset together", spec.kind);
    return make(spec, whole ? judgedBy(spec, *asset) : std::vector{*sensor}, wanted.source);
}

void Engine::configure(const command::ConfigureDetector &wanted, const Actor &actor, UtcTime now, EngineOutput &output, CommandEcho &echo)
{
    Result<std::unique_ptr<detect::Detector>> made = tryOut(wanted);
    if (!made) {
        echo.accepted = false;
        echo.reason = made.error().text();
        return;
    }
    m_directory.configure(wanted.source, wanted.detector);
    if (wanted.source.sensor.empty())
        judgeAssetAnew(assetLane(*m_directory.findAsset(wanted.source.asset)), actor, now, output);
    else
        judgeSensorAnew(*m_lanes[indexOf(*m_directory.find(wanted.source))], std::move(*made), actor, now, output);
    output.definitions.push_back({"detectors",
                                  config::formatOverrides(m_directory.overrides(), m_directory.structure().configurationVersion), actor,
                                  wanted.reason, now, m_directory.structure().configurationVersion});
    output.audits.push_back({now, actor, "detector changed",
                             wanted.source.text() + ": " + wordOf(wanted.detector) + ", configuration version "
                                 + std::to_string(m_directory.structure().configurationVersion) + "; " + wanted.reason});
}

/// By `detector`, or where that is null by what the configuration says.
void Engine::judgeSensorAnew(SensorLane &lane, std::unique_ptr<detect::Detector> detector, const Actor &by, UtcTime now,
                             EngineOutput &output)
{
    const DetectorSpec wanted = m_directory.detectorFor(lane.id);
    lane.raisesAlone = m_directory.isConfigured(lane.id);
    lane.definition = m_directory.alarmFor(lane.id);
    define(lane.definition);
    if (detector || wanted.kind == kNoDetector)
        m_directory.setJudgeProblem(lane.definition.source, {});
    else
        detector = build(wanted, {lane.id}, lane.definition.source);
    lane.detector = std::move(detector);
    lane.state.undecided = 0;
    if (wanted.kind == kNoDetector)
        closeUnjudged(by, now, output);
    if (!lane.detector)
        return;
    const UtcTime known = learnedThrough(wanted);
    for (const RowAligner::Reading &each : recentReadings(lane)) {
        if (each.t > known)
            static_cast<void>(lane.detector->update({each.t, {&each.value, 1}, {&each.quality, 1}, each.gapBefore}));
    }
    lane.detector->forgetAlerts();
    lane.state.warmUp = lane.detector->warmUp();
}

void Engine::judgeAssetAnew(AssetLane &asset, const Actor &by, UtcTime now, EngineOutput &output)
{
    asset.wanted = wantedFor(asset.id);
    asset.definition = m_directory.alarmFor(asset.id);
    asset.judge.reset();
    asset.channels.clear();
    asset.state = {};
    asset.deciding = false;
    std::vector<SensorLane *> reporting;
    for (const SensorId id : m_directory.structure().asset(asset.id).sensors) {
        m_lanes[indexOf(id)]->channel = SensorLane::kNoChannel;
        if (m_lanes[indexOf(id)]->lastTime != kNoTime)
            reporting.push_back(m_lanes[indexOf(id)].get());
    }
    m_directory.setDetector(asset.id, asset.wanted.value_or(DetectorSpec{}));
    if (!asset.wanted) {
        m_directory.setJudgeProblem(asset.definition.source, {});
        closeUnjudged(by, now, output);
        return;
    }
    define(asset.definition);
    enlist(asset, reporting);
    if (asset.judge && asset.judge->detector)
        showRecentRows(asset);
}

/// Lets a fresh detector of an asset learn from the rows that its sensors' newest samples make.
void Engine::showRecentRows(AssetLane &asset)
{
    std::vector<RowAligner::Reading> readings;
    for (const SensorId id : asset.channels) {
        const auto own = recentReadings(*m_lanes[indexOf(id)]);
        readings.insert(readings.end(), own.begin(), own.end());
    }
    std::stable_sort(readings.begin(), readings.end(), [](const auto &a, const auto &b) { return a.t < b.t; });
    RowAligner aligner(asset.channels.size());
    std::vector<RowAligner::Row> rows;
    for (std::size_t begin = 0; begin < readings.size();) {
        std::size_t end = begin;
        while (end < readings.size() && readings[end].t == readings[begin].t)
            ++end;
        aligner.add(std::span(readings).subspan(begin, end - begin), rows);
        begin = end;
    }
    const UtcTime known = learnedThrough(*asset.wanted);
    for (const RowAligner::Row &row : rows) {
        if (row.t > known)
            static_cast<void>(asset.judge->detector->update({row.t, row.values, row.quality, row.gapBefore}));
    }
    asset.judge->detector->forgetAlerts();
}

/// The newest row that the detector's model was made from; kNoTime without one. Showing such rows again would make them look familiar.
UtcTime Engine::learnedThrough(const DetectorSpec &spec) const
{
    const Result<TrainedModelPtr> model = spec.model.empty() || !m_models ? TrainedModelPtr() : m_models(spec.model);
    return model.ok() && *model ? (*model)->training.last : kNoTime;
}

} // namespace telltale::pipeline
