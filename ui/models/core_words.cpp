// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/core_words.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace telltale::ui {

namespace {

constexpr std::array kWords{
    // Conditions
    QT_TRANSLATE_NOOP("CoreWords", "anomalous"),
    QT_TRANSLATE_NOOP("CoreWords", "no data"),
    QT_TRANSLATE_NOOP("CoreWords", "feed lost"),
    QT_TRANSLATE_NOOP("CoreWords", "asset sent by two feeds"),
    QT_TRANSLATE_NOOP("CoreWords", "journal not written"),
    QT_TRANSLATE_NOOP("CoreWords", "journal incomplete"),
    QT_TRANSLATE_NOOP("CoreWords", "disk full"),
    QT_TRANSLATE_NOOP("CoreWords", "a part stands still"),
    QT_TRANSLATE_NOOP("CoreWords", "journal not verified"),
    QT_TRANSLATE_NOOP("CoreWords", "configuration not read"),
    QT_TRANSLATE_NOOP("CoreWords", "configuration not written"),
    // Verdicts of a detector, qualities, verdicts of people
    QT_TRANSLATE_NOOP("CoreWords", "no decision"),
    QT_TRANSLATE_NOOP("CoreWords", "normal"),
    QT_TRANSLATE_NOOP("CoreWords", "good"),
    QT_TRANSLATE_NOOP("CoreWords", "uncertain"),
    QT_TRANSLATE_NOOP("CoreWords", "bad"),
    QT_TRANSLATE_NOOP("CoreWords", "true"),
    QT_TRANSLATE_NOOP("CoreWords", "false"),
    QT_TRANSLATE_NOOP("CoreWords", "expected"),
    QT_TRANSLATE_NOOP("CoreWords", "test"),
    // Feeds
    QT_TRANSLATE_NOOP("CoreWords", "connecting"),
    QT_TRANSLATE_NOOP("CoreWords", "live"),
    QT_TRANSLATE_NOOP("CoreWords", "no valid frames"),
    QT_TRANSLATE_NOOP("CoreWords", "lost"),
    QT_TRANSLATE_NOOP("CoreWords", "ended"),
    // States of an alarm
    QT_TRANSLATE_NOOP("CoreWords", "NEW"),
    QT_TRANSLATE_NOOP("CoreWords", "ACK"),
    QT_TRANSLATE_NOOP("CoreWords", "RTN"),
    QT_TRANSLATE_NOOP("CoreWords", "LATCH NEW"),
    QT_TRANSLATE_NOOP("CoreWords", "LATCH"),
    QT_TRANSLATE_NOOP("CoreWords", "SHELVED"),
    QT_TRANSLATE_NOOP("CoreWords", "SUPPRESSED"),
    QT_TRANSLATE_NOOP("CoreWords", "OOS"),
    // Transitions
    QT_TRANSLATE_NOOP("CoreWords", "RAISE"),
    QT_TRANSLATE_NOOP("CoreWords", "CLEAR"),
    QT_TRANSLATE_NOOP("CoreWords", "ESCALATE"),
    QT_TRANSLATE_NOOP("CoreWords", "DEESCALATE"),
    QT_TRANSLATE_NOOP("CoreWords", "ACK_UNDO"),
    QT_TRANSLATE_NOOP("CoreWords", "RESET"),
    QT_TRANSLATE_NOOP("CoreWords", "SHELVE"),
    QT_TRANSLATE_NOOP("CoreWords", "UNSHELVE"),
    QT_TRANSLATE_NOOP("CoreWords", "SHELF_EXPIRED"),
    QT_TRANSLATE_NOOP("CoreWords", "SUPPRESS_ON"),
    QT_TRANSLATE_NOOP("CoreWords", "SUPPRESS_OFF"),
    QT_TRANSLATE_NOOP("CoreWords", "OOS_ON"),
    QT_TRANSLATE_NOOP("CoreWords", "OOS_OFF"),
    QT_TRANSLATE_NOOP("CoreWords", "Q_BAD"),
    QT_TRANSLATE_NOOP("CoreWords", "Q_GOOD"),
    QT_TRANSLATE_NOOP("CoreWords", "REALARM"),
    QT_TRANSLATE_NOOP("CoreWords", "SILENCE"),
    QT_TRANSLATE_NOOP("CoreWords", "CONFIG_CHANGED"),
    QT_TRANSLATE_NOOP("CoreWords", "RESTART"),
    QT_TRANSLATE_NOOP("CoreWords", "COMMENT"),
    QT_TRANSLATE_NOOP("CoreWords", "VERDICT"),
    QT_TRANSLATE_NOOP("CoreWords", "ASSIGN"),
    QT_TRANSLATE_NOOP("CoreWords", "IGNORED"),
    // Entries of the logbook
    QT_TRANSLATE_NOOP("CoreWords", "RANGE_NOTE"),
    QT_TRANSLATE_NOOP("CoreWords", "INCIDENT_OPENED"),
    QT_TRANSLATE_NOOP("CoreWords", "INCIDENT_ALARM_ADDED"),
    QT_TRANSLATE_NOOP("CoreWords", "INCIDENT_ALARM_REMOVED"),
    QT_TRANSLATE_NOOP("CoreWords", "INCIDENT_OWNER"),
    QT_TRANSLATE_NOOP("CoreWords", "INCIDENT_NOTE"),
    QT_TRANSLATE_NOOP("CoreWords", "INCIDENT_CLOSED"),
    QT_TRANSLATE_NOOP("CoreWords", "INCIDENT_REOPENED"),
    QT_TRANSLATE_NOOP("CoreWords", "HANDOVER_SIGNED"),
    QT_TRANSLATE_NOOP("CoreWords", "HANDOVER_TAKEN"),
    QT_TRANSLATE_NOOP("CoreWords", "SIGNED_IN"),
    QT_TRANSLATE_NOOP("CoreWords", "SIGNED_OUT"),
    // How an alarm ended, who acts where nobody does
    QT_TRANSLATE_NOOP("CoreWords", "auto"),
    QT_TRANSLATE_NOOP("CoreWords", "reset"),
    QT_TRANSLATE_NOOP("CoreWords", "shelved"),
    QT_TRANSLATE_NOOP("CoreWords", "oos"),
    QT_TRANSLATE_NOOP("CoreWords", "config"),
    QT_TRANSLATE_NOOP("CoreWords", "system"),
    // Control charts
    QT_TRANSLATE_NOOP("CoreWords", "beyond 3 standard deviations"),
    QT_TRANSLATE_NOOP("CoreWords", "nine in a row on one side of the mean"),
    QT_TRANSLATE_NOOP("CoreWords", "six in a row in one direction"),
    // Signing in
    QT_TRANSLATE_NOOP("CoreWords", "this name and this PIN do not belong together"),
    QT_TRANSLATE_NOOP("CoreWords", "there is not enough memory to hash the PIN"),
};

} // namespace

QString spoken(std::string_view coreWord)
{
    const auto *const word = std::find(kWords.begin(), kWords.end(), coreWord);
    return word == kWords.end() ? toQt(coreWord) : QCoreApplication::translate("CoreWords", *word);
}

} // namespace telltale::ui
