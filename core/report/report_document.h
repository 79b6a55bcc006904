// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/incident_report.h"
#include "core/report/svg_chart.h"
#include "core/report/svg_stretch.h"

#include <string>
#include <variant>
#include <vector>

namespace telltale::report {

/// A piece of text, and whose it is: foreign text must never be able to look like ours.
struct Run {
    enum class Kind { Own, Foreign, Time, Fine, Code, Break };
    Kind kind = Kind::Own;
    std::string text; ///< plain, not escaped
};
using Words = std::vector<Run>;

struct Heading {
    int level = 2; ///< 1 = the title
    Words words;
};
struct Paragraph {
    Words words;
    bool quiet = false; ///< "none"
};
struct Table {
    std::vector<std::string> header; ///< empty = facts: what, and its value
    std::vector<std::vector<Words>> rows;
    std::vector<double> widths; ///< one a column, in any unit
};
struct List {
    std::vector<Words> items;
};
struct SignLines {
    std::vector<std::string> header; ///< role, name, date, signature
    std::vector<std::string> roles;
};
using Block = std::variant<Heading, Paragraph, Table, List, ChartRequest, StretchRequest, SignLines>;

/// What an incident report says, in the reader's language, from its title to the sign-off lines: every form of it that people read is one
/// rendering of these blocks. Lifetime: charts look into the samples of the report, which must outlive the document.
struct ReportDocument {
    std::string title; ///< plain text
    std::string language;
    std::string foot; ///< of every page; plain text
    std::vector<Block> blocks;
};

[[nodiscard]] ReportDocument documentOf(const IncidentReport &report, const Wording &wording);

[[nodiscard]] std::string toHtml(const ReportDocument &document);

/// The runs one after the other, for paper; foreign text that could turn the direction of what stands beside it is isolated.
[[nodiscard]] std::string plainText(const Words &words);

} // namespace telltale::report
