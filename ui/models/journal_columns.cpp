// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/journal_columns.h"

#include "ui/models/core_words.h"
#include "ui/models/number_text.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <cmath>

namespace telltale::ui {

namespace {

QString stateName(AlarmState state)
{
    return state == AlarmState::A ? spoken("normal") : spoken(label(state));
}

/// Alarms of the program and of feeds have no asset to be the whole of.
QString sensorName(const SensorKey &source)
{
    const bool whole = source.sensor.empty() && !source.asset.empty() && source.asset != "system" && source.asset != "feed";
    return whole ? QCoreApplication::translate("JournalColumns", "(whole asset)") : toQt(source.sensor);
}

/// What only transitions have.
template <typename Read>
QString ofTransition(const JournalRow &row, Read read)
{
    return row.transition() == nullptr ? QString() : read(*row.transition());
}

QString alarmNumber(OccurrenceId id)
{
    return id == 0 ? QStringLiteral("–") : QStringLiteral("#%1").arg(id);
}

QString sourceAsset(const JournalRow &row)
{
    return row.either([](const auto &what) { return toQt(what.source.asset); });
}

/// A verdict goes before what was said with it; an entry of an incident or handover has its number there.
QString commentOf(const JournalRow &row)
{
    if (const AlarmEvent *event = row.transition()) {
        const QString verdict = event->verdict == Judgement::None ? QString() : spoken(toText(event->verdict));
        return verdict.isEmpty() || event->comment.empty() ? verdict + toQt(event->comment)
                                                           : QStringLiteral("%1: %2").arg(verdict, toQt(event->comment));
    }
    const LogbookEntry &entry = *row.entry();
    if (entry.subject == 0) {
        return toQt(entry.text);
    }
    const QString number = QCoreApplication::translate("JournalColumns", "no. %1").arg(entry.subject);
    return entry.text.empty() ? number : QStringLiteral("%1: %2").arg(number, toQt(entry.text));
}

QString number(double value)
{
    return std::isfinite(value) ? numberText(value, 'g', 5) : QStringLiteral("–");
}

} // namespace

QString stepText(const AlarmEvent &event)
{
    return event.from == event.to ? stateName(event.to) : QStringLiteral("%1 → %2").arg(stateName(event.from), stateName(event.to));
}

const std::array<JournalColumn, kJournalColumnCount> &journalColumns()
{
    using Row = const JournalRow &;
    static const std::array<JournalColumn, kJournalColumnCount> kColumns{{
        {QT_TRANSLATE_NOOP("JournalColumns", "No."), "999999", [](Row r, ZoneChoice) { return QString::number(r.seq()); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Time"), "2026-11-22 12:31:07 CEST",
         [](Row r, ZoneChoice zone) { return fullTime(r.either([](const auto &what) { return what.at; }), zone); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Event"), "INCIDENT_ALARM_REMOVED",
         [](Row r, ZoneChoice) { return r.either([](const auto &what) { return spoken(toText(what.kind)); }); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Pri"), "P1 ",
         [](Row r, ZoneChoice) { return ofTransition(r, [](const AlarmEvent &e) { return toQt(toText(e.priority)); }); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Asset"), "site-1/plant-1/line-a/conveyor-1",
         [](Row r, ZoneChoice) { return sourceAsset(r); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Sensor"), "bearing_temperature_inside",
         [](Row r, ZoneChoice) { return r.either([](const auto &what) { return sensorName(what.source); }); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "State"), "SUPPRESSED → normal", [](Row r, ZoneChoice) { return ofTransition(r, stepText); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "By"), "operator-1 of the night shift",
         [](Row r, ZoneChoice) { return r.either([](const auto &what) { return toQt(what.actor.operatorName); }); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Comment"), "a comment that says in some length what was found and done",
         [](Row r, ZoneChoice) { return commentOf(r); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Station"), "station-1 in hall 2",
         [](Row r, ZoneChoice) { return r.either([](const auto &what) { return toQt(what.actor.station); }); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Score"), "12345.6",
         [](Row r, ZoneChoice) { return ofTransition(r, [](const AlarmEvent &e) { return number(e.score); }); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Limit"), "12345.6",
         [](Row r, ZoneChoice) { return ofTransition(r, [](const AlarmEvent &e) { return number(e.limit); }); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Value"), "12345.6",
         [](Row r, ZoneChoice) { return ofTransition(r, [](const AlarmEvent &e) { return number(e.value); }); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Reading of"), "2026-11-22 12:31:07 CEST",
         [](Row r, ZoneChoice zone) {
             return r.transition() ? fullTime(r.transition()->sourceTime, zone) : fullTime(r.entry()->from, zone);
         }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Until"), "2026-11-22 12:31:07 CEST",
         [](Row r, ZoneChoice zone) { return fullTime(r.transition() ? r.transition()->until : r.entry()->to, zone); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Cfg"), "999",
         [](Row r, ZoneChoice) { return ofTransition(r, [](const AlarmEvent &e) { return QString::number(e.definitionVersion); }); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Alarm"), "#99999",
         [](Row r, ZoneChoice) { return alarmNumber(r.either([](const auto &what) { return what.occurrence; })); }},
    }};
    return kColumns;
}

} // namespace telltale::ui
