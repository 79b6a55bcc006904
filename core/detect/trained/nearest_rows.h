// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/neighbour.h"

#include <span>
#include <vector>

namespace telltale::detect {

/// Finds the rows of a table that lie nearest to a row.
/// Shapes: built from row-major values, kept column by column. Exact; of equally near rows the first.
/// Thread: any; immutable. No allocation.   Cost: see bench_detect (1000 rows of 3: about a microsecond).
class NearestRows {
public:
    NearestRows(std::size_t columns, std::span<const double> rowMajor);

    /// Fills `nearest` smallest first; entries beyond the number of rows stay at infinity. `leaveOut` is a row that is not compared with.
    void find(std::span<const double> row, std::span<Neighbour> nearest, std::size_t leaveOut = kNone) const;
    [[nodiscard]] std::size_t rows() const { return m_rows; }
    [[nodiscard]] std::size_t columns() const { return m_columns; }
    [[nodiscard]] double at(std::size_t row, std::size_t column) const { return m_values[column * m_rows + row]; }
    [[nodiscard]] std::size_t bytes() const { return sizeof(*this) + m_values.capacity() * sizeof(double); }

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

private:
    std::size_t m_columns;
    std::size_t m_rows;
    std::vector<double> m_values; ///< column by column
};

} // namespace telltale::detect
