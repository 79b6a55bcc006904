// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/journal_columns.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <cmath>

namespace telltale::ui {

namespace {

QString stateName(AlarmState state)
{
    return state == AlarmState::A ? QStringLiteral("normal") : toQt(label(state));
}

/// Alarms of the program and of feeds have no asset to be the whole of.
QString sensorName(const SensorKey &source)
{
    const bool whole = source.sensor.empty() && !source.asset.empty() && source.asset != "system" && source.asset != "feed";
    return whole ? QCoreApplication::translate("JournalColumns", "(whole asset)") : toQt(source.sensor);
}

QString number(double value)
{
    return std::isfinite(value) ? QString::number(value, 'g', 5) : QStringLiteral("–");
}

} // namespace

QString stepText(const AlarmEvent &event)
{
    return event.from == event.to ? stateName(event.to) : QStringLiteral("%1 → %2").arg(stateName(event.from), stateName(event.to));
}

const std::array<JournalColumn, kJournalColumnCount> &journalColumns()
{
    static const std::array<JournalColumn, kJournalColumnCount> kColumns{{
        {QT_TRANSLATE_NOOP("JournalColumns", "No."), "999999", [](const AlarmEvent &e, ZoneChoice) { return QString::number(e.seq); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Time"), "2026-11-22 12:31:07 CEST",
         [](const AlarmEvent &e, ZoneChoice zone) { return fullTime(e.at, zone); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Event"), "CONFIG_CHANGED",
         [](const AlarmEvent &e, ZoneChoice) { return toQt(toText(e.kind)); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Pri"), "P1 ", [](const AlarmEvent &e, ZoneChoice) { return toQt(toText(e.priority)); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Asset"), "site-1/plant-1/line-a/conveyor-1",
         [](const AlarmEvent &e, ZoneChoice) { return toQt(e.source.asset); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Sensor"), "bearing_temperature_inside",
         [](const AlarmEvent &e, ZoneChoice) { return sensorName(e.source); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "State"), "SUPPRESSED → normal", [](const AlarmEvent &e, ZoneChoice) { return stepText(e); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "By"), "operator-1 of the night shift",
         [](const AlarmEvent &e, ZoneChoice) { return toQt(e.actor.operatorName); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Comment"), "a comment that says in some length what was found and done",
         [](const AlarmEvent &e, ZoneChoice) { return toQt(e.comment); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Station"), "station-1 in hall 2",
         [](const AlarmEvent &e, ZoneChoice) { return toQt(e.actor.station); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Score"), "12345.6", [](const AlarmEvent &e, ZoneChoice) { return number(e.score); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Limit"), "12345.6", [](const AlarmEvent &e, ZoneChoice) { return number(e.limit); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Value"), "12345.6", [](const AlarmEvent &e, ZoneChoice) { return number(e.value); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Reading of"), "2026-11-22 12:31:07 CEST",
         [](const AlarmEvent &e, ZoneChoice zone) { return fullTime(e.sourceTime, zone); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Cfg"), "999",
         [](const AlarmEvent &e, ZoneChoice) { return QString::number(e.definitionVersion); }},
        {QT_TRANSLATE_NOOP("JournalColumns", "Alarm"), "#99999",
         [](const AlarmEvent &e, ZoneChoice) { return e.occurrence == 0 ? QStringLiteral("–") : QStringLiteral("#%1").arg(e.occurrence); }},
    }};
    return kColumns;
}

} // namespace telltale::ui
