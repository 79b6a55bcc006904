// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/response_clock.h"

#include "ui/keys/key_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace telltale::ui {

namespace {

using namespace std::chrono_literals;

QString tr(const char *text)
{
    return QCoreApplication::translate("ResponseClock", text);
}

bool isActive(const Occurrence &alarm)
{
    return alarm.open() && (alarm.condition == Condition::Active || alarm.condition == Condition::PendingOff);
}

/// When somebody answered, as event time: that is what its onset is in.
UtcTime answered(const Occurrence &alarm)
{
    if (alarm.acked == kNoTime || isUnacknowledged(alarm.state)) {
        return kNoTime;
    }
    return alarm.raisedReceived == kNoTime ? alarm.acked : alarm.raised + (alarm.acked - alarm.raisedReceived);
}

/// One clock: `happened` stops it, kNoTime lets it run.
QString clockLine(const QString &name, UtcTime onset, Duration allowed, UtcTime happened, UtcTime now, ZoneChoice zone)
{
    const UtcTime end = onset + allowed;
    if (happened != kNoTime) {
        const QString after = durationText(std::max(Duration{0}, happened - onset));
        return happened <= end ? tr("%1: after %2, in time").arg(name, after)
                               : tr("%1: after %2, LATE by %3").arg(name, after, durationText(happened - end));
    }
    return now <= end ? tr("%1 by %2: %3 left").arg(name, timeOfDay(end, zone), durationText(end - now))
                      : tr("%1 by %2: OVERDUE by %3").arg(name, timeOfDay(end, zone), durationText(now - end));
}

/// What ends before anybody has answered, nobody has saved anything by.
QString savingLine(UtcTime end, UtcTime answer, UtcTime ended, UtcTime now, const ResponseTimes &times)
{
    if (!times.costAvoided) {
        return tr("Cost avoided: not set (%1 sets it)").arg(pressText(Act::ResponseTimes));
    }
    const QString money = QStringLiteral("%1 %2").arg(QLocale().toString(*times.costAvoided, 'f', 0), times.currency);
    if (ended != kNoTime && (answer == kNoTime || answer > ended)) {
        return tr("Cost avoided: nothing, it ended before anybody answered (%1)").arg(money);
    }
    if (ended != kNoTime) {
        return ended <= end ? tr("Cost avoided: %1").arg(money) : tr("Cost avoided: nothing, it ended too late (%1)").arg(money);
    }
    return now <= end ? tr("Cost avoided if it ends in time: %1").arg(money) : tr("Cost no longer avoided: %1").arg(money);
}

} // namespace

QString toText(const ResponseTimes &times)
{
    const auto minutes = [](Duration duration) { return QString::number(std::chrono::duration<double, std::ratio<60>>(duration).count()); };
    const QString span = QStringLiteral("%1 %2").arg(minutes(times.staff), minutes(times.action));
    return times.costAvoided ? QStringLiteral("%1 %2 %3").arg(span, QString::number(*times.costAvoided, 'f', 0), times.currency) : span;
}

std::optional<ResponseTimes> readResponseTimes(const QString &text)
{
    static const QRegularExpression kForm(
        QStringLiteral(R"(^\s*(\d{1,5}(?:\.\d{1,3})?)\s+(\d{1,5}(?:\.\d{1,3})?)(?:\s+(\d{1,12}(?:\.\d{1,2})?)\s+(\S.{0,15}?))?\s*$)"));
    const QRegularExpressionMatch match = kForm.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const auto minutes = [&](int part) { return fromSeconds(60.0 * match.captured(part).toDouble()); };
    ResponseTimes times{minutes(1), minutes(2), {}, match.captured(4)};
    if (match.hasCaptured(3)) {
        times.costAvoided = match.captured(3).toDouble();
    }
    const bool ascending = times.staff > Duration{0} && times.staff <= times.action;
    return ascending ? std::optional(times) : std::nullopt;
}

QStringList responseLines(const Occurrence &alarm, const ResponseTimes &times, UtcTime now, ZoneChoice zone)
{
    const UtcTime onset = alarm.firstViolation == kNoTime ? alarm.raised : alarm.firstViolation;
    if (onset == kNoTime) {
        return {};
    }
    const UtcTime ended = isActive(alarm) ? kNoTime : alarm.cleared;
    const UtcTime last = ended == kNoTime ? now : ended;
    QStringList lines{tr("%1 since onset at %2").arg(durationText(std::max(Duration{0}, last - onset)), timeOfDay(onset, zone))};
    lines << clockLine(tr("Staff"), onset, times.staff, answered(alarm), now, zone);
    if (alarm.definition.guidance.respondWithin > Duration{0}) {
        lines << clockLine(tr("Response as written down"), onset, alarm.definition.guidance.respondWithin, answered(alarm), now, zone);
    }
    const UtcTime answer = answered(alarm);
    const bool byItself = ended != kNoTime && (answer == kNoTime || answer > ended);
    lines << (byItself ? tr("Action: none, it ended by itself after %1").arg(durationText(std::max(Duration{0}, ended - onset)))
                       : clockLine(tr("Action"), onset, times.action, ended, now, zone));
    lines << savingLine(onset + times.action, answered(alarm), ended, now, times);
    return lines;
}

} // namespace telltale::ui
