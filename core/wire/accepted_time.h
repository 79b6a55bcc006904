// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

namespace telltale::wire {

inline constexpr UtcTime kEarliestTime{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1}};
inline constexpr UtcTime kLatestTime{std::chrono::sys_days{std::chrono::year{2100} / 1 / 1}};

/// Both ends included. Everything else is a mistake in units or a clock that was never set.
[[nodiscard]] constexpr bool isAcceptedTime(UtcTime time)
{
    return time >= kEarliestTime && time <= kLatestTime;
}

} // namespace telltale::wire
