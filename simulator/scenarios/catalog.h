// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "simulator/plant/markov_machine.h"
#include "simulator/plant/random_walk.h"
#include "simulator/scenarios/scenario.h"

#include <memory>
#include <span>
#include <string_view>

namespace telltale::simulator {

/// What a scenario is built from; each reads the settings that concern it.
struct ScenarioSettings {
    std::uint64_t seed = 1;
    std::size_t stations = 1;
    WalkMode walkMode = WalkMode::Reference;
    Transitions transitions;
    std::string channelFile;         ///< empty = the built-in channels
    std::vector<std::string> faults; ///< injected on top, see `parseFault`
};

struct ScenarioEntry {
    std::string_view name;
    std::string_view text;      ///< one line for people
    double rateHz;              ///< messages a second per asset
    double fileIntervalSec;     ///< between rows of a generated file
    double simulatedSpeed;      ///< 0 = runs on the live clock
    std::string_view start;     ///< event time of the first row where it is not "now"; also the default for files
    std::string_view ownOption; ///< command-line options that only this scenario takes, separated by blanks
    Result<std::unique_ptr<Scenario>> (*make)(const ScenarioSettings &);
};

[[nodiscard]] std::span<const ScenarioEntry> scenarioCatalog();

/// Errors: InvalidArgument, with the nearest name and the list of all.
[[nodiscard]] Result<const ScenarioEntry *> findScenario(std::string_view name);

/// Builds the scenario and works the injected faults in.
/// Errors: InvalidArgument for a fault that cannot be; what `loadChannels` says about a channel file.
[[nodiscard]] Result<std::unique_ptr<Scenario>> buildScenario(const ScenarioEntry &entry, const ScenarioSettings &settings);

} // namespace telltale::simulator
