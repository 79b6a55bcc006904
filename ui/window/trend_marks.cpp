// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/trend_marks.h"

#include "core/model/held_spans.h"
#include "ui/models/alarm_columns.h"
#include "ui/models/core_words.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace telltale::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TrendMarks", text);
}

std::optional<TrendMark::Kind> markKind(AlarmEventKind kind)
{
    switch (kind) {
    case AlarmEventKind::Raise: return TrendMark::Kind::Raise;
    case AlarmEventKind::Clear: return TrendMark::Kind::Clear;
    case AlarmEventKind::Ack: return TrendMark::Kind::Acknowledge;
    case AlarmEventKind::Comment: return TrendMark::Kind::Note;
    default: return std::nullopt;
    }
}

QString markText(const AlarmEvent &event, ZoneChoice zone)
{
    QStringList lines{QStringLiteral("%1 #%2").arg(spoken(toText(event.kind)), QString::number(event.occurrence)),
                      fullTime(event.sourceTime == kNoTime ? event.at : event.sourceTime, zone)};
    if (event.kind == AlarmEventKind::Raise) {
        lines << tr("score %1").arg(ratioText(event.score, event.limit));
    }
    lines << toQt(event.actor.operatorName) << toQt(event.comment);
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

std::set<EventSeq> undoneAcknowledgements(const std::vector<AlarmEvent> &events)
{
    std::set<EventSeq> undone;
    std::map<OccurrenceId, EventSeq> newest;
    for (const AlarmEvent &event : events) {
        if (event.kind == AlarmEventKind::Ack)
            newest[event.occurrence] = event.seq;
        else if (const auto found = newest.find(event.occurrence); event.kind == AlarmEventKind::AckUndo && found != newest.end())
            undone.insert(found->second);
    }
    return undone;
}

QString heldText(AlarmState how)
{
    return how == AlarmState::E ? tr("shelved") : how == AlarmState::F ? tr("suppressed by rule") : tr("out of service");
}

std::vector<TrendMark> heldMarks(const SensorKey &sensor, const std::vector<AlarmEvent> &events, ZoneChoice zone)
{
    std::map<std::pair<std::string, std::string>, std::vector<AlarmEvent>> byAlarm;
    for (const AlarmEvent &event : events) {
        if (concerns(event.source, sensor))
            byAlarm[{event.source.sensor, event.what}].push_back(event);
    }
    std::vector<TrendMark> marks;
    for (const auto &[alarm, each] : byAlarm) {
        for (const HeldSpan &span : heldSpans(each)) {
            const UtcTime until = span.until == kNoTime ? TrendMark::kGoesOn : span.until;
            const QString since = tr("%1 since %2").arg(heldText(span.how), fullTime(span.from, zone));
            marks.push_back({TrendMark::Kind::Held, span.from, each.front().priority, 0, since, until});
        }
    }
    return marks;
}

} // namespace

bool concerns(const SensorKey &source, const SensorKey &sensor)
{
    return source.asset == sensor.asset && (source.sensor.empty() || source.sensor == sensor.sensor);
}

std::vector<TrendMark> trendMarks(const SensorKey &sensor, const std::vector<Occurrence> &open, const std::vector<AlarmEvent> &events,
                                  ZoneChoice zone)
{
    std::vector<TrendMark> marks = heldMarks(sensor, events, zone);
    const std::set<EventSeq> undone = undoneAcknowledgements(events);
    for (const AlarmEvent &event : events) {
        const auto kind = markKind(event.kind);
        if (kind && concerns(event.source, sensor) && !undone.contains(event.seq)) {
            marks.push_back({*kind, event.sourceTime == kNoTime ? event.at : event.sourceTime, event.priority, event.occurrence,
                             markText(event, zone)});
        }
    }
    for (const Occurrence &alarm : open) {
        if (!concerns(alarm.definition.source, sensor) || alarm.firstViolation == kNoTime) {
            continue;
        }
        const QString text = tr("first violation of #%1\n%2").arg(QString::number(alarm.id), fullTime(alarm.firstViolation, zone));
        marks.push_back({TrendMark::Kind::FirstViolation, alarm.firstViolation, alarm.priority, alarm.id, text});
        const bool raiseKnown = std::any_of(marks.begin(), marks.end(), [&](const TrendMark &mark) {
            return mark.kind == TrendMark::Kind::Raise && mark.occurrence == alarm.id && mark.at == alarm.raised;
        });
        if (!raiseKnown) {
            marks.push_back({TrendMark::Kind::Raise, alarm.raised, alarm.priority, alarm.id, tr("RAISE #%1").arg(alarm.id)});
        }
    }
    return marks;
}

std::vector<TrendMark> noteMarks(const SensorKey &sensor, const std::vector<LogbookEntry> &notes, ZoneChoice zone)
{
    std::vector<TrendMark> marks;
    for (const LogbookEntry &note : notes) {
        if (!concerns(note.source, sensor)) {
            continue;
        }
        TrendMark &mark = marks.emplace_back();
        mark.kind = TrendMark::Kind::RangeNote;
        mark.at = note.from;
        mark.until = note.to;
        mark.text = tr("%1 (%2, %3)").arg(toQt(note.text), toQt(note.actor.operatorName), fullTime(note.at, zone));
    }
    return marks;
}

} // namespace telltale::ui
