// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace telltale {

using Duration = std::chrono::nanoseconds;
/// Event and wall time, UTC, nanoseconds since 1970.
using UtcTime = std::chrono::time_point<std::chrono::system_clock, Duration>;
/// For measuring how long something took; never shown, never stored.
using SteadyTime = std::chrono::steady_clock::time_point;

inline constexpr UtcTime kNoTime{Duration::min()};

[[nodiscard]] constexpr UtcTime fromNanos(std::int64_t nanos)
{
    return UtcTime{Duration{nanos}};
}
[[nodiscard]] constexpr std::int64_t toNanos(UtcTime time)
{
    return time.time_since_epoch().count();
}
[[nodiscard]] constexpr double toSeconds(Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}
/// Units: seconds. Errors: values beyond ±292 years saturate; NaN gives zero.
[[nodiscard]] Duration fromSeconds(double seconds);

/// "2026-11-22T12:31:07.123Z". `digits` is the number of decimals of a second, 0 to 9; cut, not rounded.
[[nodiscard]] std::string toIso(UtcTime time, int digits = 3);

/// Reads RFC 3339 ("2026-11-22T12:31:07.5+01:00") and the same with a space instead of T; without an offset it is UTC.
/// Errors: BadFormat, with the text that was found.
[[nodiscard]] Result<UtcTime> parseTime(std::string_view text);

} // namespace telltale
