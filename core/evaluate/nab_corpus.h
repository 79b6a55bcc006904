// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/evaluate/nab_score.h"

#include <string>
#include <vector>

namespace telltale::evaluate {

/// One file of a benchmark folder. Shapes: as many times as values, in file order.
struct NabFile {
    std::string name; ///< relative to the folder and within it, "realTraffic/speed_7578.csv"
    std::vector<UtcTime> times;
    std::vector<double> values;
    std::vector<RowWindow> windows;
};

/// One numeric column of a two-column file (`timestamp`, then the value or score).
/// Errors: NotFound, Io, BadFormat with file and line.
struct NabColumn {
    std::vector<UtcTime> times;
    std::vector<double> values;
};
[[nodiscard]] Result<NabColumn> readNabColumn(const std::string &path);

/// Reads a folder in the layout of the Numenta Anomaly Benchmark: `windows.json` names the files and their anomaly windows, in order.
/// Times are UTC. A window covers the rows whose times lie in it, both ends included; one that covers no row is dropped.
/// Errors: NotFound, Io, BadFormat with the place; BadFormat for a name that leads out of the folder.
[[nodiscard]] Result<std::vector<NabFile>> readNabCorpus(const std::string &folder);

} // namespace telltale::evaluate
