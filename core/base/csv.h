// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace telltale {

/// Reads a CSV file row by row: RFC 4180 quoting, LF or CRLF, optional UTF-8 byte-order mark, separator ',' ';' or tab (the one
/// that the header has most of).
/// Shapes: the first line is the header; every row must have as many cells as the header. Empty lines are skipped.
/// A row, or the header, of more than 1 MiB is refused, and no more than that is read of it.
/// Errors: NotFound/Io from `open`; BadFormat from both, Io from a disk that fails, `where` = "file:line".
/// Thread: one. Cost: one pass, memory of one row.
class CsvReader {
public:
    static Result<CsvReader> open(const std::string &path);

    [[nodiscard]] const std::vector<std::string> &header() const { return m_header; }
    /// Takes these names in place of the first line's. From then on rows must have as many cells.
    void setHeader(std::vector<std::string> names) { m_header = std::move(names); }
    /// True when a row was read into `cells`, false at the end of the file.
    Result<bool> next(std::vector<std::string> &cells);
    /// Line (from 1) of the row that `next` gave last.
    [[nodiscard]] std::size_t line() const { return m_rowLine; }
    [[nodiscard]] std::string place() const { return m_path + ':' + std::to_string(m_rowLine); }

private:
    CsvReader() = default;
    /// Appends what is left of a line; false when nothing is. Errors: BadFormat as soon as `text` is longer than a record may be.
    Result<bool> appendLine(std::string &text);
    /// Reads one record, which may span lines inside quotes.
    Result<bool> record(std::vector<std::string> &cells);
    Result<void> split(std::string text, std::vector<std::string> &cells);

    std::string m_path;
    std::ifstream m_file;
    std::vector<std::string> m_header;
    char m_separator = ',';
    std::size_t m_line = 0;
    std::size_t m_rowLine = 0;
};

/// The number in a cell, between blanks or not, with a sign or without. Missing: "nan" is NaN.
/// Errors: BadFormat, `where` as given, for anything but one number.
[[nodiscard]] Result<double> csvNumber(const std::string &cell, const std::string &where);

/// One CSV text cell for other people's spreadsheets: RFC 4180 quoting, and a leading ' before anything that a spreadsheet would
/// run as a formula (= + - @ TAB CR LF NUL and their full-width forms; CWE-1236). Use only for text, never for numbers.
[[nodiscard]] std::string csvTextCell(std::string_view text);

} // namespace telltale
