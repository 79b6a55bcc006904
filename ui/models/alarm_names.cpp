// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alarm_names.h"

#include "ui/models/core_words.h"
#include "ui/text.h"

#include <QCoreApplication>

namespace telltale::ui {

namespace {

constexpr qsizetype kNamedAssets = 3;

} // namespace

QString alarmName(const AlarmKey &alarm)
{
    const QString source = alarm.source.sensor.empty() ? toQt(alarm.source.asset)
                                                       : QStringLiteral("%1 %2").arg(toQt(alarm.source.asset), toQt(alarm.source.sensor));
    return alarm.what.empty() ? source : QStringLiteral("%1: %2").arg(source, spoken(alarm.what));
}

QString alarmNames(const std::vector<AlarmKey> &alarms)
{
    if (alarms.size() == 1) {
        return alarmName(alarms.front());
    }
    QStringList assets;
    for (const AlarmKey &alarm : alarms) {
        assets << toQt(alarm.source.asset);
    }
    assets.sort();
    assets.removeDuplicates();
    if (assets.size() > kNamedAssets) {
        assets = assets.mid(0, kNamedAssets) << QStringLiteral("…");
    }
    return QCoreApplication::translate("AlarmNames", "%1 alarms of %2")
        .arg(QString::number(alarms.size()), assets.join(QStringLiteral(", ")));
}

QString priorityName(Priority priority)
{
    return toQt(toText(priority));
}

} // namespace telltale::ui
