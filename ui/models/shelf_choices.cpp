// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/shelf_choices.h"

#include "ui/models/alarm_names.h"

#include <QCoreApplication>
#include <algorithm>

namespace telltale::ui {

namespace {

using namespace std::chrono_literals;

constexpr Duration kUsual = 30min;

QString tr(const char *text)
{
    return QCoreApplication::translate("ShelfChoices", text);
}

/// The subject that allows least.
const ShelfSubject &strictest(const std::vector<ShelfSubject> &subjects)
{
    return *std::min_element(subjects.begin(), subjects.end(),
                             [](const ShelfSubject &a, const ShelfSubject &b) { return a.longest < b.longest; });
}

std::vector<ShelfChoice> allChoices(Duration longest, UtcTime now, UtcTime shiftEnd, ZoneChoice zone)
{
    return {{QLatin1Char('1'), tr("15 min"), 15min, false},
            {QLatin1Char('2'), tr("30 min"), 30min, false},
            {QLatin1Char('3'), tr("1 h"), 1h, false},
            {QLatin1Char('4'), tr("4 h"), 4h, false},
            {QLatin1Char('5'), tr("end of shift, %1").arg(shortTime(shiftEnd, zone)), shiftEnd - now, false},
            {QLatin1Char('6'), tr("until it clears, at most %1").arg(durationText(longest)), longest, true}};
}

QString limitNote(const QStringList &leftOut, const ShelfSubject &strict)
{
    if (leftOut.isEmpty()) {
        return {};
    }
    return tr("Not offered: %1. %2 (%3) may be shelved for %4 at most.")
        .arg(leftOut.join(QStringLiteral(", ")), alarmName(strict.key), priorityName(strict.priority), durationText(strict.longest));
}

} // namespace

ShelfChoices shelfChoices(const std::vector<ShelfSubject> &subjects, UtcTime now, UtcTime shiftEnd, ZoneChoice zone)
{
    ShelfChoices choices;
    const auto never = std::find_if(subjects.begin(), subjects.end(), [](const ShelfSubject &s) { return !s.definition.shelveAllowed; });
    if (never != subjects.end()) {
        choices.note = tr("%1 must not be shelved.").arg(alarmName(never->key));
        return choices;
    }
    const ShelfSubject &strict = strictest(subjects);
    choices.longest = strict.longest;
    QStringList leftOut;
    Duration proposed{0};
    for (ShelfChoice &choice : allChoices(choices.longest, now, shiftEnd, zone)) {
        if (choice.length > choices.longest) {
            leftOut << choice.text;
        } else if (choice.length > Duration::zero()) {
            if (!choice.oneShot && choice.length <= kUsual && choice.length > proposed) {
                proposed = choice.length;
                choices.proposed = choices.offered.size();
            }
            choices.offered.push_back(std::move(choice));
        }
    }
    choices.note = limitNote(leftOut, strict);
    return choices;
}

} // namespace telltale::ui
