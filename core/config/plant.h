// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/curve/public_key.h"
#include "core/model/alarm_definition.h"
#include "core/model/detector_spec.h"
#include "core/model/ids.h"
#include "core/model/retention.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace telltale::config {

struct FeedEntry {
    std::string address;
    std::size_t line = 0;                     ///< of the address, in the plant file
    std::vector<curve::PublicKey> serverKeys; ///< the publisher has one of them; empty = nothing is encrypted
    std::string clientKey;                    ///< file with this station's secret key; empty = the usual one
};

struct SensorEntry {
    std::string name;
    std::string unit;
    std::string text;
    std::optional<double> low;
    std::optional<double> high;
    Duration period{0};
    std::optional<DetectorSpec> detector; ///< overrides the asset's; of a kind for one sensor
    std::optional<AlarmDefinition> alarm; ///< overrides the asset's; `source` is filled in
};

struct AssetEntry {
    std::string path;
    std::vector<SensorEntry> sensors;
    std::optional<DetectorSpec> detector;      ///< for each sensor that says nothing itself
    std::optional<DetectorSpec> assetDetector; ///< for all of them together
    std::optional<AlarmDefinition> alarm;
};

/// "While this holds, those alarms are of no use to anybody": a machine that is off has no flow. Suppressed ones are listed, counted and
/// journaled with the rule's name, and come back 10 s after it stopped holding.
struct SuppressionRule {
    enum class Test { Below, Above, Equals, AlarmActive };
    std::string name;
    SensorKey sensor; ///< whose newest good value is tested; AlarmActive: whose alarm, sensor empty = the asset's as a whole
    Test test = Test::Below;
    double value = 0.0;            ///< in the sensor's unit
    std::vector<SensorKey> alarms; ///< whose anomalies are suppressed; sensor empty = all of the asset's, and its own
    std::string reason;
};

/// A plant as its file describes it: feeds, assets, sensors, detectors, alarm definitions. Everything may be empty: a sensor that no file
/// declares works all the same, with the default detector and priority P2. A detector of the kind kNoDetector is switched off.
struct Plant {
    std::string title;
    std::string zone;                           ///< where it stands, by its IANA name ("Europe/Berlin"); empty = not said
    std::vector<Priority> commentToAcknowledge; ///< alarms of these are acknowledged with a comment only
    std::vector<FeedEntry> feeds;
    DetectorSpec defaultDetector;      ///< for sensors that say nothing; kind empty = the built-in default (shingle_ensemble)
    DetectorSpec defaultAssetDetector; ///< for assets that say nothing; kind empty = the built-in default (t2_residual), and that only
                                       ///< where neither the asset nor `defaultDetector` names a detector for the sensors
    std::optional<AlarmDefinition> defaultAlarm;
    std::vector<AssetEntry> assets;
    std::vector<SuppressionRule> suppressions;
    Retention retention;                         ///< a relative archive folder lies below the data folder
    std::map<SensorKey, DetectorSpec> overrides; ///< detectors chosen in the window, by sensor or (sensor empty) asset; they win
    std::uint32_t version = 1;                   ///< of the configuration: grows with every such choice
    std::string sourcePath;                      ///< the file it came from, empty for the built-in one
    std::string sourceText;                      ///< its content, kept in the journal
};

} // namespace telltale::config
