// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kpi/kpi_texts.h"

#include "ui/charts/value_text.h"
#include "ui/models/figure_labels.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace telltale::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("KpiTexts", text);
}

QString tr(const char *text, const char *disambiguation, std::uint64_t count)
{
    constexpr std::uint64_t kMost = std::numeric_limits<int>::max();
    return QCoreApplication::translate("KpiTexts", text, disambiguation, int(std::min(count, kMost)));
}

QString hoursText(Duration time)
{
    return durationText(time);
}

QString number(std::uint64_t value)
{
    return QString::number(qulonglong(value));
}

QString alarmName(const SensorKey &source, const std::string &what)
{
    const QString name = toQt(source.text());
    return what.empty() || what == kAnomalous ? name : tr("%1: %2").arg(name, toQt(what));
}

QString yesOrNothing(bool yes)
{
    return yes ? tr("yes") : QString();
}

QString detectorName(const std::string &kind)
{
    return kind.empty() ? tr("(system)") : toQt(kind);
}

QString priorityName(std::size_t i)
{
    return toQt(std::string(toText(static_cast<Priority>(i + 1))));
}

/// A tile's main figure with its name, and the mark where it has one.
KpiTileText tileOf(std::string_view id, const kpi::Kpis &kpis, const QString &note = {})
{
    const kpi::KpiFigure &figure = kpi::kpiFigure(id);
    KpiTileText tile{figureLabel(id), figureText(figure, kpis), note, false};
    if (figure.mark == nullptr) {
        return tile;
    }
    tile.beyond = figure.value(kpis) > figure.mark(kpis.question.limits);
    const QString mark = markText(figure, kpis.question.limits);
    tile.note = tile.beyond ? tr("▲ beyond: %1").arg(mark) : mark;
    return tile;
}

QString floodNote(const kpi::AlarmLoad &load)
{
    return tr("%n flood(s), %1", nullptr, load.floods.size()).arg(durationText(load.inFlood));
}

KpiTileText feedTile(const kpi::Kpis &kpis)
{
    Duration live{0};
    Duration down{0};
    std::uint64_t gaps = 0;
    for (const kpi::FeedUptime &each : kpis.feeds) {
        live += each.live;
        down += each.down;
        gaps += each.gaps;
    }
    const double all = toSeconds(live + down);
    const double percent = all > 0 ? 100.0 * toSeconds(live) / all : kMissing;
    return {tr("Feed uptime"), percentOfHundred(percent),
            tr("%1; %2").arg(tr("%n gap(s)", nullptr, gaps), tr("%n feed(s)", nullptr, kpis.feeds.size())), false};
}

KpiTable feedTable(const kpi::Kpis &kpis)
{
    KpiTable table{
        tr("Feeds"), {tr("Feed"), tr("Uptime"), tr("Live"), tr("Down"), tr("Outages"), tr("Longest"), tr("Gaps"), tr("Lost messages")}, {}};
    for (const kpi::FeedUptime &each : kpis.feeds) {
        table.rows.push_back({toQt(each.address), percentOfHundred(each.uptimePercent), durationText(each.live), durationText(each.down),
                              number(each.outages), durationText(each.longestOutage), number(each.gaps), number(each.lostMessages)});
    }
    return table;
}

KpiTable responseTable(const kpi::Kpis &kpis)
{
    KpiTable table{tr("Responses"),
                   {tr("Priority"), tr("Acknowledged"), tr("Half within"), tr("95 % within"), tr("After clear"), tr("Still waiting")},
                   {}};
    const auto add = [&](const QString &name, const kpi::ResponseTimes &times) {
        table.rows.push_back({name, number(times.acknowledged), secondsText(times.p50Sec), secondsText(times.p95Sec),
                              percentOfHundred(times.afterClearPercent), number(times.waiting)});
    };
    for (std::size_t i = 0; i < kpis.responseBy.size(); ++i) {
        add(priorityName(i), kpis.responseBy[i]);
    }
    add(tr("All"), kpis.response);
    return table;
}

KpiTable groupTable(const kpi::Kpis &kpis)
{
    KpiTable table{tr("Groups"), {tr("By"), tr("Name"), tr("Alarms"), tr("Share")}, {}};
    for (const kpi::GroupShare &each : kpis.byAsset) {
        table.rows.push_back({tr("asset"), toQt(each.name), number(each.raises), percentOfHundred(each.percent)});
    }
    for (const kpi::GroupShare &each : kpis.byDetector) {
        table.rows.push_back({tr("detector"), detectorName(each.name), number(each.raises), percentOfHundred(each.percent)});
    }
    for (std::size_t i = 0; i < kpis.priorities.size(); ++i) {
        table.rows.push_back(
            {tr("priority"), priorityName(i), number(kpis.priorities[i].raises), percentOfHundred(kpis.priorities[i].percent)});
    }
    return table;
}

KpiTable standingTable(const kpi::Kpis &kpis, ZoneChoice zone)
{
    KpiTable table{tr("Standing"), {tr("Alarm"), tr("Since"), tr("For")}, {}};
    for (const kpi::StandingAlarm &each : kpis.standing.now) {
        table.rows.push_back({alarmName(each.source, each.what), fullTime(each.since, zone), durationText(kpis.question.to - each.since)});
    }
    return table;
}

KpiTable hiddenTable(const kpi::Kpis &kpis)
{
    KpiTable table{tr("Kept back"), {tr("How"), tr("Definitions at the end"), tr("Time, summed"), tr("Raises meanwhile")}, {}};
    const auto add = [&](const QString &name, const kpi::HiddenAlarms &hidden) {
        table.rows.push_back({name, number(hidden.now), hoursText(hidden.time), number(hidden.raises)});
    };
    add(tr("Shelved"), kpis.shelved);
    add(tr("Suppressed by rule"), kpis.byDesign);
    add(tr("Out of service"), kpis.outOfService);
    return table;
}

/// The chart in numbers: only spans that had an alarm, so that a month can be read.
KpiTable binTable(const kpi::Kpis &kpis, ZoneChoice zone)
{
    KpiTable table{tr("Per 10 min"), {tr("From"), tr("Alarms"), tr("In flood")}, {}};
    for (std::size_t i = 0; i < kpis.load.bins.size(); ++i) {
        const std::uint32_t count = kpis.load.bins[i];
        if (count > 0) {
            table.rows.push_back({fullTime(kpis.question.from + kpi::kBin * std::int64_t(i), zone), number(count),
                                  yesOrNothing(count > kpis.question.limits.floodAbove)});
        }
    }
    return table;
}

KpiTable figureTable(const kpi::Kpis &kpis)
{
    KpiTable table{tr("Figures"), {tr("Figure"), tr("Value"), tr("Mark")}, {}};
    for (const kpi::KpiFigure &each : kpi::kpiFigures()) {
        table.rows.push_back({figureLabel(each.id), figureText(each, kpis), markText(each, kpis.question.limits)});
    }
    return table;
}

} // namespace

QString secondsText(double seconds)
{
    return std::isfinite(seconds) ? durationText(fromSeconds(seconds)) : QStringLiteral("–");
}

QString percentOfHundred(double percent)
{
    return std::isfinite(percent) ? tr("%1 %").arg(valueText(percent, percent > 99 && percent < 100 ? 4 : 3)) : QStringLiteral("–");
}

QString figureText(const kpi::KpiFigure &figure, const kpi::Kpis &kpis)
{
    const double value = figure.value(kpis);
    switch (figure.unit) {
    case kpi::KpiUnit::Percent: return percentOfHundred(value);
    case kpi::KpiUnit::Seconds: return secondsText(value);
    case kpi::KpiUnit::Minutes: return secondsText(60 * value);
    case kpi::KpiUnit::Hours: return std::isfinite(value) ? secondsText(3600 * value) : tr("not known");
    case kpi::KpiUnit::PerHour: return tr("%1 per h").arg(valueText(value, 3));
    case kpi::KpiUnit::PerTenMinutes:
    case kpi::KpiUnit::Alarms:
    case kpi::KpiUnit::Definitions:
    case kpi::KpiUnit::Episodes: break;
    }
    return valueText(value, 3);
}

QString markText(const kpi::KpiFigure &figure, const kpi::KpiLimits &limits)
{
    if (figure.mark == nullptr) {
        return {};
    }
    const QString mark = valueText(figure.mark(limits), 3);
    return figure.id == "alarms_per_10_min_max" ? tr("flood above %1").arg(mark) : tr("about %1 is manageable").arg(mark);
}

QString windowText(const kpi::KpiQuestion &question, ZoneChoice zone)
{
    const QDateTime from = toDateTime(question.from, zone);
    const QDateTime to = toDateTime(question.to, zone);
    const bool sameDay = from.date() == to.date();
    return tr("%1 – %2 %3")
        .arg(from.toString(QStringLiteral("yyyy-MM-dd HH:mm")),
             to.toString(sameDay ? QStringLiteral("HH:mm") : QStringLiteral("yyyy-MM-dd HH:mm")), to.timeZoneAbbreviation());
}

QStringList watchedTexts(const kpi::Kpis &kpis)
{
    const kpi::WatchedTime &watched = kpis.load.watched;
    if (!watched.known) {
        return {tr("watched time not known: rates are over the whole time"), tr("watched time not known")};
    }
    const QString time = durationText(watched.time);
    const QString whole = durationText(kpis.question.length());
    return {tr("watched %1 of %2: rates are over what was watched").arg(time, whole), tr("watched %1 of %2").arg(time, whole)};
}

std::vector<KpiTileText> kpiTiles(const kpi::Kpis &kpis)
{
    const kpi::KpiLimits &limits = kpis.question.limits;
    const kpi::ResponseTimes &response = kpis.response;
    const QString standingHours = valueText(toSeconds(limits.standingAfter) / 3600, 3);
    return {
        tileOf("alarms_per_hour", kpis),
        tileOf("alarms_per_10_min_mean", kpis),
        tileOf("alarms_per_10_min_max", kpis),
        tileOf("crowded_10_min_percent", kpis, floodNote(kpis.load)),
        tileOf("top_share_percent", kpis, tr("worst %1 of %n definition(s)", nullptr, kpis.definitions).arg(number(kpis.badActors.size()))),
        tileOf("chattering", kpis, tr("%n raise(s) within %1", nullptr, limits.chatterRaises).arg(durationText(limits.chatterWithin))),
        tileOf("fleeting_percent", kpis, tr("%1 of %2 that cleared").arg(number(kpis.fleeting.fleeting), number(kpis.fleeting.cleared))),
        tileOf("standing_now", kpis, tr("over %1 h; %2 in this time").arg(standingHours, number(kpis.standing.inWindow))),
        {tr("Time to acknowledge"), secondsText(response.p50Sec), tr("half within; 95 % within %1").arg(secondsText(response.p95Sec)),
         false},
        tileOf("acknowledged_after_clear_percent", kpis, tr("%1 of %2").arg(number(response.afterClear), number(response.acknowledged))),
        tileOf("unacknowledged_now", kpis, tr("%n acknowledged", nullptr, response.acknowledged)),
        {tr("Shelved, out of service"), tr("%1, %2").arg(number(kpis.shelved.now), number(kpis.outOfService.now)),
         tr("%1, %2").arg(hoursText(kpis.shelved.time), hoursText(kpis.outOfService.time)), false},
        tileOf("suppressed_raises", kpis, tr("not among the %n alarm(s)", nullptr, kpis.load.raises)),
        tileOf("false_alarm_percent", kpis,
               tr("%1 of %n alarm(s) with a verdict", nullptr, kpis.verdicts.alarms).arg(number(kpis.verdicts.judged()))),
        tileOf("silenced_minutes", kpis, tr("by hand, whole plant")),
        feedTile(kpis),
    };
}

KpiTable badActorTable(const kpi::Kpis &kpis)
{
    KpiTable table{
        tr("Bad actors"), {tr("Alarm"), tr("Pri"), tr("Detector"), tr("Alarms"), tr("Share"), tr("Chatter"), tr("Fleeting")}, {}};
    for (const kpi::BadActor &each : kpis.badActors) {
        table.rows.push_back({alarmName(each.source, each.what), toQt(std::string(toText(each.priority))), detectorName(each.detector),
                              number(each.raises), percentOfHundred(each.percent), yesOrNothing(each.chattering), number(each.fleeting)});
    }
    return table;
}

std::vector<KpiTable> kpiTables(const kpi::Kpis &kpis, ZoneChoice zone)
{
    return {responseTable(kpis), groupTable(kpis),     hiddenTable(kpis), standingTable(kpis, zone),
            feedTable(kpis),     binTable(kpis, zone), figureTable(kpis)};
}

QString kpiPageText(const kpi::Kpis &kpis, ZoneChoice zone)
{
    QStringList lines{windowText(kpis.question, zone), watchedTexts(kpis).first(), {}};
    for (const KpiTileText &tile : kpiTiles(kpis)) {
        lines << QStringList{tile.title, tile.value, tile.note}.join(QLatin1Char('\t'));
    }
    std::vector<KpiTable> tables = kpiTables(kpis, zone);
    tables.insert(tables.begin(), badActorTable(kpis));
    for (const KpiTable &table : tables) {
        lines << QString() << table.name << table.titles.join(QLatin1Char('\t'));
        for (const QStringList &row : table.rows) {
            lines << row.join(QLatin1Char('\t'));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace telltale::ui
