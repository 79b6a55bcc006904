// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/config/plant.h"
#include "core/model/detector_spec.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace telltale::config {

/// Everything that is wrong with a plant file, not only the first thing. Each `where` is "file:line key", each `what` says what was
/// expected and what was found, and proposes the nearest known key for a misspelt one.
struct PlantProblems {
    std::vector<Error> errors;
    [[nodiscard]] std::string text() const; ///< one per line
};

/// Parses and checks a plant file's text. Detectors and their settings are checked against `catalog`.
[[nodiscard]] std::variant<Plant, PlantProblems> parsePlant(std::string_view text, const std::string &path, const DetectorCatalog &catalog);
/// Reads the file first. A missing or unreadable file is one problem.
[[nodiscard]] std::variant<Plant, PlantProblems> loadPlant(const std::string &path, const DetectorCatalog &catalog);

} // namespace telltale::config
