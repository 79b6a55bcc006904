// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace telltale::evaluate {

/// What the first rows of a file hold under one name of its header.
struct ColumnSample {
    std::string name;
    std::vector<double> numbers;
    std::string word;        ///< the first cell that is neither empty nor a number nor a time; empty = there is none
    bool holdsTimes = false; ///< in words
};

/// Where the readings of a sensor usually lie.
struct SensorRange {
    std::string sensor;
    double low = 0.0;
    double high = 0.0;
};

/// A header whose names stand one column beside their data.
struct HeaderShift {
    std::vector<std::pair<std::string, std::string>> renames; ///< name in the file -> what the column really holds
    std::string why;                                          ///< one sentence for people
};

/// The first 1000 rows of a CSV file, column by column, under their names after `renamed`. `header`: names in place of the first line's;
/// empty = the first line's. Errors: as CsvReader.
[[nodiscard]] Result<std::vector<ColumnSample>> readColumnSamples(const std::string &path,
                                                                  std::span<const std::pair<std::string, std::string>> renamed,
                                                                  const std::vector<std::string> &header = {});

/// Where a header that has one name less than its rows have cells lacks it: the names of all columns, so that every sensor whose range is
/// known has numbers within it. The new one is the one known sensor that the header lacks, if it fits, or "unknown". Shapes: `columns` are
/// those of the file, whatever they are called, one more than `header`. Nothing where no place fits, or more than one, or fewer than two
/// sensors can be compared. A column of times is not taken for the one without a name.
[[nodiscard]] std::optional<std::vector<std::string>>
findMissingName(const std::vector<std::string> &header, std::span<const ColumnSample> columns, std::span<const SensorRange> ranges);

/// Says when the header looks shifted by one column: at least two columns, and a third of those that can be compared, lie mostly outside
/// the range of their own name, and every one lies inside the range of its neighbour's name, the same side for all. A column at the
/// edge, whose neighbour no range is known for, takes the one known name that the header lacks, or "unknown" where its own name belongs to
/// its neighbour. Nothing is said of a header that names two of these columns alike: renaming could not tell them apart. Missing: NaN
/// numbers are not looked at; columns without a range, or without numbers, are not compared.
[[nodiscard]] std::optional<HeaderShift> findHeaderShift(std::span<const ColumnSample> columns, std::span<const SensorRange> ranges);

/// The last column when it holds words although its name does not say that it is a label or text; null otherwise.
[[nodiscard]] const ColumnSample *wordsUnderASensorsName(std::span<const ColumnSample> columns);

} // namespace telltale::evaluate
