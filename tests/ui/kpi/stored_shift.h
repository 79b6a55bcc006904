// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/data_folder.h"
#include "core/store/history_file.h"
#include "core/store/store_file.h"
#include "core/store/store_writer.h"
#include "tests/core/kpi/kpi_journal.h"
#include "tests/support/fake_clock.h"

#include <QtTest>

namespace telltale::test {

/// Writes a journal made by hand into a data folder. Of the occurrences it keeps when they were opened and closed.
inline void storeJournal(const std::string &folder, const Journal &journal)
{
    const FakeClock clock;
    auto writer = store::StoreWriter::open({.folder = folder, .queueCapacity = 100'000, .vfs = {}}, clock);
    QVERIFY2(writer.ok(), writer ? "" : writer.error().text().c_str());
    std::vector<Occurrence> rows = journal.occurrences;
    for (const AlarmEvent &event : journal.events) {
        Occurrence row;
        if (event.occurrence != 0) {
            Occurrence &known = rows[event.occurrence - 1];
            known.lastSeq = event.seq;
            known.state = event.to;
            known.closed = event.to == AlarmState::A || event.to == AlarmState::G ? event.at : kNoTime;
            row = known;
        }
        (*writer)->submit(store::SaveTransition{event, row});
    }
    (*writer)->close();
    // Written at once, the writer would keep the newest row of a feed only: health is a picture of the moment to it.
    auto file = store::openForWriting(folder + store::kHistoryName, store::historySchema(), {}, clock.utcNow());
    QVERIFY(file.ok());
    auto history = store::HistoryFile::over(std::move(file->database));
    QVERIFY(history.ok());
    store::HistoryBatch batch;
    for (const kpi::FeedRow &row : journal.feeds)
        batch.health.push_back({row.at, row.health});
    std::size_t refused = 0;
    QVERIFY(history->write(batch, refused).ok());
}

} // namespace telltale::test
