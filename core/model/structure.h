// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/alarm_definition.h"
#include "core/model/detector_spec.h"
#include "core/model/ids.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace telltale {

struct SensorSpec {
    SensorId id{};
    AssetId asset{};
    FeedId feed{};
    SensorKey key;
    std::string unit;          ///< "°C"; empty = unknown, shown as such
    std::string text;          ///< what a person calls it; may be empty
    std::optional<double> low; ///< end of the physical range, in `unit`
    std::optional<double> high;
    Duration period{0};            ///< nominal interval; 0 = unknown, then learned
    std::string detector;          ///< kind of the detector that judges it, "" = judged with its asset
    bool declared = false;         ///< named by the plant file
    bool gone = false;             ///< its feed was removed and no plant file names it: of the past, not to be shown as watched
    DetectorSpec judge = {};       ///< that detector with its settings; kind kNoDetector = switched off
    std::string judgeProblem = {}; ///< why there is no such detector, so that nothing is decided; empty = there is
    AlarmDefinition alarm = {};    ///< of its anomalies
};

struct AssetSpec {
    AssetId id{};
    std::string path;
    std::vector<SensorId> sensors; ///< in order of first appearance, without those that are gone
    bool gone = false;             ///< all its sensors are, and no plant file names it
    std::string detector = {};     ///< kind of the detector that judges all of them together, "" = there is none
    DetectorSpec judge = {};       ///< as wanted; kind empty = not judged as a whole
    std::string judgeProblem = {}; ///< as SensorSpec
    AlarmDefinition alarm = {};    ///< as SensorSpec
};

/// Where it is written that a feed is listened to. Added: nowhere, it goes with the run and can be removed before.
enum class FeedOrigin : std::uint8_t { PlantFile, CommandLine, Added };

struct FeedSpec {
    FeedId id{};
    std::string address;
    FeedOrigin origin = FeedOrigin::PlantFile;
};

/// What exists: changes seldom, and then as a whole new object with a higher generation. Shapes: ids are indexes into the vectors.
struct Structure {
    std::uint64_t generation = 0;
    std::uint32_t configurationVersion = 1; ///< grows with every change of the plant file and every one made in the window
    std::vector<FeedSpec> feeds;            ///< also those that were removed
    std::vector<AssetSpec> assets;
    std::vector<SensorSpec> sensors;
    std::vector<SensorKey> overridden; ///< sensors and assets (sensor empty) whose detector the window chose, not the plant file

    [[nodiscard]] const SensorSpec &sensor(SensorId id) const { return sensors[indexOf(id)]; }
    [[nodiscard]] const AssetSpec &asset(AssetId id) const { return assets[indexOf(id)]; }
    /// There is something to watch.
    [[nodiscard]] bool watches() const
    {
        return std::any_of(sensors.begin(), sensors.end(), [](const SensorSpec &sensor) { return !sensor.gone; });
    }
};

using StructurePtr = std::shared_ptr<const Structure>;

} // namespace telltale
