// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/data_quality.h"
#include "core/report/html_text.h"
#include "core/report/report_sections.h"

namespace telltale::report {

namespace {

/// What is a table of thousands of gaps to a reader: all of them are in the samples of the JSON file.
constexpr std::size_t kMostInterruptions = 200;

Table feedTable(const ReportContext &context)
{
    Table table{context.header({"Feed", "State", "Detail", "Samples", "Gaps", "Lost messages", "Rejected frames", "Late rows", "Restarts",
                                "Reconnects", "Worst lag", "Clock"}),
                {},
                {16, 7, 13, 10, 8, 9, 9, 8, 8, 8, 6, 8}};
    for (const FeedQuality &feed : feedQuality(context.report())) {
        const FeedHealth &last = feed.last;
        const auto count = [&](const Counted &counted) {
            return own(context.said({"%1 (%2 in all)", {std::to_string(counted.inWindow), std::to_string(counted.inAll)}}));
        };
        const auto seen = [&](const Counted &counted) { return last.sequenced ? count(counted) : context.words("not known"); };
        table.rows.push_back({foreign(last.address), context.words(toText(last.state)), foreign(last.detail), count(feed.samples),
                              seen(feed.gaps), seen(feed.lost), count(feed.rejected), count(feed.late), count(feed.restarts),
                              count(feed.reconnects), ReportContext::value(feed.worstLagSec, "s"),
                              context.words(feed.skewed ? "more than 2 s apart" : "agrees")});
    }
    return table;
}

std::string wordsOf(const ReportContext &context, Interruption::Kind kind)
{
    switch (kind) {
    case Interruption::Kind::FeedDown: return context.phrase("feed not live");
    case Interruption::Kind::Gap: return context.phrase("gap in the samples");
    case Interruption::Kind::BadQuality: return context.phrase("readings of bad quality");
    case Interruption::Kind::Stale: return context.phrase("stale or not to be believed");
    case Interruption::Kind::ClockSkew: return context.phrase("clock more than 2 s apart");
    }
    return {};
}

} // namespace

void addDataQuality(ReportDocument &document, const ReportContext &context)
{
    document.blocks.push_back(context.heading("Data quality"));
    document.blocks.push_back(context.orNone(feedTable(context)));
    document.blocks.push_back(context.heading("Gaps, stale times and clocks", 3));
    const std::vector<Interruption> all = interruptions(context.report());
    Table table{context.header({"What", "Where", "From", "To", "Length"}), {}, {20, 30, 20, 20, 10}};
    for (std::size_t i = 0; i < all.size() && i < kMostInterruptions; ++i)
        table.rows.push_back({own(wordsOf(context, all[i].kind)), foreign(all[i].where), context.moment(all[i].from),
                              context.moment(all[i].to), ReportContext::length(all[i].from, all[i].to)});
    document.blocks.push_back(context.orNone(std::move(table)));
    if (all.size() > kMostInterruptions)
        document.blocks.push_back(
            Paragraph{own(context.said({"and %1 more, all of them in the JSON file", {std::to_string(all.size() - kMostInterruptions)}}))});
}

void addAttachments(ReportDocument &document, const ReportContext &context)
{
    document.blocks.push_back(context.heading("Attachments"));
    Table table{context.header({"Alarm", "Sensor", "Unit", "Samples in the JSON file", "From", "To"}), {}, {24, 24, 8, 12, 18, 18}};
    for (const ReportedAlarm &alarm : context.report().alarms) {
        for (const Evidence &evidence : alarm.evidence) {
            const ValueSummary all = summarise(evidence.samples, INT64_MIN, INT64_MAX);
            table.rows.push_back({ReportContext::alarmName(alarm.occurrence), foreign(evidence.sensor.text()), foreign(evidence.unit),
                                  ReportContext::number(all.samples), context.moment(all.first), context.moment(all.last)});
        }
    }
    document.blocks.push_back(context.orNone(std::move(table)));
}

void addUnknowns(ReportDocument &document, const ReportContext &context)
{
    document.blocks.push_back(context.heading("What is not known"));
    List list;
    for (const Statement &unknown : context.report().unknowns)
        list.items.push_back(foreign(context.said(unknown)));
    if (list.items.empty())
        document.blocks.push_back(context.none());
    else
        document.blocks.push_back(std::move(list));
}

void addSignOff(ReportDocument &document, const ReportContext &context)
{
    document.blocks.push_back(context.heading("Integrity and sign-off"));
    document.blocks.push_back(
        Paragraph{context.words("SHA-256 of the JSON payload") + own(": ") + Words{{Run::Kind::Code, context.hash()}}});
    const JournalHead &head = context.report().journalHead;
    if (head.links > 0)
        document.blocks.push_back(
            Paragraph{own(context.said({"Journal at the newest row of this report: %1 links, head", {std::to_string(head.links)}}) + ": ")
                      + Words{{Run::Kind::Code, std::to_string(head.links) + ':' + head.hash}}});
    SignLines lines{context.header({"Role", "Name", "Date", "Signature"}), {}};
    for (const char *role : {"Operator", "Supervisor"})
        lines.roles.push_back(context.phrase(role));
    document.blocks.push_back(std::move(lines));
}

} // namespace telltale::report
