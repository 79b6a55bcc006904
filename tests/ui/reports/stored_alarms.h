// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store_writer.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"
#include "ui/reports/evidence_source.h"

#include <QtTest>

namespace telltale::test {

inline const SensorKey kPump{"line-a/pump1", "temperature"};

/// Where the piece that ends before sample `i` ends.
inline UtcTime pieceEnd(const Chunk &chunk, std::size_t i)
{
    return i < chunk.size() ? fromNanos(chunk.t[i]) : fromNanos(chunk.t.back() + 1);
}

/// A data folder with one alarm: raised at 2000 s, acknowledged at 2030 s, cleared at 2060 s, and `samples` readings of its sensor,
/// `step` seconds apart, ending at 2100 s, stored in chunks of `piece`.
inline void storeAlarm(const std::string &folder, std::size_t samples, double step, const SensorKey &source = kPump,
                       std::size_t piece = Chunk::kCapacity)
{
    const FakeClock clock;
    store::StoreWriter::Settings place;
    place.folder = folder;
    auto writer = store::StoreWriter::open(place, clock);
    QVERIFY2(writer.ok(), writer ? "" : writer.error().text().c_str());
    Occurrence alarm = raisedAlarm(1, 1, source, 2000);
    alarm.why.channels.resize(1);
    alarm.why.model = "/srv/models/pump1.model";
    alarm.why.actualStretch = {20.25, 24.0, 31.75, 88.125};
    alarm.why.nearestStretch = {20.5, 24.25, 31.5, 26.0};
    (*writer)->submit(store::SaveTransition{eventOf(alarm, 1, AlarmEventKind::Raise, 2000), alarm});
    alarm.acked = at(2030);
    alarm.lastSeq = 2;
    (*writer)->submit(store::SaveTransition{eventOf(alarm, 2, AlarmEventKind::Ack, 2030), alarm});
    alarm.cleared = alarm.closed = at(2060);
    alarm.closeReason = "normal";
    alarm.state = AlarmState::A;
    alarm.lastSeq = 3;
    (*writer)->submit(store::SaveTransition{eventOf(alarm, 3, AlarmEventKind::Clear, 2060), alarm});
    if (samples > 0) {
        auto chunk = std::make_shared<Chunk>(*chunkOf(samples, 0));
        for (std::size_t i = 0; i < samples; ++i) {
            chunk->t[i] = toNanos(at(2100.0 - step * double(samples - 1 - i)));
        }
        for (std::size_t i = 0; i < samples; i += piece) {
            (*writer)->submit(store::SaveChunk{source, "°C", ui::cutChunk(chunk, fromNanos(chunk->t[i]), pieceEnd(*chunk, i + piece))});
        }
    }
    (*writer)->close();
}

inline LogbookEntry entryOf(EventSeq seq, LogbookKind kind, const std::string &text, OccurrenceId alarm = 0)
{
    LogbookEntry entry;
    entry.seq = seq;
    entry.kind = kind;
    entry.subject = isOfIncident(kind) ? 1 : 0;
    entry.occurrence = alarm;
    entry.from = at(1990);
    entry.to = at(1995);
    entry.at = at(2100.0 + double(seq % 10));
    entry.actor = {"operator B", "desk 1", "opb"};
    entry.text = text;
    return entry;
}

/// A plant of which two texts are stored, `alarms` alarms a second apart from 2000 s on with samples of 10 Hz around them, shelves and the
/// like of other alarms, an incident of the first two alarms, and notes.
inline void storeShift(const std::string &folder, std::size_t alarms = 2)
{
    const FakeClock clock;
    store::StoreWriter::Settings place;
    place.folder = folder;
    auto writer = store::StoreWriter::open(place, clock);
    QVERIFY2(writer.ok(), writer ? "" : writer.error().text().c_str());
    const Actor engineer{"engineer", "desk 2", "eng"};
    (*writer)->submit(store::SaveDefinition{"plant", "title = \"Plant 7\"\n", engineer, "loaded at start", at(0), 1});
    (*writer)->submit(store::SaveDefinition{"plant", "title = \"Plant 8\"\n", engineer, "renamed", at(9000), 2});
    EventSeq seq = 0;
    const auto keep = [&](const char *sensor, AlarmEventKind kind, AlarmState to, double seconds) {
        AlarmEvent event = eventOf(raisedAlarm(0, 0, {"line-a/pump1", sensor}), ++seq, kind, seconds);
        event.from = to == AlarmState::A ? AlarmState::E : AlarmState::A;
        event.to = to;
        event.what = "anomalous";
        (*writer)->submit(store::SaveTransition{event, {}});
    };
    keep("pressure", AlarmEventKind::Shelve, AlarmState::E, 100);
    keep("level", AlarmEventKind::Shelve, AlarmState::E, 110);
    keep("pressure", AlarmEventKind::Unshelve, AlarmState::A, 200);
    keep("flow", AlarmEventKind::OosOn, AlarmState::G, 1900);
    for (OccurrenceId id = 1; id <= alarms; ++id) {
        const SensorKey source{"line-a/pump" + std::to_string(id), "temperature"};
        const double begin = 2000.0 + double(id);
        Occurrence alarm = raisedAlarm(id, 0, source, begin);
        alarm.why.channels.resize(1);
        const auto save = [&](AlarmEventKind kind, double seconds) {
            alarm.lastSeq = ++seq;
            (*writer)->submit(store::SaveTransition{eventOf(alarm, seq, kind, seconds), alarm});
        };
        save(AlarmEventKind::Raise, begin);
        alarm.acked = at(begin + 30.5);
        alarm.ackedBy = {"operator B", "desk 1", "opb"};
        alarm.state = AlarmState::C;
        save(AlarmEventKind::Ack, begin + 30.5);
        alarm.cleared = alarm.closed = at(begin + 60.25);
        alarm.closeReason = "normal";
        alarm.state = AlarmState::A;
        save(AlarmEventKind::Clear, begin + 60.25);
        for (int piece = 0; piece < 9; ++piece) {
            auto chunk = chunkOf(Chunk::kCapacity);
            for (std::size_t i = 0; i < chunk->size(); ++i) {
                chunk->t[i] = toNanos(at(1300.0 + 0.1 * double(piece * int(Chunk::kCapacity) + int(i))));
            }
            (*writer)->submit(store::SaveChunk{source, "°C", chunk});
        }
    }
    keep("speed", AlarmEventKind::Shelve, AlarmState::E, 9000);
    (*writer)->submit(store::SaveLogbook{entryOf(++seq, LogbookKind::IncidentOpened, "Hot pump")});
    for (const OccurrenceId id : {1, 2}) {
        (*writer)->submit(store::SaveLogbook{entryOf(++seq, LogbookKind::IncidentAlarmAdded, {}, id)});
    }
    (*writer)->submit(store::SaveLogbook{entryOf(++seq, LogbookKind::IncidentOwner, "night shift")});
    (*writer)->submit(store::SaveLogbook{entryOf(++seq, LogbookKind::IncidentNote, "it smells")});
    LogbookEntry note = entryOf(++seq, LogbookKind::RangeNote, "pump was cleaned");
    note.source = {"line-a/pump1", {}};
    (*writer)->submit(store::SaveLogbook{note});
    note = entryOf(++seq, LogbookKind::RangeNote, "note about another asset");
    note.source = {"line-z/fan", {}};
    (*writer)->submit(store::SaveLogbook{note});
    (*writer)->submit(store::SaveLogbook{entryOf(++seq, LogbookKind::IncidentClosed, "worn bearing")});
    (*writer)->close();
}

} // namespace telltale::test
