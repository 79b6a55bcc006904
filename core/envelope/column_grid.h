// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace telltale::envelope {

/// Where the columns begin and end, exactly, for any range of 64-bit times and fewer than 2^32 columns.
class ColumnGrid {
public:
    ColumnGrid(std::int64_t from, std::int64_t to, std::size_t columns)
        : m_from(static_cast<std::uint64_t>(from))
        , m_columns(columns)
        , m_width((static_cast<std::uint64_t>(to) - m_from) / columns)
        , m_rest((static_cast<std::uint64_t>(to) - m_from) % columns)
        , m_perNano(static_cast<double>(columns) / static_cast<double>(static_cast<std::uint64_t>(to) - m_from))
    {
    }

    [[nodiscard]] std::size_t columns() const { return m_columns; }
    /// First nanosecond of a column, floor(column · span / columns) from the start, without leaving 64 bits; of the one
    /// after the last the end of the range.
    [[nodiscard]] std::int64_t start(std::size_t column) const { return static_cast<std::int64_t>(m_from + offset(column)); }
    /// Column of a time within the range: the last one that starts at or before it.
    [[nodiscard]] std::size_t columnOf(std::int64_t t) const
    {
        const std::uint64_t since = static_cast<std::uint64_t>(t) - m_from;
        const auto guess = static_cast<std::size_t>((static_cast<double>(since) + 1.0) * m_perNano);
        std::size_t column = std::min(guess, m_columns - 1);
        while (offset(column) > since)
            --column;
        while (column + 1 < m_columns && offset(column + 1) <= since)
            ++column;
        return column;
    }

private:
    [[nodiscard]] std::uint64_t offset(std::size_t column) const { return m_width * column + m_rest * column / m_columns; }

    std::uint64_t m_from;
    std::size_t m_columns;
    std::uint64_t m_width; ///< of a column in nanoseconds, whole part
    std::uint64_t m_rest;  ///< nanoseconds that are left over, spread over the columns
    double m_perNano;
};

} // namespace telltale::envelope
