// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/plant_file.h"

namespace telltale::config {

/// Detectors that were chosen in the window, in a file of their own beside the plant file, so that the plant file keeps its comments.
/// The file is a plant file that says nothing but `plant.version`, assets, and their detectors.

/// Where they stand: "pumps.toml" -> "pumps.overrides.toml".
[[nodiscard]] std::string overridesPath(const std::string &plantPath);

/// The text of such a file. `version` is the configuration's.
[[nodiscard]] std::string formatOverrides(const std::map<SensorKey, DetectorSpec> &overrides, std::uint32_t version);

/// Takes over what the file says; a file that is not there says nothing. What it says of sensors wins over the plant file.
[[nodiscard]] std::variant<Plant, PlantProblems> withOverrides(Plant plant, const std::string &path, const DetectorCatalog &catalog);

/// The same of the file's text; `path` names it in problems.
[[nodiscard]] std::variant<Plant, PlantProblems> withOverridesOf(Plant plant, std::string_view text, const std::string &path,
                                                                 const DetectorCatalog &catalog);

} // namespace telltale::config
