// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/refusal_text.h"

#include "ui/models/alarm_names.h"
#include "ui/text.h"

#include <QCoreApplication>

namespace telltale::ui {

namespace {

/// What the core refuses with. They are journaled as they stand; a screen says them in its own language.
constexpr const char *kKnown[] = {
    QT_TRANSLATE_NOOP("RefusalText", "changed since you looked"),
    QT_TRANSLATE_NOOP("RefusalText", "acknowledged more than 10 s ago"),
    QT_TRANSLATE_NOOP("RefusalText", "acknowledged by somebody else"),
    QT_TRANSLATE_NOOP("RefusalText", "already acknowledged"),
    QT_TRANSLATE_NOOP("RefusalText", "acknowledge it first"),
    QT_TRANSLATE_NOOP("RefusalText", "not acknowledged"),
    QT_TRANSLATE_NOOP("RefusalText", "not latched"),
    QT_TRANSLATE_NOOP("RefusalText", "the condition is still active"),
    QT_TRANSLATE_NOOP("RefusalText", "not shelved"),
    QT_TRANSLATE_NOOP("RefusalText", "shelved, suppressed or out of service"),
    QT_TRANSLATE_NOOP("RefusalText", "no open alarm"),
    QT_TRANSLATE_NOOP("RefusalText", "a reason is required"),
    QT_TRANSLATE_NOOP("RefusalText", "this alarm must not be shelved"),
    QT_TRANSLATE_NOOP("RefusalText", "its end is past, missing or beyond the longest shelf allowed"),
    QT_TRANSLATE_NOOP("RefusalText", "already shelved, suppressed or out of service"),
    QT_TRANSLATE_NOOP("RefusalText", "already out of service"),
    QT_TRANSLATE_NOOP("RefusalText", "not out of service"),
    QT_TRANSLATE_NOOP("RefusalText", "no such alarm is defined"),
    QT_TRANSLATE_NOOP("RefusalText", "one of its alarms is not acknowledged: acknowledge it first, or take it out"),
    QT_TRANSLATE_NOOP("RefusalText",
                      "alarms of this priority are acknowledged with a comment only (commentToAcknowledge in the plant file)"),
    QT_TRANSLATE_NOOP("RefusalText", "this address is listened to already"),
    QT_TRANSLATE_NOOP("RefusalText",
                      "expected the publisher's public key (serverKeys of its [[feed]] in the plant file), because this address is on "
                      "another computer, or --insecure to take what anybody on the way can read and forge"),
};

} // namespace

QString plainReason(std::string_view reason)
{
    constexpr std::string_view kPrefix = " ignored: ";
    if (const std::size_t prefix = reason.find(kPrefix); prefix != std::string_view::npos) {
        reason.remove_prefix(prefix + kPrefix.size());
    }
    reason = reason.substr(0, reason.find("; said with it: "));
    for (const char *known : kKnown) {
        if (reason == known) {
            return QCoreApplication::translate("RefusalText", known);
        }
    }
    return toQt(reason);
}

QString refusalText(const CommandEcho &echo, const std::vector<AlarmEvent> &events, std::size_t subjects, const QString &name)
{
    const AlarmEvent *first = nullptr;
    std::size_t refused = 0;
    for (const AlarmEvent &event : events) {
        const bool ofThis = event.seq <= echo.lastSeq && event.seq + subjects > echo.lastSeq;
        if (ofThis && event.kind == AlarmEventKind::Ignored) {
            first = first == nullptr ? &event : first;
            ++refused;
        }
    }
    const bool named = first != nullptr && !first->source.asset.empty();
    const QString whose = named ? alarmName({first->source, first->what}) : name;
    const QString why = plainReason(first != nullptr ? first->comment : echo.reason);
    const QString more = refused > 1 ? QCoreApplication::translate("RefusalText", " (and %1 more)").arg(refused - 1) : QString();
    return whose.isEmpty() ? why + more : QStringLiteral("%1: %2%3").arg(whose, why, more);
}

} // namespace telltale::ui
