// SPDX-License-Identifier: GPL-3.0-or-later
// What happens when the disk does not do what it should: full, failing, locked by somebody else, limited in size.
#include "core/store/backlog.h"
#include "core/store/data_folder.h"
#include "core/store/database.h"
#include "core/store/journal_opening.h"
#include "core/store/store_reader.h"
#include "core/store/store_writer.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/eventually.h"
#include "tests/support/failing_vfs.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <thread>

using namespace telltale;
using namespace telltale::store;
using test::eventually;
using test::FailingVfs;

namespace {

const SensorKey kSensor{"line-a/pump1", "temperature"};

SaveTransition raiseJob(std::uint64_t number)
{
    const Occurrence alarm = test::raisedAlarm(number, number);
    return {test::eventOf(alarm, number, AlarmEventKind::Raise, double(number)), alarm};
}

std::unique_ptr<StoreWriter> writerFor(const std::string &folder, const Clock &clock, const std::string &vfs = {},
                                       std::size_t capacity = 10'000, LogSink log = {})
{
    auto writer = StoreWriter::open({.folder = folder, .queueCapacity = capacity, .vfs = vfs}, clock, std::move(log));
    if (!writer)
        qFatal("%s", writer.error().text().c_str());
    return std::move(*writer);
}

/// Every number from 1 to `last` is there, in order, once.
bool complete(const std::string &folder, EventSeq last)
{
    const auto reader = StoreReader::open(folder);
    JournalQuery query;
    query.limit = std::size_t(-1);
    const auto events = (*reader)->events(query);
    if (!events || events->size() != last)
        return false;
    for (std::size_t i = 0; i < events->size(); ++i)
        if ((*events)[i].seq != i + 1)
            return false;
    return true;
}

} // namespace

class TestStoreFaults : public QObject {
    Q_OBJECT
private slots:
    void init();
    void waitsInOrderWhileTheDiskFails_data();
    void waitsInOrderWhileTheDiskFails();
    void everyFailingWriteIsSurvived();
    void aDamagedJournalIsSetAsideOnceOnAFullDisk();
    void startsWhileTheDiskFails();
    void dropsOldestSamplesButNoAlarmWhileFailing();
    void submitBlocksWhenTheJournalIsFull();
    void givesUpAtTheEndInsteadOfHanging();
    void waitsForALockedDatabase();
    void survivesALimitOnTheSizeOfFiles();
    void survivesAFullFileSystem();
    void theBallastIsForAlarmsAndAcknowledgements();
    void whatIsInTheLogCountsOnAFullDisk();
    void startsOnAFullDisk_data();
    void startsOnAFullDisk();
};

void TestStoreFaults::init()
{
    FailingVfs::registerOnce();
}

void TestStoreFaults::waitsInOrderWhileTheDiskFails_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("full") << SQLITE_FULL << "the disk is full";
    QTest::newRow("write error") << SQLITE_IOERR_WRITE << "the disk reports an error";
    QTest::newRow("sync error") << SQLITE_IOERR_FSYNC << "the disk reports an error";
}

void TestStoreFaults::waitsInOrderWhileTheDiskFails()
{
    QFETCH(int, code);
    QFETCH(QString, words);
    const test::TempFolder temp;
    const test::FakeClock clock;
    const auto writer = writerFor(temp.path(), clock, FailingVfs::kName);
    for (std::uint64_t seq = 1; seq <= 100; ++seq)
        writer->submit(raiseJob(seq));
    QVERIFY(eventually([&] { return writer->storedThrough() == 100; }));

    FailingVfs::code = code;
    for (std::uint64_t seq = 101; seq <= 700; ++seq)
        writer->submit(raiseJob(seq));
    QVERIFY(eventually([&] { return writer->state() == JournalState::Failing; }));
    QVERIFY2(writer->stateDetail().find(words.toStdString()) != std::string::npos, writer->stateDetail().c_str());
    QVERIFY2(writer->stateDetail().find(temp.path()) != std::string::npos, writer->stateDetail().c_str());
    QCOMPARE(writer->storedThrough(), EventSeq(100));
    QCOMPARE(writer->queued(), std::size_t(600));
    QVERIFY(complete(temp.path(), 100));

    FailingVfs::code = SQLITE_OK;
    QVERIFY(eventually([&] { return writer->storedThrough() == 700; }));
    QVERIFY(eventually([&] { return writer->state() == JournalState::Writing; }));
    QVERIFY(writer->stateDetail().empty());
    QVERIFY(complete(temp.path(), 700));
}

void TestStoreFaults::aDamagedJournalIsSetAsideOnceOnAFullDisk()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    {
        const auto writer = writerFor(temp.path(), clock, FailingVfs::kName);
        for (std::uint64_t seq = 1; seq <= 10; ++seq)
            writer->submit(raiseJob(seq));
    }
    std::string damage = "a row cannot be written";
    FailingVfs::code = SQLITE_FULL;
    for (int time = 0; time < 3; ++time)
        QCOMPARE(openJournal(temp.path(), FailingVfs::kName, clock.utcNow(), damage).error().kind, ErrorKind::Full);
    FailingVfs::code = SQLITE_OK;
    const auto opened = openJournal(temp.path(), FailingVfs::kName, clock.utcNow(), damage);
    QVERIFY(opened.ok());
    QCOMPARE(*opened->file.lastSeq(), EventSeq{10});
    const auto isAside = [](const auto &entry) {
        const std::string name = entry.path().filename().string();
        return name.starts_with("journal.db.damaged-") && !name.ends_with("-wal") && !name.ends_with("-shm");
    };
    const std::filesystem::directory_iterator files(temp.path());
    QCOMPARE(std::count_if(begin(files), end(files), isAside), 1);
}

/// The Nth write fails, once and for a while, for every N of a short run: nothing is lost and nothing is doubled.
void TestStoreFaults::everyFailingWriteIsSurvived()
{
    const test::FakeClock clock;
    for (int n = 1; n <= 25; n += 2) {
        const test::TempFolder temp;
        FailingVfs::registerOnce();
        const auto writer = writerFor(temp.path(), clock, FailingVfs::kName);
        FailingVfs::failAfter = n;
        FailingVfs::code = n % 4 == 1 ? SQLITE_FULL : SQLITE_IOERR_WRITE;
        const int before = FailingVfs::writes;
        std::uint64_t seq = 0;
        while (writer->state() == JournalState::Writing && seq < 500) {
            writer->submit(raiseJob(++seq));
            if (seq % 5 == 0)
                writer->submit(SaveChunk{kSensor, "°C", test::chunkOf(50, double(seq) * 50), false});
        }
        QVERIFY(eventually([&] { return writer->state() == JournalState::Failing; }));
        QVERIFY2(FailingVfs::writes > before + n, "the shim was not in the way");
        FailingVfs::code = SQLITE_OK;
        QVERIFY(eventually([&] { return writer->storedThrough() == seq; }));
        writer->close();
        QVERIFY2(complete(temp.path(), seq), qPrintable(QStringLiteral("write %1").arg(n)));
        const auto chunks = (*StoreReader::open(temp.path()))->samples(kSensor, fromNanos(0), fromNanos(INT64_MAX));
        std::size_t samples = 0;
        for (const ChunkPtr &chunk : *chunks)
            samples += chunk->size();
        QCOMPARE(samples, std::size_t(seq / 5 * 50));
    }
}

void TestStoreFaults::startsWhileTheDiskFails()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    FailingVfs::code = SQLITE_FULL;
    const auto writer = writerFor(temp.path(), clock, FailingVfs::kName);
    QCOMPARE(writer->state(), JournalState::Failing);
    writer->submit(raiseJob(1));
    QCOMPARE(writer->storedThrough(), EventSeq(0));
    FailingVfs::code = SQLITE_OK;
    QVERIFY(eventually([&] { return writer->storedThrough() == 1 && writer->state() == JournalState::Writing; }));
    QVERIFY(complete(temp.path(), 1));
}

void TestStoreFaults::dropsOldestSamplesButNoAlarmWhileFailing()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    const auto writer = writerFor(temp.path(), clock, FailingVfs::kName);
    FailingVfs::code = SQLITE_FULL;
    writer->submit(raiseJob(1));
    QVERIFY(eventually([&] { return writer->state() == JournalState::Failing; }));
    constexpr std::size_t kSurplus = 50;
    for (std::size_t i = 0; i < Backlog::kMostChunks + kSurplus; ++i)
        writer->submit(SaveChunk{kSensor, "°C", test::chunkOf(2, 2.0 * double(i)), false});
    writer->submit(raiseJob(2));
    QVERIFY(eventually([&] { return writer->stateDetail().find("50 chunks of samples are lost") != std::string::npos; }));
    FailingVfs::code = SQLITE_OK;
    QVERIFY(eventually([&] { return writer->storedThrough() == 2 && writer->queued() == 0; }));
    writer->close();
    QVERIFY(complete(temp.path(), 2));
    const auto reader = StoreReader::open(temp.path());
    const auto chunks = (*reader)->samples(kSensor, fromNanos(0), fromNanos(INT64_MAX));
    QCOMPARE(chunks->size(), Backlog::kMostChunks);
    QCOMPARE(chunks->front()->t.front(), toNanos(test::at(2.0 * kSurplus))); // the oldest went
    const auto database = Database::open(temp.path("journal.db"), Database::Mode::Read);
    QCOMPARE(database->text("SELECT detail FROM audit WHERE what = 'samples lost'").value(),
             std::string("50 chunks of samples were lost while nothing could be written"));
}

void TestStoreFaults::submitBlocksWhenTheJournalIsFull()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    const auto writer = writerFor(temp.path(), clock, FailingVfs::kName, 10);
    FailingVfs::code = SQLITE_FULL;
    std::atomic<std::uint64_t> submitted{0};
    std::thread producer([&] {
        for (std::uint64_t seq = 1; seq <= 30; ++seq) {
            writer->submit(raiseJob(seq));
            submitted = seq;
        }
    });
    const bool filled = eventually([&] { return writer->queued() == 10 && writer->state() == JournalState::Failing; });
    const std::uint64_t before = submitted;
    FailingVfs::code = SQLITE_OK;
    producer.join();
    QVERIFY(filled);
    QVERIFY(before <= 10);
    QVERIFY(eventually([&] { return writer->storedThrough() == 30; }));
    QVERIFY(complete(temp.path(), 30));
}

void TestStoreFaults::givesUpAtTheEndInsteadOfHanging()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    std::string lastWords;
    const auto writer =
        writerFor(temp.path(), clock, FailingVfs::kName, 100, [&](LogLevel, std::string_view, std::string_view text) { lastWords = text; });
    FailingVfs::code = SQLITE_FULL;
    for (std::uint64_t seq = 1; seq <= 7; ++seq)
        writer->submit(raiseJob(seq));
    writer->close();
    QCOMPARE(writer->state(), JournalState::Failing);
    QCOMPARE(lastWords, std::string("7 entries could not be written before the end: they are lost"));
    QCOMPARE(writer->storedThrough(), EventSeq(0));
}

void TestStoreFaults::waitsForALockedDatabase()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    const auto writer = writerFor(temp.path(), clock);
    const auto other = Database::open(temp.path("journal.db"), Database::Mode::Write);
    QVERIFY(other->run("BEGIN IMMEDIATE").ok());
    for (std::uint64_t seq = 1; seq <= 20; ++seq)
        writer->submit(raiseJob(seq));
    QVERIFY(eventually([&] { return writer->state() == JournalState::Failing; }));
    QVERIFY2(writer->stateDetail().find("locked") != std::string::npos, writer->stateDetail().c_str());
    const auto reader = StoreReader::open(temp.path());
    QCOMPARE((*reader)->eventCount().value(), std::uint64_t(0)); // reading goes on
    QVERIFY(other->run("ROLLBACK").ok());
    QVERIFY(eventually([&] { return writer->storedThrough() == 20; }));
    QVERIFY(complete(temp.path(), 20));
}

/// The child may not write files beyond 300 kB: the real system refuses, not a shim. It must stay alive, keep what it committed, and go on
/// when the limit is lifted.
void TestStoreFaults::survivesALimitOnTheSizeOfFiles()
{
    const test::TempFolder temp;
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const test::FakeClock clock;
        const auto writer = writerFor(temp.path(), clock);
        const rlimit tight{300'000, RLIM_INFINITY};
        ::setrlimit(RLIMIT_FSIZE, &tight);
        for (std::uint64_t seq = 1; seq <= 2000; ++seq)
            writer->submit(raiseJob(seq));
        if (!eventually([&] { return writer->state() == JournalState::Failing; }))
            ::_exit(2);
        const EventSeq committed = writer->storedThrough();
        if (committed >= 2000 || !complete(temp.path(), committed))
            ::_exit(3);
        const rlimit wide{RLIM_INFINITY, RLIM_INFINITY};
        ::setrlimit(RLIMIT_FSIZE, &wide);
        ::_exit(eventually([&] { return writer->storedThrough() == 2000; }) ? 0 : 4);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
    QVERIFY(complete(temp.path(), 2000));
}

void TestStoreFaults::survivesAFullFileSystem()
{
    const test::TempFolder temp;
    if (::mount("tmpfs", temp.path().c_str(), "tmpfs", 0, "size=24m") != 0)
        QSKIP("needs the right to mount a small file system");
    const auto unmount = qScopeGuard([&] { ::umount2(temp.path().c_str(), MNT_DETACH); });
    const test::FakeClock clock;
    const std::string folder = temp.path("data");
    const auto writer = writerFor(folder, clock);
    writer->submit(raiseJob(1));
    QVERIFY(eventually([&] { return writer->storedThrough() == 1; }));
    std::ofstream(temp.path("ballast")) << std::string(40 << 20, 'x'); // takes whatever is left
    for (std::uint64_t seq = 2; seq <= 1500; ++seq)
        writer->submit(raiseJob(seq));
    QVERIFY(eventually([&] { return writer->state() == JournalState::Failing; }));
    QVERIFY2(writer->stateDetail().find("the disk is full") != std::string::npos, writer->stateDetail().c_str());
    QVERIFY(complete(folder, writer->storedThrough()));
    QVERIFY(QFile::remove(QString::fromStdString(temp.path("ballast"))));
    QVERIFY(eventually([&] { return writer->storedThrough() == 1500; }));
    QVERIFY(complete(folder, 1500));
}

namespace {

/// A file system of 24 MB of its own, while it lives.
class SmallDisk {
public:
    SmallDisk() : m_mounted(::mount("tmpfs", m_temp.path().c_str(), "tmpfs", 0, "size=24m") == 0) {}
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount2(m_temp.path().c_str(), MNT_DETACH);
    }
    [[nodiscard]] bool isMounted() const { return m_mounted; }
    [[nodiscard]] std::string folder() const { return m_temp.path("data"); }
    void fill() const
    {
        std::ofstream(m_temp.path("rubbish")) << std::string(40 << 20, 'x'); // takes whatever is left
    }
    void clear() const { QFile::remove(QString::fromStdString(m_temp.path("rubbish"))); }

private:
    test::TempFolder m_temp;
    bool m_mounted;
};

std::unique_ptr<StoreWriter> smallWriter(const std::string &folder, const Clock &clock, std::uintmax_t ballast)
{
    auto writer = StoreWriter::open({.folder = folder, .ballastBytes = ballast, .vfs = {}}, clock);
    if (!writer)
        qFatal("%s", writer.error().text().c_str());
    return std::move(*writer);
}

bool hasBallast(const std::string &folder)
{
    return QFile::exists(QString::fromStdString(folder + kBallastName));
}

constexpr std::uintmax_t kBallast = 3U << 20U;

} // namespace

void TestStoreFaults::theBallastIsForAlarmsAndAcknowledgements()
{
    const SmallDisk disk;
    if (!disk.isMounted())
        QSKIP("needs the right to mount a small file system");
    const test::FakeClock clock;
    const auto writer = smallWriter(disk.folder(), clock, kBallast);
    writer->submit(raiseJob(1));
    QVERIFY(eventually([&] { return writer->storedThrough() == 1 && hasBallast(disk.folder()); }));
    disk.fill();
    for (int i = 0; i < 300; ++i)
        writer->submit(SaveChunk{kSensor, "°C", test::chunkOf(1000, 1000.0 * i), false});
    QVERIFY(eventually([&] { return !writer->shortage().empty(); }));
    for (std::uint64_t seq = 2; seq <= 400; ++seq)
        writer->submit(raiseJob(seq));
    QVERIFY(eventually([&] { return writer->storedThrough() == 400; }));
    QCOMPARE(writer->state(), JournalState::Writing); // nothing is refused to whoever acknowledges
    QVERIFY(!hasBallast(disk.folder()));
    QVERIFY(!writer->shortage().empty());
    disk.clear();
    QVERIFY(eventually([&] { return writer->shortage().empty() && writer->queued() == 0; }));
    QVERIFY(hasBallast(disk.folder()));
    writer->close();
    QVERIFY(complete(disk.folder(), 400));
    QCOMPARE((*StoreReader::open(disk.folder()))->samples(kSensor, fromNanos(0), fromNanos(INT64_MAX))->size(), std::size_t(300));
}

/// Killed, so that all of it is in the log, and started on a disk that has no room even for a reader.
void TestStoreFaults::whatIsInTheLogCountsOnAFullDisk()
{
    const SmallDisk disk;
    if (!disk.isMounted())
        QSKIP("needs the right to mount a small file system");
    const test::FakeClock clock;
    const test::TempFolder temp;
    const auto writer = smallWriter(temp.path(), clock, 0);
    for (std::uint64_t seq = 1; seq <= 50; ++seq)
        writer->submit(raiseJob(seq));
    QVERIFY(eventually([&] { return writer->storedThrough() == 50; }));
    QVERIFY(makeFolder(disk.folder()).ok());
    for (const char *name : {"/journal.db", "/journal.db-wal"})
        QVERIFY(QFile::copy(QString::fromStdString(temp.path() + name), QString::fromStdString(disk.folder() + name)));
    disk.fill();
    const auto reader = StoreReader::open(disk.folder(), true);
    QVERIFY2(reader.ok(), reader ? "" : reader.error().text().c_str());
    QCOMPARE((*reader)->restartState()->lastSeq, EventSeq(50));
    QVERIFY(QFile::exists(QString::fromStdString(disk.folder() + "/journal.db-wal")));
}

void TestStoreFaults::startsOnAFullDisk_data()
{
    QTest::addColumn<bool>("ballast");
    QTest::newRow("with a ballast") << true;
    QTest::newRow("without") << false;
}

/// With a ballast the journal is written at once; without one what was stored can be read, and it is written when there is room.
void TestStoreFaults::startsOnAFullDisk()
{
    QFETCH(bool, ballast);
    const SmallDisk disk;
    if (!disk.isMounted())
        QSKIP("needs the right to mount a small file system");
    const test::FakeClock clock;
    const std::uintmax_t bytes = ballast ? kBallast : 0;
    {
        const auto former = smallWriter(disk.folder(), clock, bytes);
        for (std::uint64_t seq = 1; seq <= 50; ++seq)
            former->submit(raiseJob(seq));
        QVERIFY(eventually([&] { return former->storedThrough() == 50 && former->queued() == 0; }));
        former->close();
    }
    disk.fill();
    const auto writer = smallWriter(disk.folder(), clock, bytes);
    QCOMPARE(writer->state(), ballast ? JournalState::Writing : JournalState::Failing);
    const auto reader = StoreReader::open(disk.folder());
    QVERIFY2(reader.ok(), reader ? "" : reader.error().text().c_str());
    QCOMPARE(*(*reader)->eventCount(), std::uint64_t(50));
    writer->submit(raiseJob(51));
    if (!ballast) {
        QVERIFY2(writer->stateDetail().find("the disk is full") != std::string::npos, writer->stateDetail().c_str());
        disk.clear();
    }
    QVERIFY(eventually([&] { return writer->storedThrough() == 51; }));
    disk.clear();
    QVERIFY(eventually([&] { return writer->shortage().empty() && writer->state() == JournalState::Writing; }));
    writer->close();
    QVERIFY(complete(disk.folder(), 51));
}

QTEST_APPLESS_MAIN(TestStoreFaults)
#include "tst_store_faults.moc"
