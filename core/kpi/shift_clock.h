// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace telltale::kpi {

/// When shifts begin, by the local time of day, ascending; the last one lasts until the first of the next day. Never empty.
struct ShiftPlan {
    std::vector<std::chrono::minutes> starts{std::chrono::hours{6}, std::chrono::hours{14}, std::chrono::hours{22}};

    friend bool operator==(const ShiftPlan &, const ShiftPlan &) = default;
};

/// "06:00 14:00 22:00". Errors: BadFormat with what was found, when a time is none, they do not ascend, or there are none or more than 12.
[[nodiscard]] Result<ShiftPlan> readShiftPlan(std::string_view text);
[[nodiscard]] std::string toText(const ShiftPlan &plan);

/// Local time minus UTC at an instant; given by whoever knows the zone.
using ZoneOffset = std::function<Duration(UtcTime)>;

/// Half-open, [from, to).
struct Period {
    UtcTime from = kNoTime;
    UtcTime to = kNoTime;

    friend bool operator==(const Period &, const Period &) = default;
};

enum class PeriodKind { Shift, Day, Week, Month };

/// The shift, local day, week (from Monday) or month that contains `time`. Where clocks are changed, a period is an hour longer or
/// shorter. The one before it is that of `from` minus a nanosecond.
[[nodiscard]] Period periodAt(PeriodKind kind, UtcTime time, const ShiftPlan &plan, const ZoneOffset &offset);

} // namespace telltale::kpi
