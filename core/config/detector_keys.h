// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/reading.h"

namespace telltale::config {

/// Reads `detector = { kind, stages, <settings of that kind> }`, checked against the catalog.
[[nodiscard]] DetectorSpec readDetector(const Found &table);

} // namespace telltale::config
