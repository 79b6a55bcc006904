// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace telltale {

/// The kind that judges nothing: how a plant file switches a default off.
inline constexpr std::string_view kNoDetector = "none";

using ParamValue = std::variant<double, bool, std::string>;

/// Which detector, with which settings: what a plant file's `detector = { kind = "band", k = 3.72, stages = ["tail"] }` says.
struct DetectorSpec {
    std::string kind;
    std::map<std::string, ParamValue> params;
    std::vector<std::string> stages;       ///< "tail", "control", in this order
    bool stagesGiven = false;              ///< false: the detector's own defaults apply
    std::string model = {};                ///< path of a trained model's file; empty = it learns from its first rows
    std::vector<std::string> sensors = {}; ///< of an asset's detector: which of its sensors it judges, in this order; empty = all

    friend bool operator==(const DetectorSpec &, const DetectorSpec &) = default;
};

/// One setting a detector understands, as a row of a table: used to check plant files, to print help and to build forms.
struct ParamRule {
    enum class Type { Number, Flag, Text };
    std::string name;
    Type type = Type::Number;
    double min = 0.0; ///< inclusive, numbers only
    double max = 0.0;
    ParamValue fallback;
    std::string unit; ///< "" = dimensionless, "x" = the sensor's own; "rows" and "count" = whole numbers
    std::string text; ///< one sentence for people
};

struct DetectorRule {
    /// What one detector judges: one sensor, all sensors of an asset together, or whichever it is given.
    enum class Scope { Sensor, Asset, Either };
    std::string kind;
    Scope scope = Scope::Sensor;
    std::vector<std::string> defaultStages;
    std::vector<ParamRule> params;
    std::string text;
    std::uint32_t version = 1; ///< of its formula: grows whenever the same rows would get other scores
};

/// Every detector this build knows.
struct DetectorCatalog {
    std::vector<DetectorRule> detectors;

    [[nodiscard]] const DetectorRule *find(std::string_view kind) const;
};

} // namespace telltale
