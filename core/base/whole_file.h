// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace telltale {

/// All bytes of a regular file. Errors: NotFound; OutOfRange for more than `most` bytes; Io.
[[nodiscard]] Result<std::string> readWholeFile(const std::string &path, std::size_t most);

/// The file that `replaceFile` would write: `path`, or where its links lead. Errors: Io for what exists and is no regular file (a
/// folder, a pipe, a device) and for links that lead nowhere.
[[nodiscard]] Result<std::string> replaceableFile(const std::string &path);

/// Writes a file so that at any moment the name holds either all of the old content or all of the new: beside it first, synced, then
/// renamed. A link stays and what it leads to is written; an old file's access rights stay, a new one gets `rights` less the umask.
/// Errors: as above; Full, Io; the old file then stands as it was.   Thread: any, also several for one file: one of them wins.
[[nodiscard]] Result<void> replaceFile(const std::string &path, std::string_view bytes, unsigned rights = 0644);

} // namespace telltale
