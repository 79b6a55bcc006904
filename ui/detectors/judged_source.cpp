// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/judged_source.h"

#include <algorithm>

namespace telltale::ui {

namespace {

void addChannel(JudgedSource &source, const SensorSpec &sensor, const Snapshot &snapshot)
{
    const std::size_t place = indexOf(sensor.id);
    source.silent.push_back(place >= snapshot.sensors.size() || snapshot.sensors[place].samples == 0 ? 1 : 0);
    source.sensors.push_back(sensor.key);
    source.channels.push_back(
        {sensor.key.sensor, sensor.unit, sensor.low.value_or(kMissing), sensor.high.value_or(kMissing), sensor.period});
}

bool isChannel(const AssetSpec &asset, const SensorSpec &sensor)
{
    const auto &listed = asset.judge.sensors;
    return listed.empty() || std::find(listed.begin(), listed.end(), sensor.key.sensor) != listed.end();
}

JudgedSource sensorSource(const Snapshot &snapshot, const SensorSpec &sensor)
{
    JudgedSource source{.key = sensor.key, .judge = sensor.judge, .problem = sensor.judgeProblem, .alarm = sensor.alarm};
    addChannel(source, sensor, snapshot);
    if (indexOf(sensor.id) < snapshot.sensors.size()) {
        source.warmUp = snapshot.sensors[indexOf(sensor.id)].warmUp;
        source.undecided = snapshot.sensors[indexOf(sensor.id)].undecided;
    }
    return source;
}

JudgedSource assetSource(const Snapshot &snapshot, const AssetSpec &asset)
{
    JudgedSource source{.key = {asset.path, {}}, .judge = asset.judge, .problem = asset.judgeProblem, .alarm = asset.alarm};
    for (const SensorId id : asset.sensors) {
        if (isChannel(asset, snapshot.structure->sensor(id))) {
            addChannel(source, snapshot.structure->sensor(id), snapshot);
        }
    }
    if (indexOf(asset.id) < snapshot.assets.size()) {
        source.warmUp = snapshot.assets[indexOf(asset.id)].warmUp;
        source.undecided = snapshot.assets[indexOf(asset.id)].undecided;
    }
    return source;
}

std::optional<JudgedSource> locate(const Snapshot &snapshot, const SensorKey &key)
{
    if (!key.sensor.empty()) {
        for (const SensorSpec &sensor : snapshot.structure->sensors) {
            if (sensor.key == key) {
                return sensorSource(snapshot, sensor);
            }
        }
        return std::nullopt;
    }
    for (const AssetSpec &asset : snapshot.structure->assets) {
        if (asset.path == key.asset && !asset.sensors.empty()) {
            return assetSource(snapshot, asset);
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<JudgedSource> findSource(const Snapshot &snapshot, const SensorKey &key)
{
    if (!snapshot.structure) {
        return std::nullopt;
    }
    auto source = locate(snapshot, key);
    if (!source) {
        return source;
    }
    source->configuration = snapshot.structure->configurationVersion;
    const auto &overridden = snapshot.structure->overridden;
    source->overridden = std::find(overridden.begin(), overridden.end(), key) != overridden.end();
    return source;
}

std::vector<SensorKey> allSources(const Structure &structure)
{
    std::vector<SensorKey> sources;
    for (const AssetSpec &asset : structure.assets) {
        if (asset.sensors.size() > 1) {
            sources.push_back({asset.path, {}});
        }
        for (const SensorId sensor : asset.sensors) {
            sources.push_back(structure.sensor(sensor).key);
        }
    }
    return sources;
}

} // namespace telltale::ui
