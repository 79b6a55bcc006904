// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/plant.h"
#include "core/config/reading.h"

namespace telltale::config {

/// One [[feed]]: what is wrong with it is reported, and it comes back with the rest.
[[nodiscard]] FeedEntry readFeed(const Found &found);

} // namespace telltale::config
