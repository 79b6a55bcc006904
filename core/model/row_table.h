// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace telltale {

/// Readings of several sensors as a file or the history has them.
/// Shapes: `values` row-major, one column per sensor; one time per row; `anomalous` one per row (1 = labelled anomalous), or empty
/// without labels. Missing: NaN.
struct RowTable {
    std::vector<std::string> sensors;
    std::vector<UtcTime> times;
    std::vector<double> values;
    std::vector<char> anomalous;

    [[nodiscard]] std::size_t rows() const { return times.size(); }
    [[nodiscard]] std::size_t columns() const { return sensors.size(); }
    [[nodiscard]] std::span<const double> row(std::size_t i) const { return std::span(values).subspan(i * columns(), columns()); }
};

} // namespace telltale
