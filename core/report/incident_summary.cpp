// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/incident_summary.h"

namespace telltale::report {

IncidentSummary summaryOf(const IncidentReport &report)
{
    IncidentSummary summary;
    summary.alarms = report.alarms.size();
    for (const ReportedAlarm &alarm : report.alarms) {
        const Occurrence &occurrence = alarm.occurrence;
        summary.sources.insert(occurrence.definition.source.text());
        if (!occurrence.closeReason.empty())
            summary.closeReasons.insert(occurrence.closeReason);
        if (!occurrence.owner.empty())
            summary.owners.insert(occurrence.owner);
        summary.open += occurrence.open() ? 1 : 0;
        summary.unacknowledged += isUnacknowledged(occurrence.state) ? 1 : 0;
    }
    summary.isOpen = summary.open > 0;
    if (report.record.number > 0) {
        summary.isOpen = report.record.open();
        summary.cause = report.record.cause;
        if (!report.record.owner.empty())
            summary.owners = {report.record.owner};
    }
    return summary;
}

Statement sentenceOf(const IncidentSummary &summary)
{
    return {"%1 alarm(s) on %2 source(s): %3 still open, %4 not acknowledged.",
            {std::to_string(summary.alarms), std::to_string(summary.sources.size()), std::to_string(summary.open),
             std::to_string(summary.unacknowledged)}};
}

std::string joined(const std::set<std::string> &items)
{
    std::string list;
    for (const std::string &item : items)
        list += (list.empty() ? "" : ", ") + item;
    return list;
}

} // namespace telltale::report
