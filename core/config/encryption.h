// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/plant_file.h"

namespace telltale::config {

/// Feeds of other computers for which the plant file pins no key: what comes from them could be read and forged by anybody on the way.
/// Whether that is a reason not to start is for the caller to say.
[[nodiscard]] PlantProblems unencryptedFeeds(const Plant &plant);

} // namespace telltale::config
