// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

namespace telltale {

/// Reads a time as files have it: RFC 3339 and the same with a space; year/month/day or month/day/year with an hour; a date alone; seconds
/// or (from 1e11 on) milliseconds since 1970. Without an offset it is UTC.
/// Errors: BadFormat, with the text that was found; OutOfRange before 2000 or from 2100 on, which no monitor accepts.
[[nodiscard]] Result<UtcTime> readEventTime(std::string_view text);

} // namespace telltale
