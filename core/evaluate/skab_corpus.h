// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/row_table.h"

#include <string>
#include <vector>

namespace telltale::evaluate {

/// One run of the Skoltech Anomaly Benchmark. Missing: an empty cell, or one that reads nan, is NaN.
struct SkabRun {
    std::string name; ///< of the file, "0.csv"
    RowTable table;   ///< without labels where the file has no such column
};

/// Reads one file: the first column is `datetime` (UTC), `anomaly` and `changepoint` are labels, all other columns are channels.
/// Errors: NotFound, Io, BadFormat with file and line; as readTable.
[[nodiscard]] Result<SkabRun> readSkabRun(const std::string &path);

/// Reads every file directly in a folder whose name ends in .csv, by name.
/// Errors: as above; NotFound for a folder that does not exist or has no such file.
[[nodiscard]] Result<std::vector<SkabRun>> readSkabCorpus(const std::string &folder);

} // namespace telltale::evaluate
