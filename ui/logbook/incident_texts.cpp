// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logbook/incident_texts.h"

#include "ui/models/alarm_columns.h"
#include "ui/models/core_words.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <array>
#include <utility>

namespace telltale::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Incidents", text);
}

constexpr std::array<std::pair<const char *, const char *>, 12> kWords{{
    {"RANGE_NOTE", QT_TRANSLATE_NOOP("Incidents", "note on a range")},
    {"INCIDENT_OPENED", QT_TRANSLATE_NOOP("Incidents", "incident opened")},
    {"INCIDENT_ALARM_ADDED", QT_TRANSLATE_NOOP("Incidents", "alarm added")},
    {"INCIDENT_ALARM_REMOVED", QT_TRANSLATE_NOOP("Incidents", "alarm removed")},
    {"INCIDENT_OWNER", QT_TRANSLATE_NOOP("Incidents", "owner")},
    {"INCIDENT_NOTE", QT_TRANSLATE_NOOP("Incidents", "note")},
    {"INCIDENT_CLOSED", QT_TRANSLATE_NOOP("Incidents", "closed, cause")},
    {"INCIDENT_REOPENED", QT_TRANSLATE_NOOP("Incidents", "opened again")},
    {"HANDOVER_SIGNED", QT_TRANSLATE_NOOP("Incidents", "shift handed over")},
    {"HANDOVER_TAKEN", QT_TRANSLATE_NOOP("Incidents", "shift taken over")},
    {"SIGNED_IN", QT_TRANSLATE_NOOP("Incidents", "signed in")},
    {"SIGNED_OUT", QT_TRANSLATE_NOOP("Incidents", "signed out")},
}};

QString alarmNumber(OccurrenceId id)
{
    return id == 0 ? QString() : QStringLiteral("#%1").arg(id);
}

} // namespace

QString timelineWord(const std::string &what)
{
    for (const auto &[word, text] : kWords) {
        if (what == word) {
            return tr(text);
        }
    }
    return spoken(what);
}

QStringList incidentTitles()
{
    return {tr("No."), tr("State"), tr("Title"), tr("Owner"), tr("Alarms"), tr("Opened"), tr("Closed")};
}

QStringList incidentRow(const Incident &incident, ZoneChoice zone)
{
    return {QString::number(incident.number),
            incident.open() ? tr("open") : tr("closed"),
            toQt(incident.title),
            toQt(incident.owner),
            QString::number(incident.alarms.size()),
            fullTime(incident.opened, zone),
            fullTime(incident.closed, zone)};
}

QStringList incidentAlarmTitles()
{
    return {tr("Alarm"), tr("Priority"), tr("State"), tr("Raised"), tr("Asset"), tr("What")};
}

QStringList incidentAlarmRow(const Occurrence &alarm, ZoneChoice zone)
{
    return {alarmNumber(alarm.id),        toQt(toText(alarm.priority)),        alarm.open() ? stateText(alarm) : tr("closed"),
            fullTime(alarm.raised, zone), toQt(alarm.definition.source.asset), whatText(alarm)};
}

QStringList timelineTitles()
{
    return {tr("Time"), tr("Event"), tr("Alarm"), tr("Source"), tr("Who"), tr("Text")};
}

QStringList timelineRow(const logbook::TimelineItem &item, ZoneChoice zone)
{
    return {fullTime(item.at, zone),  timelineWord(item.what),       alarmNumber(item.occurrence),
            toQt(item.source.text()), toQt(item.actor.operatorName), toQt(item.text)};
}

QString incidentState(const Incident &incident, ZoneChoice zone)
{
    if (incident.open()) {
        const QString owner = incident.owner.empty() ? tr("nobody looks after it") : tr("%1 looks after it").arg(toQt(incident.owner));
        return tr("Open since %1, opened by %2, %3.").arg(fullTime(incident.opened, zone), toQt(incident.openedBy.operatorName), owner);
    }
    return tr("Closed %1 by %2. Cause: %3")
        .arg(fullTime(incident.closed, zone), toQt(incident.closedBy.operatorName), toQt(incident.cause));
}

} // namespace telltale::ui
