// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/schema.h"

namespace telltale::store {

/// Whether a file has the tables of the version that it says, and nothing that would act when they are written or
/// read: a trigger or an index that is not ours, or one of ours with other words. Tables and views beside ours are left alone, since no
/// statement names them; an index or a trigger of ours that is missing is no reason to give a file up. Errors: Corrupt, naming the first
/// that is wrong.   Thread: any. Cost: some milliseconds at the first call for a schema, then one query.
[[nodiscard]] Result<void> checkObjects(const Database &database, const Schema &schema, std::int64_t version);

} // namespace telltale::store
