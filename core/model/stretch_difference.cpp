// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/stretch_difference.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace telltale {

namespace {

constexpr double kLeastShare = 0.1;

} // namespace

std::vector<DifferingReading> differingReadings(const Explanation &why, std::size_t most)
{
    const std::size_t count = why.actualStretch.size();
    if (why.nearestStretch.size() != count)
        return {};
    std::vector<DifferingReading> readings;
    double sum = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        const double difference = why.actualStretch[i] - why.nearestStretch[i];
        sum += difference * difference;
        readings.push_back({count - 1 - i, why.nearestStretch[i], why.actualStretch[i], difference * difference});
    }
    if (!std::isfinite(sum) || sum <= 0.0)
        return {};
    for (DifferingReading &each : readings)
        each.share /= sum;
    std::ranges::stable_sort(readings, std::greater<>(), &DifferingReading::share);
    std::erase_if(readings, [](const DifferingReading &each) { return each.share < kLeastShare; });
    readings.resize(std::min(readings.size(), most));
    return readings;
}

bool leavesItsBand(const Explanation &why)
{
    if (why.channels.empty())
        return false;
    const double actual = why.channels.front().actual;
    return actual < why.lower || actual > why.upper;
}

} // namespace telltale
