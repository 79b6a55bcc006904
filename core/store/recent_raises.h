// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"

#include <vector>

namespace telltale::store {

/// When people were given alarms, oldest first: enough of the end of a journal to know how many came in any ten minutes from its end on,
/// and whether that is a flood. Goes back to a moment when there was none, but no more than a day before `end`. Missing: an `end` of
/// kNoTime (a new journal) has none. Errors: those of the database. Cost: one row a raise, by index.
[[nodiscard]] Result<std::vector<UtcTime>> recentRaises(const Database &journal, UtcTime end);

} // namespace telltale::store
