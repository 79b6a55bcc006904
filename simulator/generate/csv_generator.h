// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "simulator/scenarios/scenario.h"

#include <functional>
#include <memory>
#include <ostream>

namespace telltale::simulator {

struct FileSettings {
    std::uint64_t rows = 0;
    UtcTime start;
    Duration interval{std::chrono::seconds{1}};
    std::size_t asset = 0;
    bool labelThreeSd = false; ///< label rows by the three-standard-deviations rule instead of the model's truth
};

/// Builds the scenario from its first row on, each time it is called.
using ScenarioMaker = std::function<std::unique_ptr<Scenario>()>;

/// Writes one asset's rows as CSV: timestamp, the sensors, and `anomaly` (0 or 1) where the model knows or the rule was asked for.
/// Shapes: `rows` lines below the header; a drop-out shows as a gap in the times. Missing: an empty cell.
/// The rule judges a sensor by its model's mean and standard deviation, and by those of the file itself where the model states none.
/// Errors: Io when the stream fails. Deterministic: the same settings give the same bytes.
[[nodiscard]] Result<void> writeCsv(const ScenarioMaker &maker, const FileSettings &settings, std::ostream &out);

} // namespace telltale::simulator
