// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace telltale {

/// How finely stored samples are summed up, beside the samples themselves.
enum class RollupLevel : std::uint8_t { Minute, Hour, Day };

inline constexpr std::array kRollupLevels{RollupLevel::Minute, RollupLevel::Hour, RollupLevel::Day};

/// Nanoseconds that a cell of a level covers.
[[nodiscard]] constexpr std::int64_t cellLength(RollupLevel level)
{
    constexpr std::int64_t kMinute = 60'000'000'000;
    constexpr std::array kLengths{kMinute, 60 * kMinute, 24 * 60 * kMinute};
    return kLengths[static_cast<std::size_t>(level)];
}

/// Number of the cell a time lies in, counted from 1970; times before that have negative ones.
[[nodiscard]] constexpr std::int64_t cellIndex(std::int64_t t, RollupLevel level)
{
    const std::int64_t length = cellLength(level);
    return t / length - (t % length < 0 ? 1 : 0);
}

/// What the samples of one sensor in one minute, hour or day come to.
/// Units: times in nanoseconds since 1970 UTC, values in the sensor's unit. Missing: values that are NaN or infinite are only counted; a
/// cell without any finite value has count 0 and NaN in all values.
struct RollupCell {
    std::int64_t index = 0;
    std::uint64_t count = 0; ///< finite values
    std::uint64_t missing = 0;
    std::uint64_t anomalous = 0; ///< samples that the detector judged so
    std::int64_t firstAt = 0;    ///< of finite values; where there is none, of the missing ones
    std::int64_t lastAt = 0;
    double min = std::numeric_limits<double>::quiet_NaN();
    double max = std::numeric_limits<double>::quiet_NaN();
    double first = std::numeric_limits<double>::quiet_NaN();
    double last = std::numeric_limits<double>::quiet_NaN();
    double sum = 0.0;

    [[nodiscard]] double mean() const { return sum / static_cast<double>(count); }
};

} // namespace telltale
