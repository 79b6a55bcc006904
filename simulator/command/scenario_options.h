// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/option_table.h"
#include "simulator/generate/csv_generator.h"
#include "simulator/publish/scenario_programme.h"
#include "simulator/scenarios/catalog.h"

namespace telltale::simulator {

/// What the command line says about a scenario, checked. Errors of all: InvalidArgument naming the option.
struct ScenarioRequest {
    const ScenarioEntry *entry = nullptr;
    ScenarioSettings settings;
};
[[nodiscard]] Result<ScenarioRequest> readScenario(const Options &options);
/// `now` is where a simulated clock starts when nothing else is said.
[[nodiscard]] Result<Schedule> readSchedule(const Options &options, const ScenarioEntry &entry, UtcTime now);
[[nodiscard]] Result<FileSettings> readFileSettings(const Options &options, const ScenarioEntry &entry);

/// A whole number between two bounds, both inclusive.
[[nodiscard]] Result<std::uint64_t> readCount(const Options &options, std::string_view name, std::uint64_t fallback, std::uint64_t min,
                                              std::uint64_t max);

} // namespace telltale::simulator
