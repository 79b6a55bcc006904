// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/shelf_watch.h"

#include "ui/models/alarm_names.h"
#include "ui/models/suppressed_counts.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <algorithm>

namespace telltale::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ShelfWatch", text);
}

} // namespace

QString ShelfWatch::warning(const std::vector<SuppressedAlarm> &alarms, UtcTime now)
{
    std::set<std::pair<AlarmKey, UtcTime>> near;
    const SuppressedAlarm *first = nullptr;
    int fresh = 0;
    for (const SuppressedAlarm &alarm : alarms) {
        if (!isShelved(alarm) || alarm.shelf.until - now > kShelfWarning) {
            continue;
        }
        const std::pair<AlarmKey, UtcTime> end{{alarm.source, alarm.what}, alarm.shelf.until};
        near.insert(end);
        if (m_said.contains(end)) {
            continue;
        }
        ++fresh;
        first = first == nullptr || alarm.shelf.until < first->shelf.until ? &alarm : first;
    }
    m_said = std::move(near);
    if (first == nullptr) {
        return {};
    }
    const QString more = fresh > 1 ? tr(" (and %1 more)").arg(fresh - 1) : QString();
    return tr("The shelf of %1 ends in %2%3; shelved by %4: %5")
        .arg(alarmName({first->source, first->what}), durationText(std::max(Duration{0}, first->shelf.until - now)), more,
             toQt(first->shelf.by.operatorName), toQt(first->shelf.reason));
}

} // namespace telltale::ui
