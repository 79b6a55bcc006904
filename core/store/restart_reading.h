// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/store_reader.h"

namespace telltale::store {

/// What a run starts from, read from the journal in one transaction of the caller's. Errors: those of the database; Corrupt where a row
/// cannot be read. Cost: by index, but for what is open, suppressed or an incident, which is read whole.
[[nodiscard]] Result<RestartState> readRestartState(const Database &journal);

} // namespace telltale::store
