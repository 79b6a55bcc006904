// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"
#include "core/config/plant_file.h"

namespace telltale::app {

/// The plant that these options ask to watch: the demonstration's, the plant file's, or one without a file. Feeds of other computers for
/// which it pins no key are a problem, unless --insecure was given.
[[nodiscard]] std::variant<config::Plant, config::PlantProblems> watchedPlant(const DesktopOptions &options);

/// Secret keys of this station that feeds of the plant need and that cannot be used. No reason not to start: those feeds say so.
[[nodiscard]] config::PlantProblems stationKeyProblems(const config::Plant &plant, const std::string &dataFolder);

} // namespace telltale::app
