// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/plant.h"

#include <string>
#include <vector>

namespace telltale::test {

inline const SensorKey kVibration{"line-a/pump1", "vibration"};     ///< P1
inline const SensorKey kTemperature{"line-a/pump1", "temperature"}; ///< P2
inline const SensorKey kCurrent{"line-b/fan", "current"};           ///< P3
inline const SensorKey kTorque{"line-b/mixer", "torque"};           ///< P2, suppressed while the mixer is being cleaned
inline const SensorKey kCleaning{"line-b/mixer", "cleaning"};       ///< above 0.5: it is

inline constexpr double kWrong = 9.0; ///< normal is 0 ± 3 for every sensor of these plants

inline config::SensorEntry sensorOf(const std::string &name, Priority priority, const SensorKey &source)
{
    AlarmDefinition alarm;
    alarm.source = source;
    alarm.what = kAnomalous;
    alarm.priority = priority;
    alarm.raise.kind = PersistenceRule::Kind::Consecutive;
    alarm.offDelay = std::chrono::seconds{1};
    config::SensorEntry sensor;
    sensor.name = name;
    sensor.unit = "mm/s";
    sensor.period = std::chrono::milliseconds{100};
    sensor.alarm = alarm;
    return sensor;
}

inline config::AssetEntry assetOf(const std::string &path, const std::vector<std::pair<std::string, Priority>> &sensors)
{
    config::AssetEntry asset;
    asset.path = path;
    asset.detector = DetectorSpec{"band", {{"k", 3.0}, {"mean", 0.0}, {"sd", 1.0}}, {}, false};
    for (const auto &[name, priority] : sensors) {
        asset.sensors.push_back(sensorOf(name, priority, {path, name}));
    }
    return asset;
}

/// Three machines, one sensor of each priority, and a rule.
inline config::Plant storyPlant()
{
    config::Plant plant;
    plant.title = "Plant";
    plant.assets = {assetOf("line-a/pump1", {{"vibration", Priority::P1}, {"temperature", Priority::P2}}),
                    assetOf("line-b/fan", {{"current", Priority::P3}}),
                    assetOf("line-b/mixer", {{"torque", Priority::P2}, {"cleaning", Priority::P3}})};
    plant.suppressions = {
        {"cleaning", kCleaning, config::SuppressionRule::Test::Above, 0.5, {kTorque}, "the mixer turns by hand while it is cleaned"}};
    return plant;
}

/// `assets` machines "line/m0000", … with `each` sensors "s0", …; of every hundred sensors one has a P1, nine a P2, the rest P3.
inline config::Plant widePlant(int assets, int each)
{
    config::Plant plant;
    plant.title = "Plant";
    for (int i = 0; i < assets; ++i) {
        const std::string number = std::to_string(10'000 + i).substr(1);
        std::vector<std::pair<std::string, Priority>> sensors;
        for (int j = 0; j < each; ++j) {
            const int place = (i * each + j) % 100;
            sensors.emplace_back("s" + std::to_string(j), place == 0 ? Priority::P1 : place < 10 ? Priority::P2 : Priority::P3);
        }
        plant.assets.push_back(assetOf("line/m" + number, sensors));
    }
    return plant;
}

} // namespace telltale::test
