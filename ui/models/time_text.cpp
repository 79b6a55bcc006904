// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/time_text.h"

#include <QCoreApplication>
#include <QTimeZone>
#include <algorithm>
#include <array>

namespace telltale::ui {

namespace {

const QString kNothing = QStringLiteral("–");

constexpr std::array kKeys{"local", "utc", "plant"}; // in the order of ZoneChoice

/// One plant a program.
QTimeZone &plantZone()
{
    static QTimeZone zone;
    return zone;
}

bool isThere(ZoneChoice zone)
{
    return zone != ZoneChoice::Plant || plantZone().isValid();
}

} // namespace

void setPlantZone(const QString &name)
{
    plantZone() = name.isEmpty() ? QTimeZone() : QTimeZone(name.toLatin1());
}

ZoneChoice nextZone(ZoneChoice zone)
{
    const auto next = ZoneChoice((std::size_t(zone) + 1) % kKeys.size());
    return isThere(next) ? next : nextZone(next);
}

QString zoneKey(ZoneChoice zone)
{
    return QLatin1String(kKeys[std::size_t(zone)]);
}

ZoneChoice zoneOfKey(const QString &key)
{
    const auto found = std::find(kKeys.begin(), kKeys.end(), key);
    const auto zone = ZoneChoice(found - kKeys.begin());
    return found != kKeys.end() && isThere(zone) ? zone : ZoneChoice::Local;
}

QString zoneNote(ZoneChoice zone)
{
    constexpr std::array kNotes{QT_TRANSLATE_NOOP("Zones", "All times in local time."), QT_TRANSLATE_NOOP("Zones", "All times in UTC."),
                                QT_TRANSLATE_NOOP("Zones", "All times as at the plant, %1.")};
    const QString note = QCoreApplication::translate("Zones", kNotes[std::size_t(zone)]);
    return zone == ZoneChoice::Plant ? note.arg(QString::fromLatin1(plantZone().id())) : note;
}

QDateTime toDateTime(UtcTime time, ZoneChoice zone)
{
    if (zone == ZoneChoice::Plant && isThere(zone))
        return toDateTime(time, ZoneChoice::Utc).toTimeZone(plantZone());
    const auto millis = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(millis, zone == ZoneChoice::Utc ? Qt::UTC : Qt::LocalTime);
}

UtcTime fromClock(const QDateTime &shown, ZoneChoice zone)
{
    const bool plant = zone == ZoneChoice::Plant && isThere(zone);
    const QDateTime moment = plant ? QDateTime(shown.date(), shown.time(), plantZone())
                                   : QDateTime(shown.date(), shown.time(), zone == ZoneChoice::Utc ? Qt::UTC : Qt::LocalTime);
    return UtcTime{std::chrono::milliseconds{moment.toMSecsSinceEpoch()}};
}

QString timeOfDay(UtcTime time, ZoneChoice zone)
{
    return time == kNoTime ? kNothing : toDateTime(time, zone).toString(QStringLiteral("HH:mm:ss"));
}

QString shortTime(UtcTime time, ZoneChoice zone)
{
    return time == kNoTime ? kNothing : toDateTime(time, zone).toString(QStringLiteral("HH:mm"));
}

QString fullTime(UtcTime time, ZoneChoice zone)
{
    if (time == kNoTime) {
        return kNothing;
    }
    const QDateTime moment = toDateTime(time, zone);
    return moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss ")) + moment.timeZoneAbbreviation();
}

QString sinceText(UtcTime time, UtcTime now, ZoneChoice zone)
{
    if (time == kNoTime) {
        return kNothing;
    }
    const QDateTime moment = toDateTime(time, zone);
    const bool today = now == kNoTime || moment.date() == toDateTime(now, zone).date();
    return moment.toString(today ? QStringLiteral("HH:mm:ss") : QStringLiteral("MM-dd HH:mm"));
}

QString durationText(Duration duration)
{
    const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(duration).count();
    if (seconds < 0) {
        return kNothing;
    }
    if (seconds < 60) {
        return QStringLiteral("%1 s").arg(seconds);
    }
    if (seconds < 3600) {
        return QStringLiteral("%1 min %2 s").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    }
    if (seconds < 86400) {
        return QStringLiteral("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60, 2, 10, QLatin1Char('0'));
    }
    return QStringLiteral("%1 d %2 h").arg(seconds / 86400).arg(seconds % 86400 / 3600);
}

} // namespace telltale::ui
