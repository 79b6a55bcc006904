// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/detail_texts.h"

#include "core/model/stretch_difference.h"
#include "ui/charts/time_text.h"
#include "ui/charts/value_text.h"
#include "ui/keys/key_words.h"
#include "ui/models/alarm_columns.h"
#include "ui/models/core_words.h"
#include "ui/models/feed_words.h"
#include "ui/models/journal_columns.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>

namespace telltale::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("DetailTexts", text);
}

QString tr(const char *text, const char *disambiguation, int count)
{
    return QCoreApplication::translate("DetailTexts", text, disambiguation, count);
}

QString ageText(UtcTime from, UtcTime to)
{
    return from == kNoTime || to == kNoTime ? QStringLiteral("–") : durationText(std::max(Duration{0}, to - from));
}

/// "40 – 62 mm/s"; open ends as "–".
QString bandText(double lower, double upper, const std::string &unit)
{
    return tr("%1 to %2").arg(valueText(lower), valueWithUnit(upper, unit));
}

QString escalationText(const Escalation &escalate)
{
    QStringList when;
    if (escalate.unacknowledged > Duration{0}) {
        when << tr("when nobody has acknowledged it for %1").arg(durationText(escalate.unacknowledged));
    }
    if (escalate.score > 0.0) {
        when << tr("at %1 times its limit").arg(valueText(escalate.score));
    }
    return when.isEmpty() ? QString() : tr("Becomes %1 %2").arg(toQt(toText(escalate.priority)), when.join(tr(", or ")));
}

/// Only what is so: a detector that compares stretches raises while the newest value is where it should be.
QStringList bandLines(const Explanation &why)
{
    if (!std::isfinite(why.lower) && !std::isfinite(why.upper)) {
        return {};
    }
    const std::string unit = leadingUnit(why);
    const QString band = bandText(why.lower, why.upper, unit);
    const double actual = why.channels.empty() ? kMissing : why.channels.front().actual;
    if (!std::isfinite(actual)) {
        return {tr("Expected band %1").arg(band)};
    }
    return {leavesItsBand(why)
                ? tr("Outside the expected band %1: got %2").arg(band, valueWithUnit(actual, unit))
                : tr("Not outside the band %1 (got %2): the score is not of this value by itself").arg(band, valueWithUnit(actual, unit))};
}

QStringList readingLines(const Explanation &why)
{
    QStringList lines;
    for (const DifferingReading &each : differingReadings(why)) {
        const QString which = each.before == 0 ? tr("Newest reading") : tr("%n reading(s) before the newest", nullptr, int(each.before));
        lines << tr("%1: expected %2, got %3 (%4 of the difference)")
                     .arg(which, valueText(each.expected), valueWithUnit(each.actual, leadingUnit(why)), percentText(each.share));
    }
    return lines;
}

bool isActive(const Occurrence &alarm)
{
    return alarm.condition == Condition::Active || alarm.condition == Condition::PendingOff;
}

} // namespace

std::string leadingUnit(const Explanation &why)
{
    return why.channels.empty() ? std::string() : why.channels.front().unit;
}

QString alarmTitle(const Occurrence &alarm)
{
    return QStringLiteral("%1\n%2  #%3").arg(toQt(alarm.definition.source.asset), whatText(alarm), QString::number(alarm.id));
}

QString alarmState(const Occurrence &alarm, UtcTime now, ZoneChoice zone)
{
    QStringList lines;
    const QString word = stateText(alarm);
    lines << (word.isEmpty() ? stateWords(alarm) : QStringLiteral("%1 – %2").arg(word, stateWords(alarm)));
    if (isActive(alarm) && alarm.open()) {
        lines << tr("Active for %1, since %2").arg(ageText(alarm.raised, now), fullTime(alarm.raised, zone));
    } else {
        lines << tr("Raised %1, cleared %2").arg(fullTime(alarm.raised, zone), fullTime(alarm.cleared, zone));
    }
    lines << tr("First violation %1").arg(fullTime(alarm.firstViolation, zone));
    if (alarm.acked != kNoTime) {
        lines << tr("Acknowledged %1 by %2").arg(fullTime(alarm.acked, zone), toQt(alarm.ackedBy.operatorName));
    }
    QStringList marks;
    if (alarm.raiseCount > 1) {
        marks << tr("raised %1 times").arg(alarm.raiseCount);
    }
    if (alarm.chattering) {
        marks << withKeyText(tr("chattering: shelve it for 30 min?"), Act::Shelve);
    }
    if (alarm.firstOut) {
        marks << tr("first of its group");
    }
    if (alarm.maxPriority != alarm.priority) {
        marks << tr("was %1").arg(toQt(toText(alarm.maxPriority)));
    }
    if (!marks.isEmpty()) {
        lines << marks.join(QStringLiteral(", "));
    }
    return lines.join(QLatin1Char('\n'));
}

QString alarmPeople(const Occurrence &alarm)
{
    static constexpr std::array<const char *, 5> kVerdicts{
        QT_TRANSLATE_NOOP("DetailTexts", "none yet"), QT_TRANSLATE_NOOP("DetailTexts", "true"),
        QT_TRANSLATE_NOOP("DetailTexts", "false alarm"), QT_TRANSLATE_NOOP("DetailTexts", "expected"),
        QT_TRANSLATE_NOOP("DetailTexts", "test")};
    QStringList lines;
    const QString owner = alarm.owner.empty() ? tr("nobody") : toQt(alarm.owner);
    lines << tr("Owner: %1  ·  Verdict: %2").arg(owner, tr(kVerdicts[std::size_t(alarm.verdict)]));
    lines << (alarm.open() ? escalationText(alarm.definition.escalate) : QString());
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString alarmQuality(const Occurrence &alarm)
{
    if (alarm.unverifiedSinceRestart) {
        return tr("Quality: unverified since restart, no fresh reading yet");
    }
    if (alarm.quality == Quality::Good) {
        return tr("Quality good");
    }
    return tr("Quality %1: the alarm is frozen until data can be believed again").arg(spoken(toText(alarm.quality)));
}

QString alarmWhy(const Occurrence &alarm)
{
    const Explanation &why = alarm.why;
    if (why.detector.empty() && !std::isfinite(why.score)) {
        return tr("Raised by the program itself, not by a detector.");
    }
    QStringList lines;
    lines << tr("Score at the raise %1, limit %2: %3").arg(valueText(why.score), valueText(why.limit), ratioText(why.score, why.limit));
    lines << tr("Now %1, worst %2").arg(ratioText(alarm.score, alarm.limit), worstRatioText(alarm));
    lines += bandLines(why);
    lines += readingLines(why);
    lines << tr("Detector %1 v%2, configuration %3")
                 .arg(why.detector.empty() ? QStringLiteral("–") : toQt(why.detector), QString::number(why.detectorVersion),
                      QString::number(why.definitionVersion));
    if (!why.model.empty()) {
        lines << tr("Trained model %1").arg(toQt(why.model));
    }
    for (const Explanation::Joined &joined : why.joined) {
        lines << tr("%1 by itself too: %2 (%3), expected %4, got %5")
                     .arg(toQt(joined.sensor), ratioText(joined.score, joined.limit), toQt(joined.detector), valueText(joined.expected),
                          valueWithUnit(joined.actual, joined.unit));
    }
    return lines.join(QLatin1Char('\n'));
}

QString alarmGuidance(const Guidance &guidance)
{
    QStringList lines;
    if (!guidance.action.empty()) {
        const QString within = guidance.respondWithin > Duration{0} ? tr(" (within %1)").arg(spanText(guidance.respondWithin)) : QString();
        lines << tr("Do: %1%2").arg(toQt(guidance.action), within);
    }
    if (!guidance.cause.empty()) {
        lines << tr("Cause: %1").arg(toQt(guidance.cause));
    }
    if (!guidance.consequence.empty()) {
        lines << tr("If nothing is done: %1").arg(toQt(guidance.consequence));
    }
    return lines.join(QLatin1Char('\n'));
}

QString timelineText(const std::vector<AlarmEvent> &events, ZoneChoice zone, std::size_t most)
{
    std::vector<const AlarmEvent *> newestFirst;
    for (const AlarmEvent &event : events) {
        newestFirst.push_back(&event);
    }
    std::sort(newestFirst.begin(), newestFirst.end(), [](const AlarmEvent *a, const AlarmEvent *b) { return a->seq > b->seq; });
    QStringList lines;
    for (const AlarmEvent *event : newestFirst) {
        if (lines.size() == qsizetype(most)) {
            lines << tr("… and %1 before, in the journal").arg(events.size() - most);
            break;
        }
        QString line = QStringLiteral("%1  %2  %3").arg(timeOfDay(event->at, zone), spoken(toText(event->kind)), stepText(*event));
        if (!event->actor.operatorName.empty() && event->actor.operatorName != "system") {
            line += QStringLiteral("  ") + toQt(event->actor.operatorName);
        }
        if (!event->comment.empty()) {
            line += QStringLiteral("  “") + spokenDetail(event->comment) + QStringLiteral("”");
        }
        lines << line;
    }
    return lines.join(QLatin1Char('\n'));
}

QString assetLine(const AssetSpec &asset, const AssetState &state)
{
    if (asset.detector.empty()) {
        return {};
    }
    const QString progress = state.warmUp < 1.0 ? tr("warming up: %1").arg(percentText(state.warmUp)) : ratioText(state.score, 1.0);
    const QString verdict = state.stale && state.rows > 0 ? tr("STALE") : spoken(toText(state.verdict));
    return tr("Its asset as a whole: detector %1, %2, %3").arg(toQt(asset.detector), verdict, progress);
}

QStringList sensorLines(const SensorSpec &sensor, const SensorState &state, UtcTime now, ZoneChoice zone)
{
    QStringList lines;
    lines << tr("Value %1").arg(valueWithUnit(state.value, sensor.unit));
    lines << (state.time == kNoTime ? tr("No reading yet")
                                    : tr("Reading of %1, %2 ago").arg(fullTime(state.time, zone), ageText(state.time, now)));
    lines << tr("Quality %1%2").arg(spoken(toText(state.quality)), state.stale ? tr(", STALE") : QString());
    lines << tr("Physical range %1")
                 .arg(sensor.low || sensor.high ? bandText(sensor.low.value_or(kMissing), sensor.high.value_or(kMissing), sensor.unit)
                                                : tr("not declared"));
    lines << tr("Expected %1, band %2").arg(valueText(state.expected), bandText(state.lower, state.upper, sensor.unit));
    const QString detector = sensor.detector.empty() ? tr("judged with its asset") : tr("detector %1").arg(toQt(sensor.detector));
    lines << QStringLiteral("%1, %2").arg(detector, spoken(toText(state.verdict)));
    lines << (state.warmUp < 1.0 ? tr("Warming up: %1").arg(percentText(state.warmUp)) : tr("Score %1").arg(ratioText(state.score, 1.0)));
    const QString period = sensor.period > Duration{0} ? tr("%1 s").arg(valueText(toSeconds(sensor.period))) : tr("not known");
    lines << tr("Period %1, %2 samples so far%3")
                 .arg(period, QString::number(state.samples), sensor.declared ? QString() : tr(", not in the plant file"));
    return lines;
}

} // namespace telltale::ui
