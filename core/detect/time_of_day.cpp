// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/time_of_day.h"

#include <numbers>

namespace telltale::detect {

namespace {

constexpr std::int64_t kHour = 3'600'000'000'000;
constexpr std::int64_t kDay = 24 * kHour;

std::int64_t sinceMidnight(UtcTime time)
{
    return ((toNanos(time) % kDay) + kDay) % kDay;
}

} // namespace

double dayAngle(UtcTime time)
{
    return 2.0 * std::numbers::pi * static_cast<double>(sinceMidnight(time)) / static_cast<double>(kDay);
}

std::size_t hourOfDay(UtcTime time)
{
    return static_cast<std::size_t>(sinceMidnight(time) / kHour);
}

double dayWeightOf(double variance, std::size_t width)
{
    constexpr double kShare = 0.2;
    constexpr double kRadius = 32767.0; // see DayPosition
    return kShare * kShare * variance * static_cast<double>(width) / (kRadius * kRadius);
}

} // namespace telltale::detect
