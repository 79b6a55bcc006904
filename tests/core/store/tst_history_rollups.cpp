// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever way samples take into the store, its roll-ups are what a look at every sample gives.
#include "core/store/data_folder.h"
#include "core/store/history_file.h"
#include "core/store/rollup_block.h"
#include "core/store/store_file.h"
#include "core/store/store_reader.h"
#include "core/store/store_writer.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/eventually.h"
#include "tests/support/history_builders.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::store;
using test::kHistoryBegin;
using test::kHour;
using test::kSecond;

namespace {

const SensorKey kFast{"line/pump", "pressure"}; ///< ten a second … once a second: minutes are worth while
const SensorKey kSlow{"line/room", "humidity"}; ///< once a minute: they are not
const UtcTime kFrom = fromNanos(kHistoryBegin - 1000 * kHour);
const UtcTime kTo = fromNanos(kHistoryBegin + 10'000 * kHour);

void write(const std::string &folder, const std::vector<StoreJob> &jobs)
{
    const SystemClock clock{};
    auto writer = StoreWriter::open({.folder = folder}, clock);
    for (const StoreJob &job : jobs)
        writer.value()->submit(job);
}

std::vector<StoreJob> severalDays()
{
    std::vector<StoreJob> jobs;
    std::uint32_t seed = 1;
    for (int i = 0; i < 60; ++i)
        jobs.emplace_back(SaveChunk{kFast, "bar", test::storedChunk(seed++, kHistoryBegin + i * 1024 * kSecond, kSecond), false});
    for (int i = 0; i < 12; ++i)
        jobs.emplace_back(SaveChunk{kSlow, "%", test::storedChunk(seed++, kHistoryBegin + i * 1024 * 60 * kSecond, 60 * kSecond), false});
    jobs.emplace_back(SaveChunk{kFast, "bar", test::storedChunk(seed++, kHistoryBegin + 5000 * kSecond + 500, 7 * kSecond), true});
    jobs.emplace_back(SaveTails{{{kFast, "bar", test::storedChunk(seed++, kHistoryBegin + 61 * 1024 * kSecond, kSecond, 300), false}}});
    return jobs;
}

bool everyLevelIsRight(const std::string &folder, const SensorKey &sensor)
{
    const auto reader = StoreReader::open(folder);
    const auto samples = reader.value()->samples(sensor, kFrom, kTo);
    for (const RollupLevel level : kRollupLevels) {
        const auto cells = reader.value()->cells(sensor, level, kFrom, kTo);
        if (!cells || cells->empty() || !test::sameCells(*cells, test::cellsOfAll(*samples, level)))
            return false;
    }
    return true;
}

Database history(const std::string &folder)
{
    return std::move(Database::open(folder + kHistoryName, Database::Mode::Write)).value();
}

} // namespace

class TestHistoryRollups : public QObject {
    Q_OBJECT
private slots:
    void areWhatTheSamplesComeTo();
    void coverWhatIsAskedFor();
    void minutesAreOnlyKeptWhereTheySaveReading();
    void aDamagedRowIsMadeAnewFromItsSamples();
    void aFormerRunsTailIsSummedUp();
    void aHistoryOfTheFirstSchemaIsSummedUp();
    void aFailedTransactionLeavesNothing();
};

void TestHistoryRollups::areWhatTheSamplesComeTo()
{
    const test::TempFolder temp;
    write(temp.path(), severalDays());
    QVERIFY(everyLevelIsRight(temp.path(), kFast));
    QVERIFY(everyLevelIsRight(temp.path(), kSlow));
    const auto reader = std::move(StoreReader::open(temp.path())).value();
    QVERIFY(reader->cells({"nobody", "x"}, RollupLevel::Day, kFrom, kTo)->empty());
    QVERIFY(reader->cells(kFast, RollupLevel::Day, kTo, kFrom)->empty());
}

void TestHistoryRollups::coverWhatIsAskedFor()
{
    const test::TempFolder temp;
    write(temp.path(), severalDays());
    const auto reader = std::move(StoreReader::open(temp.path())).value();
    const auto cells =
        reader->cells(kFast, RollupLevel::Hour, fromNanos(kHistoryBegin + 4 * kHour), fromNanos(kHistoryBegin + 6 * kHour + 1));
    QCOMPARE(cells->size(), std::size_t{3}); // an hour that is touched comes as a whole
    QCOMPARE(cells->front().index, kHistoryBegin / kHour + 4);
    QCOMPARE(cells->front().count + cells->front().missing, std::uint64_t{3600});
}

void TestHistoryRollups::minutesAreOnlyKeptWhereTheySaveReading()
{
    const test::TempFolder temp;
    write(temp.path(), severalDays());
    const Database database = history(temp.path());
    const auto rows = [&](std::int64_t sensor, RollupLevel level) {
        const std::string sql = "SELECT count(*) FROM rollup WHERE id BETWEEN " + std::to_string(blockKey(sensor, level, 0)) + " AND "
                                + std::to_string(blockKey(sensor, level, INT32_MAX));
        return database.number(sql.c_str()).value();
    };
    QVERIFY(rows(1, RollupLevel::Minute) > 0);
    QCOMPARE(rows(2, RollupLevel::Minute), 0);
    QVERIFY(rows(2, RollupLevel::Hour) > 0);
}

void TestHistoryRollups::aDamagedRowIsMadeAnewFromItsSamples()
{
    const test::TempFolder temp;
    write(temp.path(), severalDays());
    QVERIFY(history(temp.path()).run("UPDATE rollup SET content = substr(content, 1, 60)").ok());
    QVERIFY(everyLevelIsRight(temp.path(), kFast));
    // Writing into a damaged row mends it.
    write(temp.path(), {SaveChunk{kFast, "bar", test::storedChunk(77, kHistoryBegin + 70 * 1024 * kSecond, kSecond), false}});
    QVERIFY(everyLevelIsRight(temp.path(), kFast));
    const Database database = history(temp.path());
    QVERIFY(database.number("SELECT count(*) FROM rollup WHERE length(content) <> 60").value() >= 2);
}

void TestHistoryRollups::aFormerRunsTailIsSummedUp()
{
    const test::TempFolder temp;
    write(temp.path(), severalDays());
    const SystemClock clock{};
    const auto writer = std::move(StoreWriter::open({.folder = temp.path()}, clock)).value(); // seals the tail that was left
    const Database database = history(temp.path());
    QVERIFY(test::eventually([&] { return database.number("SELECT count(*) FROM chunk WHERE summed = 0").value() == 0; }));
    QCOMPARE(database.number("SELECT count(*) FROM tail").value(), 0);
    QCOMPARE(database.number("SELECT count(*) FROM chunk JOIN trace ON trace.chunk = chunk.id WHERE n = 300").value(), 1);
    QVERIFY(everyLevelIsRight(temp.path(), kFast));
}

/// Samples of before there were roll-ups, in the codec of that time.
void TestHistoryRollups::aHistoryOfTheFirstSchemaIsSummedUp()
{
    const test::TempFolder temp;
    write(temp.path(), {});
    QVERIFY(QFile::remove(QString::fromStdString(temp.path(kHistoryName + 1))));
    {
        const Database old = history(temp.path());
        QVERIFY(old.run(historySchema().migrations.front().sql).ok());
        QVERIFY(old.run("INSERT INTO sensor VALUES(1, 'line/pump', 'pressure', 'bar')").ok());
        auto insert = old.prepare("INSERT INTO chunk(sensor, t0, t1, n, codec, content) VALUES(1, ?, ?, 1024, 1, ?)");
        for (int i = 0; i < 50; ++i) {
            const ChunkPtr chunk = test::storedChunk(std::uint32_t(i + 1), kHistoryBegin + i * 1024 * kSecond, kSecond);
            const Bytes cell = test::firstCodecCell(*chunk);
            insert->reset().add(chunk->t.front()).add(chunk->t.back()).add(std::span<const std::byte>(cell));
            QVERIFY(insert->run().ok());
        }
    }
    const SystemClock clock{};
    const auto writer = std::move(StoreWriter::open({.folder = temp.path()}, clock)).value();
    QVERIFY(everyLevelIsRight(temp.path(), kFast)); // at once …
    const Database database = history(temp.path());
    QVERIFY(test::eventually([&] { return database.number("SELECT count(*) FROM chunk WHERE summed = 0").value() == 0; }));
    QVERIFY(database.number("SELECT count(*) FROM rollup").value() > 0);
    QVERIFY(everyLevelIsRight(temp.path(), kFast)); // … and afterwards from the roll-ups
}

void TestHistoryRollups::aFailedTransactionLeavesNothing()
{
    const test::TempFolder temp;
    write(temp.path(), {});
    auto file = HistoryFile::over(history(temp.path()));
    QVERIFY(file.ok());
    HistoryBatch batch;
    batch.chunks.push_back({kFast, "bar", test::storedChunk(1, kHistoryBegin, kSecond), false});
    std::size_t refused = 0;
    {
        const Database other = history(temp.path());
        QVERIFY(other.run("BEGIN IMMEDIATE").ok());
        QCOMPARE(file->write(batch, refused).error().kind, ErrorKind::Busy);
    }
    QVERIFY(file->write(batch, refused).ok());
    QVERIFY(everyLevelIsRight(temp.path(), kFast));
    const auto cells = (*StoreReader::open(temp.path()))->cells(kFast, RollupLevel::Day, kFrom, kTo);
    QCOMPARE(cells->front().count + cells->front().missing, std::uint64_t{1024});
}

QTEST_APPLESS_MAIN(TestHistoryRollups)
#include "tst_history_rollups.moc"
