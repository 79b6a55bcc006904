// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store_writer.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/runs.h"

#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace telltale::test {

inline SuppressedAlarm shelvedAlarm(const SensorKey &source, bool isShelved)
{
    SuppressedAlarm held;
    held.source = source;
    held.what = "anomalous";
    held.suppression = isShelved ? Suppression::ShelvedOneShot : Suppression::None;
    if (isShelved)
        held.shelf = {at(1), at(1800), {"operator A", "desk 1", "op"}, "known fault", false};
    return held;
}

/// What an alarm with its number leaves behind in a journal, every kind of row among it: raised, acknowledged, every second one closed;
/// shelves that come and go, notes, configurations, audits. Three numbers for each.
inline std::vector<store::StoreJob> jobsOfAlarm(std::uint64_t number)
{
    const EventSeq first = 3 * number - 2;
    const SensorKey source{"line-a/pump" + std::to_string(number % 7), "t" + std::to_string(number)};
    Occurrence alarm = raisedAlarm(number, first, source, double(first));
    std::vector<store::StoreJob> jobs;
    jobs.emplace_back(store::SaveTransition{eventOf(alarm, first, AlarmEventKind::Raise, double(first)), alarm});
    alarm.state = number % 2 == 0 ? AlarmState::A : AlarmState::C;
    alarm.lastSeq = first + 1;
    alarm.acked = at(double(first + 1));
    alarm.ackedBy = {"operator A", "desk 1", "op"};
    if (number % 2 == 0)
        alarm.closed = at(double(first + 1));
    store::SaveTransition ack{eventOf(alarm, first + 1, AlarmEventKind::Ack, double(first + 1)), alarm};
    ack.event.actor = alarm.ackedBy;
    ack.event.comment = "looking at it";
    if (number % 5 == 0)
        ack.suppression = shelvedAlarm(source, number % 10 == 0);
    jobs.emplace_back(std::move(ack));
    LogbookEntry note;
    note.seq = first + 2;
    note.text = "note " + std::to_string(number);
    note.at = at(double(first + 2));
    note.actor = {"operator A", "desk 1", "op"};
    jobs.emplace_back(store::SaveLogbook{std::move(note)});
    if (number % 4 == 0)
        jobs.emplace_back(store::SaveAudit{at(double(first)), {"operator A", "desk 1", "op"}, "export", std::to_string(number)});
    if (number % 8 == 0)
        jobs.emplace_back(store::SaveDefinition{"plant",
                                                "version " + std::to_string(number),
                                                {"operator A", "desk 1", "op"},
                                                "test",
                                                at(double(first)),
                                                std::uint32_t(number)});
    return jobs;
}

inline std::unique_ptr<store::StoreWriter> openedWriter(const std::string &folder, const Clock &clock, LogSink log = {},
                                                        const std::string &vfs = {})
{
    auto writer = store::StoreWriter::open({.folder = folder, .queueCapacity = 10'000, .vfs = vfs}, clock, std::move(log));
    if (!writer) {
        std::fprintf(stderr, "%s\n", writer.error().text().c_str());
        std::abort();
    }
    return std::move(*writer);
}

/// A journal of the alarms `first` to `last`, written to the end.
inline void fillJournal(const std::string &folder, const Clock &clock, std::uint64_t first, std::uint64_t last)
{
    const auto writer = openedWriter(folder, clock);
    for (std::uint64_t number = first; number <= last; ++number)
        for (store::StoreJob &job : jobsOfAlarm(number))
            writer->submit(std::move(job));
    writer->close();
}

} // namespace telltale::test
