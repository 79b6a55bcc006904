// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"

#include <vector>

namespace telltale::replay {

/// Those of the occurrences that people are shown, in list order: open, and more than diagnostic. As alarm::AlarmBook::openAlarms gives
/// them in a run. Cost: O(n log n).
[[nodiscard]] std::vector<Occurrence> listed(std::vector<Occurrence> rows);

} // namespace telltale::replay
