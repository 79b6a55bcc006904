// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarm/alarm_machine.h"
#include "core/alarm/occurrence_fold.h"

#include <QString>
#include <QStringList>
#include <algorithm>
#include <vector>

namespace telltale::alarm::test {

inline const UtcTime kStart = fromNanos(1'795'000'000'000'000'000);

inline AlarmEventKind kindOf(const QString &word)
{
    for (int kind = 0; kind <= int(AlarmEventKind::Ignored); ++kind) {
        const std::string_view text = toText(static_cast<AlarmEventKind>(kind));
        if (word == QString::fromLatin1(text.data(), qsizetype(text.size())))
            return static_cast<AlarmEventKind>(kind);
    }
    qFatal("no such event: %s", qPrintable(word));
}

inline QString letters(AlarmState state)
{
    const std::string_view text = toText(state);
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

/// The row of the table that decides, as a position; -1 where there is none.
inline int rowIndex(const Regions &before, const Stimulus &event, const AlarmDefinition &definition)
{
    const auto *row = std::find_if(tableBegin(), tableEnd(), [&](const TransitionRow &candidate) {
        return (candidate.from & bit(stateOf(before))) != 0 && (candidate.event & bit(event.kind)) != 0
               && (!candidate.guard || candidate.guard(before, event, definition));
    });
    return row == tableEnd() ? -1 : int(row - tableBegin());
}

/// One alarm driven by hand: regions by the machine, and beside them the occurrence rebuilt from events alone.
struct Hand {
    AlarmDefinition definition;
    Regions regions;
    Occurrence row; ///< id 0: none open
    UtcTime now = kStart;
    EventSeq seq = 0;

    Outcome does(Stimulus event)
    {
        event.at = now;
        const Outcome outcome = step(regions, event, definition);
        regions = outcome.next;
        if (outcome.has(kSayNothing))
            return outcome;
        if (outcome.has(kOpen)) {
            row = {};
            row.id = 1;
            row.definition = definition;
        }
        if (row.id == 0)
            return outcome;
        fold(row, eventOf(event, outcome));
        regions.priorityRoseSeq = row.priorityRoseSeq;
        if (outcome.has(kClose)) {
            regions.priority = definition.priority;
            row = {};
        }
        return outcome;
    }

    /// The operator always saw the newest event.
    Outcome does(AlarmEventKind kind, std::optional<Priority> priority = {})
    {
        Stimulus event;
        event.kind = kind;
        event.priority = priority;
        event.seenSeq = seq;
        event.actor.operatorName = "op";
        return does(event);
    }

private:
    AlarmEvent eventOf(const Stimulus &event, const Outcome &outcome)
    {
        AlarmEvent recorded;
        recorded.seq = ++seq;
        recorded.occurrence = row.id;
        recorded.kind = outcome.has(kRefuse) ? AlarmEventKind::Ignored : event.kind;
        recorded.from = outcome.from;
        recorded.to = outcome.to;
        recorded.priority = outcome.next.priority;
        recorded.at = now;
        recorded.actor = event.actor;
        return recorded;
    }
};

} // namespace telltale::alarm::test
