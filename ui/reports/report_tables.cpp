// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_tables.h"

#include "ui/models/alarm_columns.h"
#include "ui/models/feed_model.h"
#include "ui/models/journal_columns.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace telltale::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ReportTables", text);
}

QString number(double value)
{
    return std::isfinite(value) ? QString::number(value, 'g', 5) : QStringLiteral("–");
}

QString between(UtcTime from, UtcTime to)
{
    return from == kNoTime || to == kNoTime ? QStringLiteral("–") : durationText(to - from);
}

QString verdictOf(const report::ReportedAlarm &alarm)
{
    QString verdict = QStringLiteral("–");
    for (const AlarmEvent &event : alarm.events) {
        if (event.kind == AlarmEventKind::Verdict) {
            verdict = toQt(event.comment);
        }
    }
    return verdict;
}

} // namespace

ReportTable alarmTable(const report::Incident &incident, const LocalTime &localTime)
{
    ReportTable table{.header = {tr("No."), tr("Source"), tr("Pri"), tr("First violation"), tr("Raised"), tr("Acked"), tr("Cleared"),
                                 tr("Active for"), tr("To ack"), tr("Peak"), tr("Verdict")},
                      .rows = {},
                      .widths = {0.05, 0.15, 0.04, 0.12, 0.12, 0.12, 0.12, 0.08, 0.07, 0.06, 0.07}};
    for (const report::ReportedAlarm &alarm : incident.alarms) {
        const Occurrence &row = alarm.occurrence;
        table.rows.push_back({QString::number(row.id), toQt(row.definition.source.text()), toQt(toText(row.maxPriority)),
                              toQt(localTime(row.firstViolation)), toQt(localTime(row.raised)), toQt(localTime(row.acked)),
                              toQt(localTime(row.cleared)), between(row.raised, row.cleared), between(row.raised, row.acked),
                              worstRatioText(row), verdictOf(alarm)});
    }
    return table;
}

ReportTable timelineTable(const report::ReportedAlarm &alarm, const LocalTime &localTime)
{
    ReportTable table{.header = {tr("No."), tr("UTC"), tr("Local"), tr("Event"), tr("State"), tr("By"), tr("Comment")},
                      .rows = {},
                      .widths = {0.05, 0.21, 0.24, 0.1, 0.12, 0.12, 0.16}};
    for (const AlarmEvent &event : alarm.events) {
        QStringList by{toQt(event.actor.operatorName), toQt(event.actor.station)};
        by.removeAll(QString());
        table.rows.push_back({QString::number(event.seq), toQt(toIso(event.at)), toQt(localTime(event.at)), toQt(toText(event.kind)),
                              stepText(event), by.join(QStringLiteral(" / ")), toQt(event.comment)});
    }
    return table;
}

ReportTable contributionTable(const Explanation &why)
{
    ReportTable table{.header = {tr("Sensor"), tr("Share"), tr("Expected"), tr("Actual"), tr("Unit")},
                      .rows = {},
                      .widths = {0.4, 0.15, 0.15, 0.15, 0.15}};
    for (const Explanation::Channel &channel : why.channels) {
        table.rows.push_back({toQt(channel.sensor), QStringLiteral("%1 %").arg(channel.share * 100.0, 0, 'f', 1), number(channel.expected),
                              number(channel.actual), toQt(channel.unit)});
    }
    return table;
}

ReportTable joinedTable(const Explanation &why, const LocalTime &localTime)
{
    ReportTable table{.header = {tr("Sensor"), tr("Time"), tr("Score"), tr("Expected"), tr("Actual"), tr("Unit"), tr("Detector")},
                      .rows = {},
                      .widths = {0.2, 0.24, 0.1, 0.12, 0.12, 0.08, 0.14}};
    for (const Explanation::Joined &joined : why.joined) {
        table.rows.push_back({toQt(joined.sensor), toQt(localTime(joined.at)), ratioText(joined.score, joined.limit),
                              number(joined.expected), number(joined.actual), toQt(joined.unit), toQt(joined.detector)});
    }
    return table;
}

ReportTable feedTable(const report::Incident &incident, const LocalTime &localTime)
{
    ReportTable table{
        .header = {tr("Time"), tr("Feed"), tr("State"), tr("Samples"), tr("Gaps"), tr("Lost"), tr("Rejected"), tr("Late rows")},
        .rows = {},
        .widths = {0.2, 0.24, 0.12, 0.1, 0.08, 0.08, 0.09, 0.09}};
    for (const auto &[at, feed] : incident.feedHealth) {
        table.rows.push_back({toQt(localTime(at)), toQt(feed.address), toQt(toText(feed.state)), QString::number(feed.samples),
                              feed.sequenced ? QString::number(feed.gaps) : QStringLiteral("?"),
                              feed.sequenced ? QString::number(feed.lostMessages) : QStringLiteral("?"),
                              QString::number(rejectedFrames(feed)), QString::number(feed.lateRows)});
    }
    return table;
}

QString summarySentence(const report::Incident &incident, const LocalTime &localTime)
{
    Priority worst = Priority::Diagnostic;
    UtcTime first = UtcTime::max();
    int open = 0;
    for (const report::ReportedAlarm &alarm : incident.alarms) {
        worst = std::min(worst, alarm.occurrence.maxPriority);
        first = std::min(first, alarm.occurrence.raised);
        open += alarm.occurrence.open() ? 1 : 0;
    }
    return tr("%1 alarm(s), worst %2, first raised %3, %4 still open.")
        .arg(QString::number(incident.alarms.size()), toQt(toText(worst)), toQt(localTime(first)), QString::number(open));
}

} // namespace telltale::ui
