// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace telltale::evaluate {

/// One run of the Skoltech Anomaly Benchmark. Shapes: `values` holds `times.size()` rows of `channels.size()` values, row by row;
/// `anomalous` has one entry per row, or none where the file has no such column.
/// Missing: an empty cell, or one that reads nan, is NaN.
struct SkabRun {
    std::string name; ///< of the file, "0.csv"
    std::vector<std::string> channels;
    std::vector<UtcTime> times;
    std::vector<double> values;
    std::vector<bool> anomalous;

    [[nodiscard]] std::size_t rows() const { return times.size(); }
    [[nodiscard]] std::span<const double> row(std::size_t index) const
    {
        return std::span(values).subspan(index * channels.size(), channels.size());
    }
};

/// Reads one file: the first column is `datetime` (UTC), `anomaly` and `changepoint` are labels, all other columns are channels.
/// Errors: NotFound, Io, BadFormat with file and line.
[[nodiscard]] Result<SkabRun> readSkabRun(const std::string &path);

/// Reads every file directly in a folder whose name ends in .csv, by name.
/// Errors: as above; NotFound for a folder that does not exist or has no such file.
[[nodiscard]] Result<std::vector<SkabRun>> readSkabCorpus(const std::string &folder);

} // namespace telltale::evaluate
