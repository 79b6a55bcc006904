// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>

namespace telltale::replay {

/// Whether a data folder can be looked at. Errors, each naming the folder, what was expected there and what was found: NotFound where
/// there is no such folder or no journal in it, Io where it may not be read or is no folder.
[[nodiscard]] Result<void> checkFolder(const std::string &folder);

} // namespace telltale::replay
