// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/detector_spec.h"
#include "core/model/score.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// Numbers of a model under a name. Shapes: row-major, `values.size()` a multiple of `columns`.
struct NumberTable {
    std::string name;
    std::uint32_t columns = 1;
    std::vector<double> values;

    [[nodiscard]] std::size_t rows() const { return columns == 0 ? 0 : values.size() / columns; }
};

/// One input of a model, found among an asset's sensors by its name. The model sees (value − mean) / sd.
struct ModelChannel {
    std::string sensor;
    double mean = 0.0; ///< in the sensor's unit; 0 and 1 where the model was trained on raw values
    double sd = 1.0;
};

/// What a model was learned from.
struct TrainingRecord {
    std::string source;          ///< file name, or "history of <asset>"
    std::string sourceSha256;    ///< of the file's bytes, hexadecimal; empty for stored history
    std::uint64_t rows = 0;      ///< learned from
    std::uint64_t skipped = 0;   ///< left out because a value was missing
    std::uint64_t anomalous = 0; ///< rows labelled anomalous; 0 without labels
    UtcTime first = kNoTime;     ///< oldest and newest row
    UtcTime last = kNoTime;
    UtcTime trainedAt = kNoTime;
    double split = 1.0;     ///< share of the source that was learned from
    bool ordered = true;    ///< the first rows, not a random choice
    std::uint64_t seed = 0; ///< of that choice, and of the detector
};

/// A trained detector as plain values: what a model file holds (docs: telltale-model(5)).
struct TrainedModel {
    std::string detector; ///< kind
    std::map<std::string, ParamValue> settings;
    std::vector<ModelChannel> channels;
    double limit = kMissing;            ///< anomalous beyond it, in the detector's raw score; NaN = the detector finds it by itself
    std::vector<double> scoreQuantiles; ///< of the raw scores of the training rows at 0, 1, … 100 %; empty = not known
    std::vector<NumberTable> tables;
    TrainingRecord training;

    [[nodiscard]] const NumberTable *table(std::string_view name) const
    {
        for (const NumberTable &each : tables) {
            if (each.name == name)
                return &each;
        }
        return nullptr;
    }
};

using TrainedModelPtr = std::shared_ptr<const TrainedModel>;

} // namespace telltale
