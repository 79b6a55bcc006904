// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_document.h"

#include "core/base/json_text.h"
#include "core/report/report_sections.h"

#include <algorithm>

namespace telltale::report {

namespace {

/// First strong isolate and its end. Only around what needs it: a font may have a glyph for them.
std::string isolatedText(const std::string &text)
{
    const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return ascii ? text : "\u2068" + text + "\u2069";
}

/// Control characters would end up on paper as boxes, or not at all.
std::string printable(const std::string &text)
{
    std::string clean = cleanUtf8(text);
    std::replace_if(
        clean.begin(), clean.end(), [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7f; }, ' ');
    return clean;
}

/// With a blank between date and time, where a narrow column may break it (RFC 3339 allows it).
std::string breakable(std::string time)
{
    std::replace(time.begin(), time.end(), 'T', ' ');
    return time;
}

} // namespace

std::string plainText(const Words &words)
{
    std::string text;
    for (const Run &run : words) {
        if (run.kind == Run::Kind::Break)
            text += '\n';
        else if (run.kind == Run::Kind::Time)
            text += breakable(run.text);
        else
            text += run.kind == Run::Kind::Foreign ? isolatedText(printable(run.text)) : run.text;
    }
    return text;
}

ReportDocument documentOf(const IncidentReport &report, const Wording &wording)
{
    const ReportContext context(report, wording);
    ReportDocument document;
    document.title = report.title;
    document.language = context.phrase("en");
    document.foot = context.said({"%1 · incident %2 · SHA-256 %3", {report.productVersion, report.id, context.hash()}});
    using Section = void (*)(ReportDocument &, const ReportContext &);
    constexpr Section kSections[] = {addHead,        addOrigin,       addSummary, addAlarms,   addFirstOut,    addEvidence, addTimeline,
                                     addDataQuality, addSuppressions, addNotes,   addGuidance, addAttachments, addUnknowns, addSignOff};
    for (const Section section : kSections)
        section(document, context);
    return document;
}

} // namespace telltale::report
