// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alarm_names.h"

#include "ui/text.h"

#include <QCoreApplication>

namespace telltale::ui {

QString alarmName(const AlarmKey &alarm)
{
    const QString source = alarm.source.sensor.empty() ? toQt(alarm.source.asset)
                                                       : QStringLiteral("%1 %2").arg(toQt(alarm.source.asset), toQt(alarm.source.sensor));
    return alarm.what.empty() ? source : QStringLiteral("%1: %2").arg(source, toQt(alarm.what));
}

QString alarmNames(const std::vector<AlarmKey> &alarms)
{
    return alarms.size() == 1 ? alarmName(alarms.front()) : QCoreApplication::translate("AlarmNames", "%1 alarms").arg(alarms.size());
}

QString priorityName(Priority priority)
{
    return toQt(toText(priority));
}

} // namespace telltale::ui
