// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/row_table.h"

#include <string>
#include <vector>

namespace telltale::evaluate {

/// How to read a CSV file as rows of readings.
struct TableQuestion {
    std::string path;
    std::string truth = {};                                        ///< column of labels; empty = none
    std::vector<std::string> header = {};                          ///< names in place of the first line's; empty = the first line's
    std::vector<std::string> sensors = {};                         ///< columns wanted, in this order; empty = every numeric column
    std::vector<std::string> ignored = {};                         ///< columns that are no sensors
    std::vector<std::pair<std::string, std::string>> renamed = {}; ///< column of the file -> what it really holds
    bool strict = false;                                           ///< a cell that is no number, or a label but 0 and 1, is an error
    bool keepTimeTexts = false;                                    ///< remember the times as they are written
};

/// A column that is no sensor although nobody said so.
struct LeftOutColumn {
    std::string name;
    std::string why; ///< for people: "it is empty"
};

/// What a file held besides its rows.
struct TableFile {
    RowTable table;
    std::vector<std::string> timeTexts; ///< one per row where asked for, none for a file without times
    std::string timeColumn;             ///< empty = the file has none: rows are numbered in seconds from 2000-01-01
    std::vector<LeftOutColumn> leftOut; ///< where every numeric column was asked for
    std::uint64_t badCells = 0;         ///< cells of a sensor that are no number; read as missing
    std::uint64_t backwards = 0;        ///< rows whose time does not follow the row before
    std::string sha256;                 ///< of the file's bytes, hexadecimal
};

/// Reads a CSV file. The time column is the first whose first filled cell is a time in words (see event_time.h), or a time as a number
/// under the name timestamp, time, datetime, date or t. A column is numeric when most of the filled ones among its first 1000 cells are
/// numbers. Labels: 0, 1, true, false, normal, abnormal, anomaly, anomalous, yes, no, in any case; a number counts as anomalous when it
/// is not 0. Missing: empty cells and "nan" are NaN.
/// Errors: NotFound for the file or a column asked for (with the nearest name); InvalidArgument when a column that is to be read shares its
/// name with another, after renaming, or is asked for twice; BadFormat with file and line; OutOfRange for a file without a numeric column
/// or without rows.   Cost: one pass, the whole table in memory.
[[nodiscard]] Result<TableFile> readTable(const TableQuestion &question);

} // namespace telltale::evaluate
