// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"

#include <string>

namespace telltale::app {

/// A log sink that adds one line an entry to `path`, for its owner only. A file that has grown to 4 MiB becomes `path`.1, and what that
/// was is dropped. Missing: a file that cannot be written is left alone, because there is nobody to tell. Thread: any.
[[nodiscard]] LogSink fileLog(const std::string &path, LogLevel least);

} // namespace telltale::app
