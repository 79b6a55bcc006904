// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/csv.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

namespace telltale::test {

/// A file of one or two tables as rows of cells, by the reader of this project.
inline std::vector<std::vector<std::string>> cellsOf(const std::string &csv)
{
    const TempFolder temp;
    std::ofstream(temp.path("x.csv"), std::ios::binary) << csv;
    auto reader = CsvReader::open(temp.path("x.csv"));
    if (!reader)
        qFatal("%s", reader.error().text().c_str());
    std::vector<std::vector<std::string>> rows{reader->header()};
    std::vector<std::string> cells;
    while (true) {
        const auto more = reader->next(cells);
        if (!more)
            qFatal("%s", more.error().text().c_str());
        if (!*more)
            return rows;
        rows.push_back(cells);
    }
}

/// What a spreadsheet would take for a formula, in all the ways people hide one.
inline const std::vector<std::string> &formulaTexts()
{
    static const std::vector<std::string> kTexts{"=1+1",
                                                 "=cmd|' /C calc'!A0",
                                                 "=HYPERLINK(\"http://x\",\"y\")",
                                                 "+1+1",
                                                 "+SUM(A1:A9)",
                                                 "-1+1",
                                                 "-2+3+cmd|' /C calc'!A0",
                                                 "@SUM(1+1)",
                                                 "@",
                                                 "\t=1+1",
                                                 "\r=1+1",
                                                 "\n=1+1",
                                                 std::string("\0=1+1", 5),
                                                 "＝1+1",
                                                 "＋1",
                                                 "－1",
                                                 "＠SUM(1)",
                                                 "=\"a\",b",
                                                 "=1;2",
                                                 "\"=1+1",
                                                 ",=1+1",
                                                 "a,=1+1",
                                                 "a\r\n=1+1",
                                                 "a\n=1+1",
                                                 "a\";=1+1",
                                                 "'; DROP TABLE x; --",
                                                 "\"\"\"",
                                                 "a\"b\"c",
                                                 ";;;",
                                                 "\t",
                                                 "\xFF\xFE broken",
                                                 "\u202E=1",
                                                 "ordinary text",
                                                 ""};
    return kTexts;
}

inline bool looksLikeAFormula(const std::string &cell)
{
    static const std::vector<std::string> kStarts{"=", "+", "-", "@", "\t", "\r", "\n", std::string("\0", 1), "＝", "＋", "－", "＠"};
    return std::any_of(kStarts.begin(), kStarts.end(), [&](const std::string &start) { return cell.starts_with(start); });
}

} // namespace telltale::test
