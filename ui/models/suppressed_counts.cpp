// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/suppressed_counts.h"

#include <QCoreApplication>

namespace telltale::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SuppressedCounts", text);
}

} // namespace

bool isShelved(const SuppressedAlarm &alarm)
{
    return alarm.suppression == Suppression::ShelvedTimed || alarm.suppression == Suppression::ShelvedOneShot;
}

SuppressedCounts countSuppressed(const std::vector<SuppressedAlarm> &alarms, UtcTime now)
{
    SuppressedCounts counts;
    for (const SuppressedAlarm &alarm : alarms) {
        counts.shelved += isShelved(alarm) ? 1 : 0;
        counts.byDesign += alarm.suppression == Suppression::ByDesign ? 1 : 0;
        if (alarm.suppression == Suppression::OutOfService) {
            ++counts.outOfService;
            counts.overdue += alarm.outOfService.until != kNoTime && alarm.outOfService.until <= now ? 1 : 0;
        }
        const bool next = isShelved(alarm) && (counts.nextEnd == kNoTime || alarm.shelf.until < counts.nextEnd);
        counts.nextEnd = next ? alarm.shelf.until : counts.nextEnd;
    }
    counts.endsSoon = counts.nextEnd != kNoTime && counts.nextEnd - now <= kShelfWarning;
    return counts;
}

QStringList suppressedForms(const SuppressedCounts &counts, ZoneChoice zone)
{
    QStringList longest;
    QStringList shortest;
    const QString mark = counts.endsSoon ? QStringLiteral("⚠ ") : QString();
    if (counts.shelved > 0) {
        longest << mark + tr("Shelved %1 (next %2)").arg(QString::number(counts.shelved), shortTime(counts.nextEnd, zone));
        shortest << mark + tr("Sh %1 (%2)").arg(QString::number(counts.shelved), shortTime(counts.nextEnd, zone));
    } else {
        longest << tr("Shelved 0");
        shortest << tr("Sh 0");
    }
    if (counts.byDesign > 0) {
        longest << tr("Suppressed %1").arg(counts.byDesign);
        shortest << tr("Su %1").arg(counts.byDesign);
    }
    if (counts.outOfService > 0) {
        const QString overdue = counts.overdue > 0 ? tr(", review %1").arg(counts.overdue) : QString();
        longest << tr("OOS %1%2").arg(QString::number(counts.outOfService), overdue);
        shortest << tr("OOS %1").arg(counts.outOfService);
    }
    const QString joint = QStringLiteral(" · ");
    return {longest.join(joint), shortest.join(joint)};
}

} // namespace telltale::ui
