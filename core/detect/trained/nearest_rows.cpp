// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/trained/nearest_rows.h"

#include "core/detect/target_clones.h"

#include <algorithm>
#include <array>

namespace telltale::detect {

namespace {

constexpr std::size_t kBlock = 64;

/// Squared distances of rows [0, count) of the block that begins at `values`; columns are `stride` apart.
TELLTALE_TARGET_CLONES
void squaresOfBlock(const double *values, std::size_t stride, std::span<const double> row, std::size_t count, double *squares)
{
    for (std::size_t i = 0; i < count; ++i)
        squares[i] = (values[i] - row[0]) * (values[i] - row[0]);
    for (std::size_t column = 1; column < row.size(); ++column) {
        const double *cells = values + column * stride;
        const double wanted = row[column];
        for (std::size_t i = 0; i < count; ++i)
            squares[i] += (cells[i] - wanted) * (cells[i] - wanted);
    }
}

} // namespace

NearestRows::NearestRows(std::size_t columns, std::span<const double> rowMajor)
    : m_columns(columns)
    , m_rows(rowMajor.size() / columns)
    , m_values(rowMajor.size())
{
    for (std::size_t i = 0; i < rowMajor.size(); ++i)
        m_values[i % columns * m_rows + i / columns] = rowMajor[i];
}

void NearestRows::find(std::span<const double> row, std::span<Neighbour> nearest, std::size_t leaveOut) const
{
    std::fill(nearest.begin(), nearest.end(), Neighbour{});
    std::array<double, kBlock> squares{};
    for (std::size_t from = 0; from < m_rows; from += kBlock) {
        const std::size_t count = std::min(kBlock, m_rows - from);
        squaresOfBlock(m_values.data() + from, m_rows, row, count, squares.data());
        for (std::size_t i = 0; i < count; ++i) {
            if (squares[i] < nearest.back().squaredDistance && from + i != leaveOut)
                insertNeighbour(nearest, squares[i], from + i);
        }
    }
}

} // namespace telltale::detect
