// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace telltale {

/// All bytes of a regular file. Errors: NotFound; OutOfRange for more than `most` bytes; Io.
[[nodiscard]] Result<std::string> readWholeFile(const std::string &path, std::size_t most);

/// Writes a file so that at any moment the name holds either all of the old content or all of the new: beside it first, synced, then
/// renamed. Errors: Full, Io; the old file then stands as it was.
[[nodiscard]] Result<void> replaceFile(const std::string &path, std::string_view bytes);

} // namespace telltale
