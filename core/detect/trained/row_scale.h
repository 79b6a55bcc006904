// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/trained_model.h"

#include <span>
#include <vector>

namespace telltale::detect {

/// Mean and spread of each column, and rows in those terms.
/// Standard deviations are those of the whole set (divided by n), and at least 1e-3 of the mean's size: a channel that hardly moved
/// while the model was learned must not decide everything later.
class RowScale {
public:
    /// Shapes: `values` row-major with a column per name, finite, at least one row.
    static RowScale fitted(std::span<const std::string> sensors, std::span<const double> values);
    /// Leaves values as they are.
    static RowScale none(std::span<const std::string> sensors);
    explicit RowScale(std::vector<ModelChannel> channels) : m_channels(std::move(channels)) {}

    [[nodiscard]] const std::vector<ModelChannel> &channels() const { return m_channels; }
    [[nodiscard]] double scaled(std::size_t channel, double value) const
    {
        return (value - m_channels[channel].mean) / m_channels[channel].sd;
    }
    [[nodiscard]] double inUnit(std::size_t channel, double scaled) const
    {
        return m_channels[channel].mean + m_channels[channel].sd * scaled;
    }
    /// All rows of a table.
    [[nodiscard]] std::vector<double> scaledRows(std::span<const double> values) const;

private:
    std::vector<ModelChannel> m_channels;
};

} // namespace telltale::detect
