// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/sample_batch.h"

#include <optional>
#include <string>
#include <vector>

namespace telltale::simulator {

/// Mean and standard deviation of a sensor while nothing is wrong.
struct NormalBand {
    double mean = 0.0;
    double sd = 0.0;
};

/// What a publisher announces about a sensor.
struct SensorPlan {
    std::string name;
    std::string unit;
    std::optional<double> low;
    std::optional<double> high;
    std::string text;
    std::optional<NormalBand> normal; ///< where it is known in closed form
};

struct AssetPlan {
    std::string path;
    std::vector<SensorPlan> sensors;
};

/// How a row travels.
enum class Delivery {
    Sent,
    Withheld, ///< nothing goes out and no message number is used: the sensor is silent
    Garbled,  ///< a malformed frame goes out first, then the row itself
};

/// One row of one asset. Shapes: `values` has one entry per sensor of the asset. Missing: NaN.
struct Row {
    std::vector<double> values;
    std::optional<Truth> truth; ///< absent = the model does not know
    Delivery delivery = Delivery::Sent;
    Duration shift{0}; ///< added to the event time: negative = late
};

/// A model of some assets. Deterministic: the same seed and the same calls give the same rows, whatever the wall clock says.
/// Thread: one.
class Scenario {
public:
    virtual ~Scenario() = default;
    [[nodiscard]] virtual const std::vector<AssetPlan> &assets() const = 0;
    /// The next row of an asset. `elapsedSec` is its event time since the start; it never falls from call to call of one asset.
    [[nodiscard]] virtual Row next(std::size_t asset, double elapsedSec) = 0;
    /// A new burst of messages begins.
    virtual void beginBurst(std::size_t asset) { (void)asset; }
    /// Event time of row `row` since the start.
    [[nodiscard]] virtual Duration eventOffset(std::uint64_t row, Duration interval) const
    {
        return interval * static_cast<std::int64_t>(row);
    }
};

} // namespace telltale::simulator
