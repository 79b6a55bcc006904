// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"

namespace telltale::app {

/// A log sink that writes one line an entry to standard error: "12:31:07.123 warning feed: …". Thread: any.
[[nodiscard]] LogSink lineLog(LogLevel least);

} // namespace telltale::app
