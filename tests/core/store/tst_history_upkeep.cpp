// SPDX-License-Identifier: GPL-3.0-or-later
// What is given up is in the archive first, comes back from there, and is not counted twice; a copy can be made while all goes on.
#include "core/store/folder_backup.h"
#include "core/store/history_archive.h"

#include "core/store/data_folder.h"
#include "core/store/history_file.h"
#include "core/store/rollup_table.h"
#include "core/store/store_file.h"
#include "core/store/store_reader.h"
#include "core/store/store_writer.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/eventually.h"
#include "tests/support/fake_clock.h"
#include "tests/support/history_builders.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <sqlite3.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace telltale;
using namespace telltale::store;
using test::kHistoryBegin;
using test::kHour;
using test::kSecond;
using namespace std::chrono_literals;

namespace {

const SensorKey kSensor{"line/pump", "pressure"};
const UtcTime kFrom = fromNanos(kHistoryBegin - 1000 * kHour);
const UtcTime kTo = fromNanos(kHistoryBegin + 10'000 * kHour);
constexpr int kChunks = 200; ///< 57 hours, from the last of which 10 are kept

void writeChunks(const std::string &folder, const std::vector<ChunkPtr> &chunks, const SensorKey &sensor = kSensor)
{
    const SystemClock clock{};
    auto writer = StoreWriter::open({.folder = folder}, clock);
    for (const ChunkPtr &chunk : chunks)
        writer.value()->submit(SaveChunk{sensor, "bar", chunk, false});
}

/// Some of what `writeTwoDays` writes.
void writeChunks(const std::string &folder, int first, int last, const SensorKey &sensor = kSensor)
{
    std::vector<ChunkPtr> chunks;
    for (int i = first; i < last; ++i)
        chunks.push_back(test::storedChunk(std::uint32_t(i + 1), kHistoryBegin - 30 * kHour + i * 1024 * kSecond, kSecond));
    writeChunks(folder, chunks, sensor);
}

/// A pump that reports every second over the turn of a month.
void writeTwoDays(const std::string &folder, const SensorKey &sensor = kSensor)
{
    writeChunks(folder, 0, kChunks, sensor);
}

Database history(const std::string &folder)
{
    return std::move(Database::open(folder + kHistoryName, Database::Mode::Write)).value();
}

/// All steps of one pass. What was said comes back.
std::vector<std::string> tend(const std::string &folder, const Retention &retention)
{
    std::vector<std::string> said;
    test::FakeClock clock;
    HistoryUpkeep upkeep(retention, clock, [&](const std::string &text) { said.push_back(text); });
    auto file = HistoryFile::over(std::move(openForWriting(folder + kHistoryName, historySchema(), {}, clock.utcNow())->database));
    while (true) {
        const auto more = file->tend(upkeep);
        if (!more)
            said.push_back("failed: " + more.error().text());
        if (!more || !*more)
            return said;
    }
}

std::vector<ChunkPtr> samplesOf(const std::string &folder)
{
    return *(*StoreReader::open(folder))->samples(kSensor, kFrom, kTo);
}

RollupCells cellsOf(const std::string &folder, RollupLevel level)
{
    return *(*StoreReader::open(folder))->cells(kSensor, level, kFrom, kTo);
}

bool sameSamples(const std::vector<ChunkPtr> &a, const std::vector<ChunkPtr> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const ChunkPtr &x, const ChunkPtr &y) { return x->t == y->t && x->flags == y->flags && x->score == y->score; });
}

bool everyLevelIsRight(const std::string &folder)
{
    const auto samples = samplesOf(folder);
    return std::ranges::all_of(
        kRollupLevels, [&](RollupLevel level) { return test::sameCells(cellsOf(folder, level), test::cellsOfAll(samples, level)); });
}

void importAll(const std::string &archive, const std::string &folder)
{
    for (const auto &entry : std::filesystem::directory_iterator(archive)) {
        const auto count = importHistory(entry.path(), folder, test::at(0));
        QVERIFY2(count.ok(), count ? "" : count.error().text().c_str());
    }
}

/// What is done with archives, as SQLite tells it.
struct ArchiveUse {
    int connections = 0;
    int checks = 0;
    int logs = 0; ///< write-ahead logs that were begun
};
ArchiveUse g_archives;

int lookAt(unsigned, void *context, void *statement, void *)
{
    const std::string file = sqlite3_db_filename(static_cast<sqlite3 *>(context), "main");
    const std::string sql = sqlite3_sql(static_cast<sqlite3_stmt *>(statement));
    if (!file.ends_with(".history"))
        return 0;
    g_archives.connections += sql.starts_with("PRAGMA foreign_keys") ? 1 : 0; // the first of every connection
    g_archives.checks += sql.starts_with("PRAGMA quick_check") ? 1 : 0;
    g_archives.logs += sql.find("= WAL") != std::string::npos ? 1 : 0;
    return 0;
}

int watch(sqlite3 *database, char **, const void *)
{
    return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, lookAt, database);
}

} // namespace

class TestHistoryUpkeep : public QObject {
    Q_OBJECT
private slots:
    void withoutARetentionNothingGoes();
    void oldSamplesGoAndTheirHoursStay();
    void oneWrongTimeMakesNothingOld_data();
    void oneWrongTimeMakesNothingOld();
    void aRecordingOfThePastIsNotOld();
    void whatIsAheadOfTheClockIsSaidOnce();
    void oldSamplesGoToTheArchiveAndComeBack();
    void samplesStayWhereTheArchiveCannotBeWritten();
    void anArchiveIsCheckedOnceAndStaysOpen();
    void anArchiveIsMovedAwayMeanwhile();
    void aDamagedArchiveIsSetAsideAndSaid();
    void anArchiveOfAnotherHistoryIsSummedUp();
    void whatARestoredBackupMissesIsSummedUp_data();
    void whatARestoredBackupMissesIsSummedUp();
    void anArchiveThatComesAgainIsNotCountedAgain();
    void daysThatWereLostComeBackBesideTheirHours();
    void aDamagedChunkOfAnArchiveIsLeftOut();
    void tracesGoEarlierThanSamples();
    void freedPagesGoBackToTheDisk();
    void theWriterTendsWhileItIsIdle();
    void importingWaitsForNobody();
    void aCopyIsMadeWhileEverythingGoesOn();
};

void TestHistoryUpkeep::withoutARetentionNothingGoes()
{
    const test::TempFolder temp;
    writeTwoDays(temp.path());
    QVERIFY(tend(temp.path(), {}).empty());
    QCOMPARE(samplesOf(temp.path()).size(), std::size_t(kChunks));
}

void TestHistoryUpkeep::oldSamplesGoAndTheirHoursStay()
{
    const test::TempFolder temp;
    writeTwoDays(temp.path());
    const RollupCells hours = cellsOf(temp.path(), RollupLevel::Hour);
    const auto said = tend(temp.path(), {.samples = 10h});
    QCOMPARE(said.size(), std::size_t{1});
    QVERIFY2(said[0].ends_with("were deleted"), said[0].c_str());
    const auto left = samplesOf(temp.path());
    const std::int64_t limit = left[left.size() - 2]->t.front() - 10 * kHour;
    QVERIFY(left.front()->t.back() >= limit && left.front()->t.front() <= limit);
    QVERIFY(test::sameCells(cellsOf(temp.path(), RollupLevel::Hour), hours));
}

void TestHistoryUpkeep::oneWrongTimeMakesNothingOld_data()
{
    constexpr std::int64_t kDay = 24 * kHour;
    QTest::addColumn<std::int64_t>("begin");
    QTest::addColumn<std::int64_t>("wrong");
    const std::int64_t now = toNanos(test::FakeClock().utcNow());
    QTest::newRow("live, 2099") << now - 20 * kHour << kHistoryBegin + 73 * 365 * kDay;
    QTest::newRow("live, 1971") << now - 20 * kHour << 365 * kDay;
    QTest::newRow("recorded, 2099") << now - 2000 * kDay << kHistoryBegin + 73 * 365 * kDay;
    QTest::newRow("recorded, of last year") << now - 2000 * kDay << now - 365 * kDay;
    QTest::newRow("recorded, of last month, which is in time") << now - 40 * kDay << now - 5 * kDay;
    QTest::newRow("ahead of the clock") << now + 2000 * kDay << now + 3000 * kDay;
}

void TestHistoryUpkeep::oneWrongTimeMakesNothingOld()
{
    QFETCH(std::int64_t, begin);
    QFETCH(std::int64_t, wrong);
    const test::TempFolder temp;
    std::vector<ChunkPtr> chunks;
    for (std::uint32_t i = 0; i < 20; ++i)
        chunks.push_back(test::storedChunk(i + 1, begin + i * kHour, kSecond));
    const ChunkPtr alone = test::storedChunk(99, wrong, kSecond, 1);
    const auto among = std::make_shared<Chunk>(*chunks[10]);
    among->t[500] = wrong;
    chunks[10] = among;
    writeChunks(temp.path(), chunks);
    writeChunks(temp.path(), {alone});
    tend(temp.path(), {.samples = 30 * 24h, .traces = 30 * 24h});
    const Database database = history(temp.path());
    QCOMPARE(database.number("SELECT count(*) FROM chunk WHERE n > 1").value(), 20);
    QCOMPARE(database.number("SELECT count(*) FROM chunk JOIN trace ON trace.chunk = chunk.id WHERE n > 1").value(), 20);
}

void TestHistoryUpkeep::aRecordingOfThePastIsNotOld()
{
    const test::TempFolder temp;
    writeTwoDays(temp.path()); // ten months before the clock
    tend(temp.path(), {.samples = 50h});
    const std::size_t left = samplesOf(temp.path()).size();
    QVERIFY2(left > 170 && left < kChunks, qPrintable(QString::number(left)));
}

void TestHistoryUpkeep::whatIsAheadOfTheClockIsSaidOnce()
{
    const test::TempFolder temp;
    writeTwoDays(temp.path());
    writeChunks(temp.path(), {test::storedChunk(99, kHistoryBegin + 73 * 365 * 24 * kHour, kSecond, 1)});
    std::vector<std::string> said;
    test::FakeClock clock;
    HistoryUpkeep upkeep({.samples = 1000h}, clock, [&](const std::string &text) { said.push_back(text); });
    const Database database = history(temp.path());
    for (int pass = 0; pass < 3; ++pass) {
        while (upkeep.step(database).value())
            ;
        clock.advance(HistoryUpkeep::kBetweenPasses);
    }
    QCOMPARE(said.size(), std::size_t{1});
    QVERIFY2(said[0].find("line/pump pressure: 2098-12-14") != std::string::npos, said[0].c_str());
}

void TestHistoryUpkeep::oldSamplesGoToTheArchiveAndComeBack()
{
    const test::TempFolder temp;
    const std::string data = temp.path("data");
    const std::string archive = temp.path("archive");
    writeTwoDays(data);
    const auto before = samplesOf(data);
    std::array<RollupCells, 3> cells;
    for (const RollupLevel level : kRollupLevels)
        cells[std::size_t(level)] = cellsOf(data, level);

    const auto said = tend(data, {.samples = 10h, .archiveFolder = archive});
    QVERIFY(!said.empty() && said[0].find(archive) != std::string::npos);
    QVERIFY(samplesOf(data).size() < 50);
    std::size_t files = 0;
    for (const auto &entry : std::filesystem::directory_iterator(archive)) {
        ++files;
        const auto count = importHistory(entry.path(), data, test::at(0));
        QVERIFY2(count.ok(), count ? "" : count.error().text().c_str());
        QCOMPARE(count->damaged + count->known, std::uint64_t{0});
        const auto again = importHistory(entry.path(), data, test::at(0));
        QCOMPARE(again->known, count->chunks);
        QCOMPARE(again->samples, std::uint64_t{0});
    }
    QCOMPARE(files, std::size_t{2}); // one a month
    QVERIFY(tend(data, {}).empty());
    QVERIFY(sameSamples(samplesOf(data), before));
    for (const RollupLevel level : kRollupLevels)
        QVERIFY2(test::sameCells(cellsOf(data, level), cells[std::size_t(level)]), "nothing is counted twice");
}

void TestHistoryUpkeep::samplesStayWhereTheArchiveCannotBeWritten()
{
    const test::TempFolder temp;
    writeTwoDays(temp.path("data"));
    QVERIFY(QFile(QString::fromStdString(temp.path("blocked"))).open(QIODevice::WriteOnly)); // a file has that name
    const auto said = tend(temp.path("data"), {.samples = 10h, .archiveFolder = temp.path("blocked")});
    QCOMPARE(said.size(), std::size_t{1});
    QVERIFY2(said[0].starts_with("old samples stay where they are"), said[0].c_str());
    QCOMPARE(samplesOf(temp.path("data")).size(), std::size_t(kChunks));
}

void TestHistoryUpkeep::anArchiveIsCheckedOnceAndStaysOpen()
{
    const test::TempFolder temp;
    writeTwoDays(temp.path("data"));
    writeTwoDays(temp.path("data"), {"line/fan", "speed"});
    g_archives = {};
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch));
    tend(temp.path("data"), {.samples = 10h, .archiveFolder = temp.path("archive")});
    sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(watch));
    QVERIFY(samplesOf(temp.path("data")).size() < 50);
    QCOMPARE(g_archives.checks, 2);      // one a month …
    QCOMPARE(g_archives.connections, 4); // … and sensor
    QCOMPARE(g_archives.logs, 0);
}

/// As by somebody who takes the month to another disk.
void TestHistoryUpkeep::anArchiveIsMovedAwayMeanwhile()
{
    const test::TempFolder temp;
    const std::string data = temp.path("data");
    writeTwoDays(data);
    std::vector<std::string> said;
    const test::FakeClock clock;
    HistoryUpkeep upkeep({.samples = 10h, .archiveFolder = temp.path("archive")}, clock,
                         [&](const std::string &text) { said.push_back(text); });
    const std::string file = archivePath(temp.path("archive"), kHistoryBegin - 30 * kHour);
    {
        const Database database = history(data);
        while (!std::filesystem::exists(file))
            QVERIFY(upkeep.step(database).value());
        std::filesystem::rename(file, temp.path("archive") + "/moved.history");
        while (upkeep.step(database).value())
            ;
    }
    QVERIFY(std::filesystem::exists(file));
    QCOMPARE(said.size(), std::size_t{1});
    QVERIFY(samplesOf(data).size() < 50);
    importAll(temp.path("archive"), data);
    QCOMPARE(samplesOf(data).size(), std::size_t(kChunks));
    QVERIFY(everyLevelIsRight(data));
}

void TestHistoryUpkeep::aDamagedArchiveIsSetAsideAndSaid()
{
    const test::TempFolder temp;
    const std::string file = archivePath(temp.path("archive"), kHistoryBegin - 30 * kHour);
    writeTwoDays(temp.path("data"));
    QVERIFY(QDir().mkpath(QString::fromStdString(temp.path("archive"))));
    std::ofstream(file) << std::string(5000, 'x');
    const auto said = tend(temp.path("data"), {.samples = 10h, .archiveFolder = temp.path("archive")});
    QCOMPARE(said.size(), std::size_t{2});
    QVERIFY2(said[0].starts_with("the damaged archive was set aside as " + file), said[0].c_str());
    QVERIFY(samplesOf(temp.path("data")).size() < 50);
}

void TestHistoryUpkeep::anArchiveOfAnotherHistoryIsSummedUp()
{
    const test::TempFolder temp;
    writeTwoDays(temp.path("data"));
    tend(temp.path("data"), {.samples = 10h, .archiveFolder = temp.path("archive")});
    for (const auto &entry : std::filesystem::directory_iterator(temp.path("archive"))) {
        const SystemClock clock{};
        static_cast<void>(StoreWriter::open({.folder = temp.path("other")}, clock)); // a data folder of its own
        QVERIFY(importHistory(entry.path(), temp.path("other"), test::at(0)).ok());
    }
    QVERIFY(tend(temp.path("other"), {}).empty());
    const auto samples = samplesOf(temp.path("other"));
    QVERIFY(samples.size() > 100);
    for (const RollupLevel level : kRollupLevels)
        QVERIFY(test::sameCells(cellsOf(temp.path("other"), level), test::cellsOfAll(samples, level)));
    QCOMPARE(history(temp.path("other")).number("SELECT count(*) FROM chunk WHERE summed = 0").value(), 0);
}

void TestHistoryUpkeep::whatARestoredBackupMissesIsSummedUp_data()
{
    QTest::addColumn<bool>("givenUp");
    QTest::newRow("beside its samples") << false;
    QTest::newRow("beside samples that were given up since") << true;
}

void TestHistoryUpkeep::whatARestoredBackupMissesIsSummedUp()
{
    QFETCH(bool, givenUp);
    const test::TempFolder temp;
    writeChunks(temp.path("data"), 0, 100); // the backup ends within an hour
    QVERIFY(backupFolder(temp.path("data"), temp.path("copy")).ok());
    writeChunks(temp.path("data"), 100, kChunks);
    tend(temp.path("data"), {.samples = 10h, .archiveFolder = temp.path("archive")});
    if (givenUp)
        tend(temp.path("copy"), {.samples = 1h});
    importAll(temp.path("archive"), temp.path("copy"));
    QVERIFY(samplesOf(temp.path("copy")).size() > 150);
    QVERIFY(everyLevelIsRight(temp.path("copy")));
    tend(temp.path("copy"), {});
    QVERIFY(everyLevelIsRight(temp.path("copy")));
}

void TestHistoryUpkeep::anArchiveThatComesAgainIsNotCountedAgain()
{
    const test::TempFolder temp;
    const std::string other = temp.path("other");
    writeTwoDays(temp.path("data"));
    tend(temp.path("data"), {.samples = 10h, .archiveFolder = temp.path("archive")});
    writeChunks(other, 190, kChunks); // of a sensor of the same name
    importAll(temp.path("archive"), other);
    tend(other, {});
    QVERIFY(everyLevelIsRight(other));
    const RollupCells hours = cellsOf(other, RollupLevel::Hour);
    const RollupCells days = cellsOf(other, RollupLevel::Day);
    for (int again = 0; again < 2; ++again) {
        tend(other, {.samples = 1h});
        QVERIFY(samplesOf(other).size() < 20);
        importAll(temp.path("archive"), other);
        tend(other, {});
        QVERIFY(samplesOf(other).size() > 150);
        QVERIFY(test::sameCells(cellsOf(other, RollupLevel::Hour), hours));
        QVERIFY(test::sameCells(cellsOf(other, RollupLevel::Day), days));
    }
}

void TestHistoryUpkeep::daysThatWereLostComeBackBesideTheirHours()
{
    const test::TempFolder temp;
    writeTwoDays(temp.path("data"));
    tend(temp.path("data"), {.samples = 10h, .archiveFolder = temp.path("archive")});
    const Database database = history(temp.path("data"));
    QVERIFY(database.run("UPDATE rollup SET content = substr(content, 1, 60) WHERE (id >> 22) & 3 = 2").ok());
    importAll(temp.path("archive"), temp.path("data"));
    QCOMPARE(samplesOf(temp.path("data")).size(), std::size_t(kChunks));
    QVERIFY(everyLevelIsRight(temp.path("data")));
}

void TestHistoryUpkeep::aDamagedChunkOfAnArchiveIsLeftOut()
{
    const test::TempFolder temp;
    writeTwoDays(temp.path("data"));
    tend(temp.path("data"), {.samples = 10h, .archiveFolder = temp.path("archive")});
    const std::string file = archivePath(temp.path("archive"), kHistoryBegin);
    {
        const auto database = Database::open(file, Database::Mode::Write);
        QVERIFY(database->run("UPDATE chunk SET content = zeroblob(100) WHERE id = 2").ok());
    }
    const auto count = importHistory(file, temp.path("data"), test::at(0));
    QCOMPARE(count->damaged, std::uint64_t{1});
    QVERIFY(count->chunks > 1);
}

void TestHistoryUpkeep::tracesGoEarlierThanSamples()
{
    const test::TempFolder temp;
    writeTwoDays(temp.path());
    QVERIFY(tend(temp.path(), {.traces = 10h}).empty());
    const auto chunks = samplesOf(temp.path());
    QCOMPARE(chunks.size(), std::size_t(kChunks));
    QVERIFY(std::isnan(chunks.front()->score.front()));
    QCOMPARE(chunks.back()->score.front(), 0.5F);
    const auto left = history(temp.path()).number("SELECT count(*) FROM trace").value();
    QVERIFY2(left >= 37 && left <= 39, qPrintable(QString::number(left))); // 10 hours of chunks of 1,024 s, and two
}

void TestHistoryUpkeep::freedPagesGoBackToTheDisk()
{
    const test::TempFolder temp;
    writeTwoDays(temp.path());
    const Database database = history(temp.path());
    const auto pages = database.number("PRAGMA page_count").value();
    tend(temp.path(), {.samples = 10h});
    QCOMPARE(database.number("PRAGMA freelist_count").value(), 0);
    QVERIFY(database.number("PRAGMA page_count").value() < pages / 2);
}

void TestHistoryUpkeep::theWriterTendsWhileItIsIdle()
{
    const test::TempFolder temp;
    writeTwoDays(temp.path());
    const SystemClock clock{};
    const auto writer = std::move(StoreWriter::open({.folder = temp.path(), .retention = {.samples = 10h}}, clock)).value();
    QVERIFY(test::eventually([&] { return samplesOf(temp.path()).size() < 50; }));
    const Database journal = std::move(Database::open(temp.path() + kJournalName, Database::Mode::Read)).value();
    QVERIFY(test::eventually([&] { return journal.number("SELECT count(*) FROM audit WHERE what = 'history'").value() == 1; }));
}

void TestHistoryUpkeep::importingWaitsForNobody()
{
    const test::TempFolder temp;
    const SystemClock clock{};
    const auto writer = std::move(StoreWriter::open({.folder = temp.path()}, clock)).value();
    QCOMPARE(importHistory(temp.path("nothing.history"), temp.path(), test::at(0)).error().kind, ErrorKind::Busy);
    const test::TempFolder other;
    QCOMPARE(importHistory(temp.path("nothing.history"), other.path(), test::at(0)).error().kind, ErrorKind::NotFound);
}

void TestHistoryUpkeep::aCopyIsMadeWhileEverythingGoesOn()
{
    const test::TempFolder temp;
    writeTwoDays(temp.path("data"));
    const SystemClock clock{};
    const auto writer = std::move(StoreWriter::open({.folder = temp.path("data")}, clock)).value();
    std::atomic<bool> stop{false};
    std::atomic<EventSeq> written{0};
    std::thread busy([&] {
        for (EventSeq seq = 1; !stop; ++seq) {
            const Occurrence alarm = test::raisedAlarm(seq, seq);
            writer->submit(SaveTransition{test::eventOf(alarm, seq), alarm});
            writer->submit(SaveChunk{kSensor, "bar", test::storedChunk(std::uint32_t(seq), kHistoryBegin + 60 * kHour, kSecond, 50), true});
            written = seq;
        }
    });
    const bool under = test::eventually([&] { return writer->storedThrough() > 20; });
    const EventSeq before = writer->storedThrough();
    const auto copied = backupFolder(temp.path("data"), temp.path("copy"));
    stop = true;
    busy.join();
    QVERIFY(under);
    QVERIFY2(copied.ok(), copied ? "" : copied.error().text().c_str());
    const auto copy = std::move(StoreReader::open(temp.path("copy"))).value();
    QVERIFY(*copy->eventCount() >= before && *copy->eventCount() <= written);
    QVERIFY(samplesOf(temp.path("copy")).size() >= std::size_t(kChunks));
    for (const char *name : {kJournalName, kHistoryName})
        QCOMPARE(QString::fromStdString(*Database::open(temp.path("copy") + name, Database::Mode::Read)->text("PRAGMA integrity_check")),
                 QStringLiteral("ok"));
    QCOMPARE(backupFolder(temp.path("data"), temp.path("copy")).error().kind, ErrorKind::InvalidArgument);
}

QTEST_APPLESS_MAIN(TestHistoryUpkeep)
#include "tst_history_upkeep.moc"
