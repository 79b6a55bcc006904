// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/incident.h"

#include "core/report/report_sections.h"

namespace telltale::report {

namespace {

constexpr const char *kStyle = R"css(
:root { color-scheme: light; }
body { font: 10pt/1.4 "Liberation Sans", Arial, sans-serif; color: #1e1e1e; background: #fff; margin: 2em auto; max-width: 1080px; padding: 0 1em; }
h1 { font-size: 18pt; margin: 0 0 .6em; } h2 { font-size: 13pt; margin: 1.6em 0 .4em; border-bottom: 1px solid #8a8a8a; }
h3 { font-size: 11pt; margin: 1.2em 0 .4em; }
table { border-collapse: collapse; margin: .4em 0 1em; font-size: 9pt; }
th, td { border: 1px solid #bdbdbd; padding: 2px 6px; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-wrap; }
th { background: #eeeeee; } small, .none { color: #4a4a4a; } code { overflow-wrap: anywhere; }
figure { margin: .6em 0 1.4em; } .line { display: inline-block; min-width: 11em; height: 2em; }
.chart { width: 100%; max-width: 760px; height: auto; border: 1px solid #bdbdbd; font: 10px "Liberation Sans", Arial, sans-serif; }
.chart .value { fill: none; stroke: #3d5f8f; stroke-width: 1.2; stroke-linejoin: round; stroke-linecap: round; }
.chart .band { fill: #2f7f86; fill-opacity: .16; stroke: none; } .chart .grid { stroke: #dddddd; stroke-width: .6; }
.chart .mark { stroke: #1e1e1e; stroke-width: 1; stroke-dasharray: 3 2; } .chart .strong { stroke: #c4001a; stroke-dasharray: none; }
.chart text { fill: #1e1e1e; } .chart .value-tick, .chart .left { text-anchor: end; } .chart .time-tick { text-anchor: middle; }
@page { size: A4 landscape; margin: 14mm; @bottom-right { content: counter(page) " / " counter(pages); } }
@media print { body { margin: 0; max-width: none; padding: 0; } figure, tr, h2, h3 { break-inside: avoid; } h2, h3 { break-after: avoid; }
  thead { display: table-header-group; } }
)css";

} // namespace

std::string toHtml(const Incident &incident, const Wording &wording)
{
    const ReportSections sections(incident, wording);
    std::string html = "<!DOCTYPE html>\n<html lang=\"" + sections.phrase("en") + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                       + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                       + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + htmlText(incident.title) + "</title>\n<style>"
                       + kStyle + "</style>\n</head>\n<body>\n";
    using Section = std::string (ReportSections::*)() const;
    constexpr Section kSections[] = {&ReportSections::head,     &ReportSections::origin,      &ReportSections::summary,
                                     &ReportSections::alarms,   &ReportSections::firstOut,    &ReportSections::evidence,
                                     &ReportSections::timeline, &ReportSections::dataQuality, &ReportSections::suppressions,
                                     &ReportSections::notes,    &ReportSections::guidance,    &ReportSections::attachments,
                                     &ReportSections::unknowns, &ReportSections::signOff};
    for (const Section section : kSections)
        html += (sections.*section)();
    return html + "</body>\n</html>\n";
}

} // namespace telltale::report
