// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

#include <QtTest>

#include <bit>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace telltale::test {

/// Time of a row of a series with one row every five minutes, from noon of some day.
inline UtcTime timeOfRow(std::size_t row)
{
    return fromNanos(1'400'068'800'000'000'000) + std::chrono::minutes(5) * static_cast<std::int64_t>(row);
}

/// Shows one value of one sensor to a model or a detector.
template <typename Model>
auto show(Model &model, std::size_t row, double value, Quality quality = Quality::Good)
{
    const detect::Point point{timeOfRow(row), {&value, 1}, {&quality, 1}};
    if constexpr (requires { model.update(point); })
        return model.update(point);
    else
        return model.judge(point);
}

inline std::vector<Score> showAll(detect::Detector &detector, const std::vector<double> &values)
{
    std::vector<Score> scores;
    for (std::size_t row = 0; row < values.size(); ++row)
        scores.push_back(show(detector, row, values[row]));
    return scores;
}

inline std::unique_ptr<detect::Detector> made(const std::string &kind, std::map<std::string, ParamValue> params = {})
{
    Result<std::unique_ptr<detect::Detector>> detector =
        detect::makeDetector({kind, std::move(params), {}, false}, std::vector<detect::ChannelSpec>(1), "a/x");
    return detector ? std::move(*detector) : nullptr;
}

inline std::unique_ptr<detect::Detector> made(const std::string &kind, std::map<std::string, ParamValue> params,
                                              std::vector<std::string> stages)
{
    Result<std::unique_ptr<detect::Detector>> detector =
        detect::makeDetector({kind, std::move(params), std::move(stages), true}, std::vector<detect::ChannelSpec>(1), "a/x");
    return detector ? std::move(*detector) : nullptr;
}

inline bool sameBits(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

inline bool sameBits(const Score &a, const Score &b)
{
    return a.verdict == b.verdict && sameBits(a.raw, b.raw) && sameBits(a.value, b.value) && sameBits(a.limit, b.limit)
           && sameBits(a.likelihood, b.likelihood) && sameBits(a.expected, b.expected) && sameBits(a.lower, b.lower)
           && sameBits(a.upper, b.upper) && a.pulse == b.pulse && a.controlled == b.controlled;
}

} // namespace telltale::test
