// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store_writer.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

namespace telltale::test {

inline const SensorKey kPump{"line-a/pump1", "temperature"};

/// A data folder with one alarm: raised at 2000 s, acknowledged at 2030 s, cleared at 2060 s, and `samples` readings of its sensor,
/// `step` seconds apart, ending at 2100 s.
inline void storeAlarm(const std::string &folder, std::size_t samples, double step, const SensorKey &source = kPump)
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
        (*writer)->submit(store::SaveChunk{source, "°C", chunk});
    }
    (*writer)->close();
}

} // namespace telltale::test
