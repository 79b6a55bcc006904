// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/reading.h"

namespace telltale::config {

/// What a detector may judge at the place where it is written.
enum class Judges { OneSensor, WholeAsset, Either };

/// Reads `detector = { kind, stages, <settings of that kind> }`, checked against the catalog. An asset's may have `sensors`. The kind
/// kNoDetector has no settings.
[[nodiscard]] DetectorSpec readDetector(const Found &table, Judges wanted);

/// Whether this kind can only judge all sensors of an asset together.
[[nodiscard]] bool judgesAsset(const DetectorCatalog &catalog, const DetectorSpec &spec);

} // namespace telltale::config
