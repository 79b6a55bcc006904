// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>

namespace telltale::store {

/// Copies a data folder into another one, whoever writes to it meanwhile; nothing is locked: journal and history as they are at one moment
/// each, the journal's anchor, and the keys of its chain (for their owner only), without which nobody could check the copy or go on with
/// it. Not copied: the keys of encrypted feeds, what was set aside, the ballast. All of it is written beside its name first; journal.db is
/// there last, so a copy that was interrupted has none and is simply made again.
/// Errors: InvalidArgument where the target has any of these files already; Full, Io; otherwise as SQLite's. Thread: any. Cost: reads and
/// writes both databases once.
[[nodiscard]] Result<void> backupFolder(const std::string &folder, const std::string &target);

} // namespace telltale::store
