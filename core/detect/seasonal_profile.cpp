// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/seasonal_profile.h"

#include "core/detect/time_of_day.h"

#include <algorithm>

namespace telltale::detect {

std::optional<double> SeasonalProfile::usual(UtcTime time) const
{
    const Hour &hour = m_hours[hourOfDay(time)];
    return hour.count > 0 ? std::optional(hour.mean) : std::nullopt;
}

void SeasonalProfile::learn(UtcTime time, double value)
{
    constexpr double kSlowest = 0.02;
    Hour &hour = m_hours[hourOfDay(time)];
    ++hour.count;
    hour.mean += std::max(1.0 / static_cast<double>(hour.count), kSlowest) * (value - hour.mean);
}

} // namespace telltale::detect
