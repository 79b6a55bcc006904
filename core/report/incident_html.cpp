// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_text.h"
#include "core/report/report_document.h"

namespace telltale::report {

namespace {

constexpr const char *kStyle = R"css(
:root { color-scheme: light; }
body { font: 10pt/1.4 "Liberation Sans", Arial, sans-serif; color: #1e1e1e; background: #fff; margin: 2em auto; max-width: 1240px; padding: 0 1em; }
h1 { font-size: 18pt; margin: 0 0 .6em; } h2 { font-size: 13pt; margin: 1.6em 0 .4em; border-bottom: 1px solid #8a8a8a; }
h3 { font-size: 11pt; margin: 1.2em 0 .4em; }
table { border-collapse: collapse; margin: .4em 0 1em; font-size: 9pt; }
th, td { border: 1px solid #bdbdbd; padding: 2px 6px; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-wrap; }
th { background: #eeeeee; overflow-wrap: normal; } time { white-space: nowrap; } small, .none { color: #4a4a4a; } code { overflow-wrap: anywhere; }
figure { margin: .6em 0 1em; } .line { display: inline-block; min-width: 11em; height: 2em; }
.chart { width: 100%; max-width: 760px; height: auto; border: 1px solid #bdbdbd; font: 10px "Liberation Sans", Arial, sans-serif; }
.chart .value { fill: none; stroke: #3d5f8f; stroke-width: 1.2; stroke-linejoin: round; stroke-linecap: round; }
.chart .past { stroke: #5a5a5a; stroke-dasharray: 5 3; stroke-linecap: butt; }
.chart .band { fill: #2f7f86; fill-opacity: .16; stroke: none; } .chart .held { fill: none; stroke: #555555; stroke-width: .8; } .chart .held-line { stroke: #555555; stroke-width: .6; }
.chart .grid { stroke: #dddddd; stroke-width: .6; }
.chart .mark { stroke: #1e1e1e; stroke-width: 1; stroke-dasharray: 3 2; } .chart .strong { stroke: #c4001a; stroke-dasharray: none; }
.chart text { fill: #1e1e1e; } .chart .value-tick, .chart .left { text-anchor: end; } .chart .time-tick { text-anchor: middle; }
@page { size: A4 landscape; margin: 14mm; @bottom-right { content: counter(page) " / " counter(pages); } }
@media print { body { margin: 0; max-width: none; padding: 0; } figure, tr, h2, h3 { break-inside: avoid; } h2, h3 { break-after: avoid; }
  table { font-size: 7.5pt; } thead { display: table-header-group; } }
)css";

std::string escaped(const Run &run)
{
    switch (run.kind) {
    case Run::Kind::Foreign: return isolated(run.text);
    case Run::Kind::Time: return "<time>" + htmlText(run.text) + "</time>";
    case Run::Kind::Fine: return "<small>" + htmlText(run.text) + "</small>";
    case Run::Kind::Code: return "<code>" + htmlText(run.text) + "</code>";
    case Run::Kind::Break: return "<br>";
    case Run::Kind::Own: break;
    }
    return htmlText(run.text);
}

std::string htmlOf(const Words &words)
{
    std::string html;
    for (const Run &run : words)
        html += escaped(run);
    return html;
}

std::string figure(const std::string &svg)
{
    return "<figure>\n" + svg + "</figure>\n";
}

/// One block as HTML.
struct Render {
    std::string operator()(const Heading &heading) const
    {
        const std::string element = 'h' + std::to_string(heading.level);
        return '<' + element + '>' + htmlOf(heading.words) + "</" + element + ">\n";
    }
    std::string operator()(const Paragraph &paragraph) const
    {
        return (paragraph.quiet ? "<p class=\"none\">" : "<p>") + htmlOf(paragraph.words) + "</p>\n";
    }
    std::string operator()(const Table &table) const
    {
        HtmlTable html;
        for (const std::string &name : table.header)
            html.header.push_back(htmlText(name));
        for (const std::vector<Words> &row : table.rows) {
            auto &cells = html.rows.emplace_back();
            for (const Words &cell : row)
                cells.push_back(htmlOf(cell));
        }
        return html.html();
    }
    std::string operator()(const List &list) const
    {
        std::string html = "<ul>\n";
        for (const Words &item : list.items)
            html += "<li>" + htmlOf(item) + "</li>\n";
        return html + "</ul>\n";
    }
    std::string operator()(const ChartRequest &chart) const { return figure(svgChart(chart)); }
    std::string operator()(const StretchRequest &stretches) const { return figure(svgStretch(stretches)); }
    std::string operator()(const SignLines &lines) const
    {
        HtmlTable html;
        for (const std::string &name : lines.header)
            html.header.push_back(htmlText(name));
        for (const std::string &role : lines.roles) {
            auto &cells = html.rows.emplace_back(lines.header.size(), "<span class=\"line\"></span>");
            cells.front() = htmlText(role);
        }
        return html.html();
    }
};

} // namespace

std::string toHtml(const IncidentReport &report, const Wording &wording)
{
    return toHtml(documentOf(report, wording));
}

std::string toHtml(const ReportDocument &document)
{
    std::string html = "<!DOCTYPE html>\n<html lang=\"" + htmlText(document.language) + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                       + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                       + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + htmlText(document.title) + "</title>\n<style>"
                       + kStyle + "</style>\n</head>\n<body>\n";
    for (const Block &block : document.blocks)
        html += std::visit(Render{}, block);
    return html + "</body>\n</html>\n";
}

} // namespace telltale::report
