// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/plant.h"
#include "core/config/reading.h"

namespace telltale::config {

/// Reads a whole document; what is wrong is in `reading` afterwards.
[[nodiscard]] Plant readPlant(const Node &root, Reading &reading);

} // namespace telltale::config
