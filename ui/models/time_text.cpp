// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/time_text.h"

namespace telltale::ui {

namespace {

const QString kNothing = QStringLiteral("–");

} // namespace

QDateTime toDateTime(UtcTime time, ZoneChoice zone)
{
    const auto millis = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(millis, zone == ZoneChoice::Utc ? Qt::UTC : Qt::LocalTime);
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
