// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/chunk.h"
#include "core/model/ids.h"

#include <functional>
#include <string>
#include <vector>

namespace telltale::ui {

/// Reads stored samples of a sensor out of a data folder for [from, to), as a TrendView wants them. Each call opens a reader of its own, so
/// it may be called from any thread. Errors: anything that cannot be read is simply not there; the trend then shows no older samples.
[[nodiscard]] std::function<std::vector<ChunkPtr>(const SensorKey &, UtcTime, UtcTime)> historyLoader(std::string dataFolder);

} // namespace telltale::ui
