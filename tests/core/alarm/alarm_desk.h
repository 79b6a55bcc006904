// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarm/alarm_book.h"

#include <QString>
#include <QStringList>
#include <string>
#include <vector>

namespace telltale::alarm::test {

/// A book with its clock in hand: short words for what happens, and for what it looks like.
struct Desk {
    AlarmBook book;
    UtcTime now = fromNanos(1'795'000'000'000'000'000);

    Desk() = default;
    explicit Desk(AlarmBook::Start start) : book(std::move(start)) {}

    static AlarmDefinition plain(const std::string &sensor, Priority priority = Priority::P2)
    {
        AlarmDefinition definition;
        definition.source = {"line-a/pump1", sensor};
        definition.what = "anomalous";
        definition.priority = priority;
        return definition;
    }
    static AlarmBook::Key key(const std::string &sensor) { return {{"line-a/pump1", sensor}, "anomalous"}; }

    AlarmDefinition defines(const std::string &sensor, Priority priority = Priority::P2)
    {
        const AlarmDefinition definition = plain(sensor, priority);
        book.define(definition);
        return definition;
    }

    [[nodiscard]] Stimulus stimulus(AlarmEventKind kind) const
    {
        Stimulus event;
        event.kind = kind;
        event.at = now;
        event.sourceTime = now;
        event.actor.operatorName = "op";
        event.seenSeq = book.lastSeq();
        return event;
    }

    /// The only Recorded of one stimulus, or an empty one.
    Recorded does(const std::string &sensor, AlarmEventKind kind) { return only(book.apply(key(sensor), stimulus(kind))); }
    Recorded does(const std::string &sensor, const Stimulus &event) { return only(book.apply(key(sensor), event)); }
    Recorded does(OccurrenceId id, AlarmEventKind kind) { return only(book.apply(id, stimulus(kind))); }

    static Recorded only(std::vector<Recorded> recorded) { return recorded.size() == 1 ? std::move(recorded.front()) : Recorded{}; }

    /// "s1:B s2:D": the list from the top.
    [[nodiscard]] QString list() const
    {
        QStringList rows;
        for (const Occurrence &row : book.openAlarms())
            rows << QString::fromStdString(row.definition.source.sensor + ':' + std::string(toText(row.state)));
        return rows.join(' ');
    }
    [[nodiscard]] const Occurrence &row(const std::string &sensor) const { return *book.openFor(key(sensor)); }
};

} // namespace telltale::alarm::test
