// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/trained/row_scale.h"

#include <algorithm>
#include <cmath>

namespace telltale::detect {

namespace {

/// Two passes: with values of 1e9 that differ by 1 a single one would leave nothing of the variance.
ModelChannel channelOf(const std::string &sensor, std::span<const double> values, std::size_t column, std::size_t columns)
{
    const auto rows = static_cast<double>(values.size() / columns);
    ModelChannel channel{sensor, 0.0, 0.0};
    for (std::size_t i = column; i < values.size(); i += columns)
        channel.mean += values[i];
    channel.mean /= rows;
    double squares = 0.0;
    for (std::size_t i = column; i < values.size(); i += columns)
        squares += (values[i] - channel.mean) * (values[i] - channel.mean);
    constexpr double kSmallest = 1e-12;
    channel.sd = std::max({std::sqrt(squares / rows), 1e-3 * std::abs(channel.mean), kSmallest});
    return channel;
}

} // namespace

RowScale RowScale::fitted(std::span<const std::string> sensors, std::span<const double> values)
{
    std::vector<ModelChannel> channels;
    for (std::size_t column = 0; column < sensors.size(); ++column)
        channels.push_back(channelOf(sensors[column], values, column, sensors.size()));
    return RowScale(std::move(channels));
}

RowScale RowScale::none(std::span<const std::string> sensors)
{
    std::vector<ModelChannel> channels;
    for (const std::string &sensor : sensors)
        channels.push_back({sensor, 0.0, 1.0});
    return RowScale(std::move(channels));
}

std::vector<double> RowScale::scaledRows(std::span<const double> values) const
{
    std::vector<double> rows(values.begin(), values.end());
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = scaled(i % m_channels.size(), rows[i]);
    return rows;
}

} // namespace telltale::detect
