// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/suppressed_columns.h"

#include "ui/models/core_words.h"
#include "ui/models/suppressed_counts.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace telltale::ui {

namespace {

using Alarm = SuppressedAlarm;
using Context = SuppressedRowContext;

QString tr(const char *text, const char *meaning = nullptr, int n = -1)
{
    return QCoreApplication::translate("SuppressedColumns", text, meaning, n);
}

QString heldCell(const Alarm &alarm, const Context &context)
{
    static constexpr std::array<const char *, 5> kWords{
        "", QT_TRANSLATE_NOOP("SuppressedColumns", "Shelved"), QT_TRANSLATE_NOOP("SuppressedColumns", "Shelved, one shot"),
        QT_TRANSLATE_NOOP("SuppressedColumns", "Suppressed"), QT_TRANSLATE_NOOP("SuppressedColumns", "Out of service")};
    const QString word = tr(kWords[std::size_t(alarm.suppression)]);
    return wantsAttention(alarm, context.now) ? QStringLiteral("⚠ ") + word : word;
}

QString untilCell(const Alarm &alarm, const Context &context)
{
    const UtcTime until = strongestHold(alarm).until;
    if (alarm.suppression == Suppression::ByDesign || until == kNoTime) {
        return QStringLiteral("–");
    }
    const QDateTime moment = toDateTime(until, context.zone);
    const bool today = moment.date() == toDateTime(context.now, context.zone).date();
    return moment.toString(today ? QStringLiteral("HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString leftCell(const Alarm &alarm, const Context &context)
{
    const UtcTime until = strongestHold(alarm).until;
    if (alarm.suppression == Suppression::ByDesign || until == kNoTime) {
        return QStringLiteral("–");
    }
    if (until > context.now) {
        return durationText(until - context.now);
    }
    return alarm.suppression == Suppression::OutOfService ? tr("review overdue %1").arg(durationText(context.now - until)) : tr("ending");
}

QString assetCell(const Alarm &alarm, const Context &)
{
    return toQt(alarm.source.asset);
}

QString whatCell(const Alarm &alarm, const Context &)
{
    return alarm.source.sensor.empty() ? spoken(alarm.what) : QStringLiteral("%1: %2").arg(toQt(alarm.source.sensor), spoken(alarm.what));
}

QString priorityCell(const Alarm &alarm, const Context &)
{
    return toQt(toText(alarm.priority));
}

QString conditionCell(const Alarm &alarm, const Context &)
{
    const bool active = alarm.condition == Condition::Active || alarm.condition == Condition::PendingOff;
    return active ? tr("ACTIVE") : tr("normal");
}

QString raisesCell(const Alarm &alarm, const Context &)
{
    return QString::number(alarm.raises);
}

QString reasonCell(const Alarm &alarm, const Context &)
{
    return toQt(strongestHold(alarm).reason);
}

QString byCell(const Alarm &alarm, const Context &)
{
    return alarm.suppression == Suppression::ByDesign ? tr("rule") : toQt(strongestHold(alarm).by.operatorName);
}

QString sinceCell(const Alarm &alarm, const Context &context)
{
    return sinceText(strongestHold(alarm).since, context.now, context.zone);
}

QString shelfText(const Hold &shelf, UtcTime now, ZoneChoice zone)
{
    const QString until = fullTime(shelf.until, zone);
    const QString left = durationText(std::max(Duration{0}, shelf.until - now));
    const QString head = shelf.oneShot ? tr("Shelved until it clears, at most until %1 (%2 left)") : tr("Shelved until %1 (%2 left)");
    return tr("%1 by %2: %3").arg(head.arg(until, left), toQt(shelf.by.operatorName), toQt(shelf.reason));
}

QString serviceText(const Hold &hold, UtcTime now, ZoneChoice zone)
{
    const QString overdue = hold.until != kNoTime && hold.until <= now ? tr(", OVERDUE") : QString();
    return tr("Out of service since %1 by %2: %3. To be reviewed %4%5")
        .arg(fullTime(hold.since, zone), toQt(hold.by.operatorName), toQt(hold.reason), fullTime(hold.until, zone), overdue);
}

} // namespace

const std::array<SuppressedColumn, SuppressedColumnCount> &suppressedColumns()
{
    static const std::array<SuppressedColumn, SuppressedColumnCount> kColumns{{
        {QT_TRANSLATE_NOOP("SuppressedColumns", "Held"),
         QT_TRANSLATE_NOOP("SuppressedColumns", "Why it is not in the alarm list. ⚠: a shelf ends within 5 min, or a review is overdue."),
         "⚠ Shelved, one shot", heldCell},
        {QT_TRANSLATE_NOOP("SuppressedColumns", "Until"), QT_TRANSLATE_NOOP("SuppressedColumns", "End of the shelf, or day of the review"),
         "2026-11-22 12:31", untilCell},
        {QT_TRANSLATE_NOOP("SuppressedColumns", "Left"), QT_TRANSLATE_NOOP("SuppressedColumns", "How long until then"), "59 min 59 s",
         leftCell},
        {QT_TRANSLATE_NOOP("SuppressedColumns", "Asset"), QT_TRANSLATE_NOOP("SuppressedColumns", "Which machine"), "line-a/conveyor-1",
         assetCell},
        {QT_TRANSLATE_NOOP("SuppressedColumns", "What"), QT_TRANSLATE_NOOP("SuppressedColumns", "The sensor and what would be said of it"),
         "temperature_in: anomalous", whatCell},
        {QT_TRANSLATE_NOOP("SuppressedColumns", "Pri"), QT_TRANSLATE_NOOP("SuppressedColumns", "Priority, P1 is the most urgent"), "P1 ",
         priorityCell},
        {QT_TRANSLATE_NOOP("SuppressedColumns", "Now"), QT_TRANSLATE_NOOP("SuppressedColumns", "What would be in the list without it"),
         "ACTIVE", conditionCell},
        {QT_TRANSLATE_NOOP("SuppressedColumns", "Raises"), QT_TRANSLATE_NOOP("SuppressedColumns", "How often it was raised meanwhile"),
         "Raises", raisesCell},
        {QT_TRANSLATE_NOOP("SuppressedColumns", "Reason"), QT_TRANSLATE_NOOP("SuppressedColumns", "Why, or the rule that says so"),
         "known fault, being worked on", reasonCell},
        {QT_TRANSLATE_NOOP("SuppressedColumns", "By"), QT_TRANSLATE_NOOP("SuppressedColumns", "Who did it"), "operator-1", byCell},
        {QT_TRANSLATE_NOOP("SuppressedColumns", "Since"), QT_TRANSLATE_NOOP("SuppressedColumns", "Since when"), "00-00 00:00", sinceCell},
    }};
    return kColumns;
}

const Hold &strongestHold(const SuppressedAlarm &alarm)
{
    return alarm.outOfService.holds() ? alarm.outOfService : alarm.rule.holds() ? alarm.rule : alarm.shelf;
}

bool wantsAttention(const SuppressedAlarm &alarm, UtcTime now)
{
    if (isShelved(alarm)) {
        return alarm.shelf.until - now <= kShelfWarning;
    }
    return alarm.suppression == Suppression::OutOfService && alarm.outOfService.until != kNoTime && alarm.outOfService.until <= now;
}

QString holdText(const SuppressedAlarm &alarm, UtcTime now, ZoneChoice zone)
{
    QStringList lines;
    if (alarm.outOfService.holds()) {
        lines << serviceText(alarm.outOfService, now, zone);
    }
    if (alarm.rule.holds()) {
        lines << tr("Suppressed by design since %1: %2").arg(fullTime(alarm.rule.since, zone), toQt(alarm.rule.reason));
    }
    if (alarm.shelf.holds()) {
        lines << shelfText(alarm.shelf, now, zone);
    }
    if (!lines.isEmpty() && alarm.raises > 0) {
        lines << tr("Raised %n time(s) meanwhile", nullptr, int(alarm.raises));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace telltale::ui
