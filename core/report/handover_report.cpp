// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/handover_report.h"

#include "core/report/html_text.h"

#include <span>

namespace telltale::report {

namespace {

using namespace logbook;
using Row = std::vector<std::string>;

constexpr int kFigureDigits = 4; ///< for people; the signed content has them all

std::string timeText(UtcTime time, const Wording &wording)
{
    return time == kNoTime ? std::string(kNothing) : wording.localTime(time);
}

std::string orNothing(const std::string &text)
{
    return text.empty() ? std::string(kNothing) : text;
}

/// What a column of a section is called, how wide it is, and what stands in it.
template <typename Item>
struct Column {
    const char *title;
    double width;
    std::string (*text)(const Item &, const Wording &);
};

template <typename Item>
HandoverSection section(const char *title, const std::vector<Item> &items, std::span<const Column<Item>> columns, const Wording &wording)
{
    HandoverSection made;
    made.title = wording.phrase(title) + " (" + std::to_string(items.size()) + ')';
    for (const Column<Item> &column : columns) {
        made.header.push_back(wording.phrase(column.title));
        made.widths.push_back(column.width);
    }
    for (const Item &item : items) {
        Row row;
        for (const Column<Item> &column : columns)
            row.push_back(column.text(item, wording));
        made.rows.push_back(std::move(row));
    }
    return made;
}

using A = const HandoverAlarm &;
using H = const HandoverHold &;
using W = const Wording &;

std::string nameOf(const SensorKey &source, const std::string &what, const Wording &wording)
{
    return source.text() + ": " + wording.phrase(what);
}

constexpr Column<HandoverAlarm> kUnacknowledged[] = {
    {"Alarm", 0.1, [](A a, W) { return '#' + std::to_string(a.id); }},
    {"Priority", 0.1, [](A a, W) { return std::string(toText(a.priority)); }},
    {"State", 0.1, [](A a, W w) { return w.phrase(label(a.state)); }},
    {"Raised", 0.2, [](A a, W w) { return timeText(a.raised, w); }},
    {"What", 0.35, [](A a, W w) { return nameOf(a.source, a.what, w); }},
    {"Owner", 0.15, [](A a, W) { return orNothing(a.owner); }},
};
constexpr Column<HandoverAlarm> kAcknowledged[] = {
    {"Alarm", 0.1, [](A a, W) { return '#' + std::to_string(a.id); }},
    {"Priority", 0.1, [](A a, W) { return std::string(toText(a.priority)); }},
    {"Acknowledged", 0.2, [](A a, W w) { return timeText(a.acked, w); }},
    {"By", 0.15, [](A a, W) { return orNothing(a.ackedBy); }},
    {"What", 0.3, [](A a, W w) { return nameOf(a.source, a.what, w); }},
    {"Owner", 0.15, [](A a, W) { return orNothing(a.owner); }},
};
constexpr Column<HandoverHold> kShelved[] = {
    {"What", 0.3, [](H h, W w) { return nameOf(h.source, h.what, w); }},
    {"Ends", 0.2, [](H h, W w) { return timeText(h.until, w); }},
    {"Next shift", 0.15, [](H h, W w) { return h.due ? w.phrase("ends in it") : std::string(kNothing); }},
    {"By", 0.15, [](H h, W) { return orNothing(h.by); }},
    {"Reason", 0.2, [](H h, W) { return orNothing(h.reason); }},
};
constexpr Column<HandoverHold> kByDesign[] = {
    {"What", 0.4, [](H h, W w) { return nameOf(h.source, h.what, w); }},
    {"Since", 0.2, [](H h, W w) { return timeText(h.since, w); }},
    {"Rule", 0.4, [](H h, W) { return orNothing(h.reason); }},
};
constexpr Column<HandoverHold> kOutOfService[] = {
    {"What", 0.3, [](H h, W w) { return nameOf(h.source, h.what, w); }},
    {"Review", 0.2, [](H h, W w) { return timeText(h.until, w); }},
    {"", 0.1, [](H h, W w) { return h.due ? w.phrase("OVERDUE") : std::string(); }},
    {"By", 0.15, [](H h, W) { return orNothing(h.by); }},
    {"Reason", 0.25, [](H h, W) { return orNothing(h.reason); }},
};
constexpr Column<HandoverIncident> kIncidents[] = {
    {"No.", 0.1, [](const HandoverIncident &i, W) { return std::to_string(i.number); }},
    {"Title", 0.4, [](const HandoverIncident &i, W) { return i.title; }},
    {"Owner", 0.2, [](const HandoverIncident &i, W) { return orNothing(i.owner); }},
    {"Opened", 0.2, [](const HandoverIncident &i, W w) { return timeText(i.opened, w); }},
    {"Alarms", 0.1, [](const HandoverIncident &i, W) { return std::to_string(i.alarms); }},
};
constexpr Column<HandoverFeed> kFeeds[] = {
    {"Feed", 0.3, [](const HandoverFeed &f, W) { return f.address; }},
    {"State", 0.15, [](const HandoverFeed &f, W w) { return w.phrase(f.state); }},
    {"Since", 0.2, [](const HandoverFeed &f, W w) { return timeText(f.since, w); }},
    {"Gaps", 0.1, [](const HandoverFeed &f, W) { return std::to_string(f.gaps); }},
    {"Detail", 0.25, [](const HandoverFeed &f, W) { return orNothing(f.detail); }},
};
constexpr Column<HandoverNote> kNotes[] = {
    {"Time", 0.2, [](const HandoverNote &n, W w) { return timeText(n.at, w); }},
    {"By", 0.15, [](const HandoverNote &n, W) { return orNothing(n.by); }},
    {"About", 0.25, [](const HandoverNote &n, W) { return orNothing(n.source.text()); }},
    {"Text", 0.4, [](const HandoverNote &n, W) { return n.text; }},
};
constexpr Column<HandoverFigure> kFigures[] = {
    {"Figure", 0.5, [](const HandoverFigure &f, W w) { return w.phrase(f.id); }},
    {"Value", 0.25, [](const HandoverFigure &f, W) { return plainNumber(f.value, kFigureDigits); }},
    {"Unit", 0.25, [](const HandoverFigure &f, W w) { return w.phrase(f.unit); }},
};

constexpr std::string_view kStyle =
    "body{font-family:sans-serif;font-size:10pt;margin:2em;max-width:60em}h1{font-size:14pt}h2{font-size:11pt;margin-top:1.4em}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.2em .4em;text-align:left;vertical-align:top}"
    "th{background:#eee}p.text{white-space:pre-wrap;border:1px solid #999;padding:.5em}";

} // namespace

std::vector<HandoverSection> handoverSections(const Handover &handover, const Wording &wording)
{
    return {section<HandoverAlarm>("Not acknowledged", handover.unacknowledged, kUnacknowledged, wording),
            section<HandoverAlarm>("Acknowledged and open", handover.acknowledged, kAcknowledged, wording),
            section<HandoverHold>("Shelved", handover.shelved, kShelved, wording),
            section<HandoverHold>("Suppressed by design", handover.byDesign, kByDesign, wording),
            section<HandoverHold>("Out of service", handover.outOfService, kOutOfService, wording),
            section<HandoverIncident>("Open incidents", handover.incidents, kIncidents, wording),
            section<HandoverFeed>("Faults of feeds", handover.feeds, kFeeds, wording),
            section<HandoverNote>("Notes of the shift", handover.notes, kNotes, wording),
            section<HandoverFigure>("Key figures of the shift", handover.figures, kFigures, wording)};
}

std::string handoverTitle(const Handover &handover, const Wording &wording)
{
    return wording.phrase("Shift") + ' ' + timeText(handover.from, wording) + " – " + timeText(handover.to, wording) + ", "
           + orNothing(handover.station) + ", " + wording.phrase("handed over by") + ' ' + orNothing(handover.outgoing);
}

std::vector<std::string> signLines(const HandoverSigns &signs, const Wording &wording)
{
    const auto line = [&](const char *what, const std::string &who, UtcTime at) {
        return wording.phrase(what) + ": " + (who.empty() ? wording.phrase("nobody yet") : who + ", " + timeText(at, wording));
    };
    return {line("Handed over", signs.outgoing, signs.signedAt), line("Taken over", signs.incoming, signs.takenAt),
            "SHA-256: " + signs.sha256};
}

std::string toHtml(const Handover &handover, const HandoverSigns &signs, const Wording &wording)
{
    const std::string title = htmlText(handoverTitle(handover, wording));
    std::string html = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>" + title + "</title><style>" + std::string(kStyle)
                       + "</style></head><body>\n<h1>" + title + "</h1>\n";
    if (!handover.text.empty())
        html += "<p class=\"text\">" + isolated(handover.text) + "</p>\n";
    for (const HandoverSection &section : handoverSections(handover, wording)) {
        html += "<h2>" + htmlText(section.title) + "</h2>\n";
        HtmlTable table;
        for (const std::string &cell : section.header)
            table.header.push_back(htmlText(cell));
        for (const Row &row : section.rows) {
            std::vector<std::string> &cells = table.rows.emplace_back();
            for (const std::string &cell : row)
                cells.push_back(isolated(cell));
        }
        if (!section.rows.empty())
            html += table.html();
    }
    html += "<hr>\n";
    for (const std::string &line : signLines(signs, wording))
        html += "<p>" + isolated(line) + "</p>\n";
    return html + "</body></html>\n";
}

} // namespace telltale::report
