// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator did must not wait until the samples of ten thousand sensors are written.
#include "core/store/chain_start.h"
#include "core/store/data_folder.h"
#include "core/store/history_file.h"
#include "core/store/journal_file.h"
#include "core/store/store_file.h"
#include "core/store/store_reader.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::store;
using test::at;

namespace {

SensorKey sensorAt(std::size_t place)
{
    return {"line/m" + std::to_string(place), "x"};
}

HistoryBatch batchOf(std::size_t chunks, std::size_t tails)
{
    auto chunk = std::make_shared<Chunk>();
    chunk->t = {toNanos(at(1))};
    chunk->value = {1.0};
    chunk->score = {0.5F};
    chunk->lower = {0.0F};
    chunk->upper = {2.0F};
    chunk->flags = {0};
    HistoryBatch batch;
    for (std::size_t i = 0; i < chunks; ++i)
        batch.chunks.push_back({sensorAt(i), "bar", chunk, false});
    for (std::size_t i = 0; i < tails; ++i)
        batch.tails.push_back({sensorAt(chunks + i), "bar", chunk, false});
    return batch;
}

} // namespace

class TestHistoryFile : public QObject {
    Q_OBJECT
private slots:
    void othersHaveTheirTurnWhileABatchIsWritten()
    {
        const test::TempFolder temp;
        auto history = HistoryFile::over(std::move(openForWriting(temp.path() + kHistoryName, historySchema(), {}, at(0))->database));
        auto file = openForWriting(temp.path() + kJournalName, journalSchema(), {}, at(0));
        auto chain = startChain(file->database, temp.path(), at(0));
        auto journal = JournalFile::over(std::move(file->database), std::move(chain->chain));
        QVERIFY(history.ok() && journal.ok());
        const auto reader = StoreReader::open(temp.path());
        QVERIFY2(reader.ok(), reader ? "" : reader.error().text().c_str());
        EventSeq written = 0;
        const auto between = [&] {
            ++written;
            const Occurrence alarm = test::raisedAlarm(written, written);
            const StoreJob job = SaveTransition{test::eventOf(alarm, written, AlarmEventKind::Raise, double(written)), alarm};
            const StoreJob *jobs[] = {&job};
            QVERIFY(journal->write(jobs).ok());
            QCOMPARE(*(*reader)->eventCount(), written);            // committed …
            QCOMPARE((*reader)->sensors()->size(), std::size_t{0}); // … while nothing of the batch is
        };
        std::size_t refused = 0;
        const std::size_t rows = 3 * HistoryFile::kRowsAtATime;
        QVERIFY(history->write(batchOf(rows, rows + 1), refused, between).ok());
        QCOMPARE(written, EventSeq{6});
        QCOMPARE(refused, std::size_t{0});
        QCOMPARE((*reader)->sensors()->size(), 2 * rows + 1);
    }
};

QTEST_APPLESS_MAIN(TestHistoryFile)
#include "tst_history_file.moc"
