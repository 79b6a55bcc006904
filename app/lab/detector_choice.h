// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/option_table.h"
#include "core/base/result.h"
#include "core/model/detector_spec.h"

#include <string>
#include <vector>

namespace telltale::app {

/// Errors: InvalidArgument with the nearest name, or all names.
[[nodiscard]] Result<const DetectorRule *> detectorNamed(const std::string &name);

/// What --detector names, or every detector of this build. Errors: as above.
[[nodiscard]] Result<std::vector<const DetectorRule *>> detectorsAsked(const Options &options);

/// The detector with what --set says. Numbers, true and false are taken as such, anything else as text; checked here are only the
/// names, with a hint at the nearest one: types and ranges are the detector's own business.
/// Errors: InvalidArgument.
[[nodiscard]] Result<DetectorSpec> specAsked(const DetectorRule &rule, const Options &options);

[[nodiscard]] bool judgesOneSensor(const DetectorRule &rule);
/// Learns from the order of rows, so that rows must be shown to it in time order.
[[nodiscard]] bool learnsAsItRuns(const DetectorRule &rule);

/// Sets `warmUp` to so many rows, or the nearest number that the detector accepts, unless --set did.
void grantWarmUp(const DetectorRule &rule, std::size_t rows, DetectorSpec &spec);

} // namespace telltale::app
