// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kpi/kpi_csv.h"

#include "core/base/csv.h"
#include "core/base/json_text.h"
#include "core/kpi/kpi_figures.h"

#include <array>
#include <cmath>

namespace telltale::kpi {

namespace {

std::string cellOf(double number)
{
    return std::isfinite(number) ? numberText(number) : std::string();
}

std::string cellOf(UtcTime time)
{
    return time == kNoTime ? std::string() : toIso(time);
}

/// The table as it grows: one call a row, under the section and name that were set last.
class Table {
public:
    void under(std::string_view section, std::string_view name = {}) { m_head = csvTextCell(section) + ',' + csvTextCell(name) + ','; }
    void number(std::string_view figure, double value, std::string_view unit = {}, double mark = kMissing)
    {
        row(figure, cellOf(value), unit, cellOf(mark));
    }
    void text(std::string_view figure, std::string_view value) { row(figure, csvTextCell(value), {}, {}); }
    void time(std::string_view figure, UtcTime value) { row(figure, cellOf(value), {}, {}); }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    void row(std::string_view figure, const std::string &value, std::string_view unit, const std::string &mark)
    {
        m_text.append(m_head).append(figure).append(",").append(value).append(",").append(unit).append(",").append(mark).append("\r\n");
    }

    std::string m_text = "section,name,figure,value,unit,mark\r\n";
    std::string m_head;
};

void putWindow(Table &table, const Kpis &kpis)
{
    const KpiQuestion &question = kpis.question;
    table.under("window");
    table.time("from", question.from);
    table.time("to", question.to);
    table.number("length", toSeconds(question.length()) / 3600.0, "h");
    table.text("rates_over", kpis.load.watched.known ? "watched" : "length (watched time not known)");
    table.text("asset", question.filter.asset);
    table.text("priority", question.filter.priority ? toText(*question.filter.priority) : std::string_view());
    table.text("detector", question.filter.detector.value_or(std::string()));
}

void putPriorities(Table &table, const Kpis &kpis)
{
    for (std::size_t i = 0; i < kpis.priorities.size(); ++i) {
        const ResponseTimes &response = kpis.responseBy[i];
        table.under("priority", toText(static_cast<Priority>(i + 1)));
        table.number("alarms", double(kpis.priorities[i].raises), "alarms");
        table.number("percent", kpis.priorities[i].percent, "%", kpis.question.limits.spread[i]);
        table.number("acknowledged", double(response.acknowledged), "alarms");
        table.number("time_to_ack_p50", response.p50Sec, "s");
        table.number("time_to_ack_p95", response.p95Sec, "s");
        table.number("acknowledged_after_clear_percent", response.afterClearPercent, "%");
        table.number("unacknowledged_now", double(response.waiting), "alarms");
    }
}

void putActors(Table &table, const Kpis &kpis)
{
    for (const BadActor &each : kpis.badActors) {
        table.under("actor", each.source.text() + (each.what.empty() ? "" : ": " + each.what));
        table.number("alarms", double(each.raises), "alarms");
        table.number("percent", each.percent, "%");
        table.number("fleeting", double(each.fleeting), "alarms");
        table.text("chattering", each.chattering ? "1" : "0");
        table.text("priority", toText(each.priority));
        table.text("detector", each.detector);
    }
}

void putGroups(Table &table, std::string_view section, const std::vector<GroupShare> &groups)
{
    for (const GroupShare &each : groups) {
        table.under(section, each.name);
        table.number("alarms", double(each.raises), "alarms");
        table.number("percent", each.percent, "%");
    }
}

void putLoad(Table &table, const Kpis &kpis)
{
    const double flood = double(kpis.question.limits.floodAbove);
    for (std::size_t i = 0; i < kpis.load.bins.size(); ++i) {
        table.under("bin", toIso(kpis.question.from + kBin * std::int64_t(i), 0));
        table.number("alarms", double(kpis.load.bins[i]), "alarms", flood);
    }
    for (const FloodEpisode &each : kpis.load.floods) {
        table.under("flood", toIso(each.from));
        table.time("to", each.to);
        table.number("peak", double(each.peak), "1/10min", flood);
    }
}

void putStanding(Table &table, const Kpis &kpis)
{
    for (const StandingAlarm &each : kpis.standing.now) {
        table.under("standing", each.source.text() + (each.what.empty() ? "" : ": " + each.what));
        table.number("alarm", double(each.occurrence));
        table.time("since", each.since);
    }
}

void putFeeds(Table &table, const Kpis &kpis)
{
    for (const FeedUptime &each : kpis.feeds) {
        table.under("feed", each.address);
        table.number("uptime_percent", each.uptimePercent, "%");
        table.number("watched", toSeconds(each.live + each.down) / 3600.0, "h");
        table.number("down", toSeconds(each.down) / 60.0, "min");
        table.number("outages", double(each.outages), "episodes");
        table.number("longest_outage", toSeconds(each.longestOutage) / 60.0, "min");
        table.number("gaps", double(each.gaps));
        table.number("lost_messages", double(each.lostMessages));
    }
}

} // namespace

std::string kpiCsv(const Kpis &kpis)
{
    Table table;
    putWindow(table, kpis);
    table.under("figure");
    for (const KpiFigure &each : kpiFigures())
        table.number(each.id, each.value(kpis), toText(each.unit), each.mark == nullptr ? kMissing : each.mark(kpis.question.limits));
    putPriorities(table, kpis);
    putActors(table, kpis);
    putGroups(table, "asset", kpis.byAsset);
    putGroups(table, "detector", kpis.byDetector);
    putStanding(table, kpis);
    putFeeds(table, kpis);
    putLoad(table, kpis);
    return table.take();
}

} // namespace telltale::kpi
