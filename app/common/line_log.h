// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"

#include <string>

namespace telltale::app {

/// "2026-11-22T12:31:07.123Z warning feed: …" with its line end.
[[nodiscard]] std::string logLine(LogLevel level, std::string_view room, std::string_view text);

/// A log sink that writes one line an entry to standard error. Thread: any.
[[nodiscard]] LogSink lineLog(LogLevel least);

} // namespace telltale::app
