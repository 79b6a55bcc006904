// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_writer.h"

#include "core/store/database.h"
#include "core/store/store_reader.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/eventually.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <sys/stat.h>

#include <filesystem>
#include <fstream>

using namespace telltale;
using namespace telltale::store;
using test::eventually;
namespace fs = std::filesystem;

namespace {

std::unique_ptr<StoreWriter> writerFor(const std::string &folder, const Clock &clock, LogSink log = {})
{
    auto writer = StoreWriter::open({.folder = folder, .queueCapacity = 10'000, .vfs = {}}, clock, std::move(log));
    if (!writer)
        qFatal("%s", writer.error().text().c_str());
    return std::move(*writer);
}

std::unique_ptr<StoreReader> readerFor(const std::string &folder)
{
    auto reader = StoreReader::open(folder);
    if (!reader)
        qFatal("%s", reader.error().text().c_str());
    return std::move(*reader);
}

SaveTransition raiseJob(std::uint64_t number)
{
    const Occurrence alarm = test::raisedAlarm(number, number);
    return {test::eventOf(alarm, number, AlarmEventKind::Raise, double(number)), alarm};
}

std::size_t samplesIn(const std::string &folder, const SensorKey &sensor)
{
    const auto chunks = readerFor(folder)->samples(sensor, fromNanos(0), fromNanos(INT64_MAX));
    if (!chunks)
        qFatal("%s", chunks.error().text().c_str());
    std::size_t samples = 0;
    for (const ChunkPtr &chunk : *chunks)
        samples += chunk->size();
    return samples;
}

std::vector<fs::path> damagedFiles(const std::string &folder)
{
    std::vector<fs::path> found;
    for (const auto &entry : fs::directory_iterator(folder))
        if (entry.path().filename().string().find(".damaged-") != std::string::npos)
            found.push_back(entry.path());
    return found;
}

const SensorKey kSensor{"line-a/pump1", "temperature"};

} // namespace

class TestStoreWriter : public QObject {
    Q_OBJECT
private slots:
    void makesAPrivateFolderAndFiles();
    void storedThroughMeansAnotherReaderSeesIt();
    void writesAThousandTransitions();
    void transitionAndOccurrenceBelongTogether();
    void writingTheSameJobAgainChangesNothing();
    void aTakenNumberIsRefusedAndTheRestGoesOn();
    void keepsTheExplanationOfEachRaise();
    void tailsAreReplacedAndChunksEndThem();
    void lateChunksLeaveTheTailAlone();
    void tailsAreOnDiskWithinFiveSeconds();
    void aNewRunKeepsTheTailsOfTheLast();
    void feedHealthKeepsChangesOfState();
    void definitionsAreKeptOncePerContent();
    void continuesTheNumbersOfTheLastRun();
    void aSecondWriterOnlyReads();
    void aNewerJournalIsSetAsideAndGoneOnWith();
    void damagedDatabasesAreSetAside_data();
    void damagedDatabasesAreSetAside();
    void aFolderThatCannotBeWrittenIsNamed();
    void submittingAfterTheEndDoesNothing();
};

void TestStoreWriter::makesAPrivateFolderAndFiles()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    const std::string folder = temp.path("deep/data");
    const auto writer = writerFor(folder, clock);
    QCOMPARE(writer->state(), JournalState::Writing);
    QCOMPARE(fs::status(folder).permissions() & fs::perms::mask, fs::perms::owner_all);
    for (const auto &entry : fs::directory_iterator(folder))
        QVERIFY2((entry.status().permissions() & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none, entry.path().c_str());
}

void TestStoreWriter::storedThroughMeansAnotherReaderSeesIt()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    const auto writer = writerFor(temp.path(), clock);
    QCOMPARE(writer->storedThrough(), EventSeq(0));
    const auto reader = readerFor(temp.path());
    for (std::uint64_t seq = 1; seq <= 20; ++seq) {
        writer->submit(raiseJob(seq));
        QVERIFY(eventually([&] { return writer->storedThrough() >= seq; }));
        const auto count = reader->eventCount();
        QVERIFY(count.ok() && *count >= seq);
    }
}

void TestStoreWriter::writesAThousandTransitions()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    {
        const auto writer = writerFor(temp.path(), clock);
        for (std::uint64_t seq = 1; seq <= 1000; ++seq)
            writer->submit(raiseJob(seq));
        writer->close();
        QCOMPARE(writer->storedThrough(), EventSeq(1000));
        QCOMPARE(writer->queued(), std::size_t(0));
    }
    const auto events =
        readerFor(temp.path())->events({.since = {}, .until = {}, .occurrence = {}, .afterSeq = 0, .limit = 5000, .newestFirst = false});
    QCOMPARE(events->size(), std::size_t(1000));
    for (std::size_t i = 0; i < events->size(); ++i)
        QCOMPARE((*events)[i].seq, EventSeq(i + 1));
}

void TestStoreWriter::transitionAndOccurrenceBelongTogether()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    const auto writer = writerFor(temp.path(), clock);
    const auto reader = readerFor(temp.path());
    for (std::uint64_t seq = 1; seq <= 200; ++seq) {
        SaveTransition job = raiseJob(seq);
        job.event.occurrence = job.occurrence.id = 1;
        writer->submit(std::move(job));
        // Whatever instant the reader hits: the newest event of the alarm and its row say the same number.
        const auto alarm = reader->occurrence(1);
        if (!alarm)
            continue;
        const auto events =
            reader->events({.since = {}, .until = {}, .occurrence = 1, .afterSeq = alarm->lastSeq - 1, .limit = 1, .newestFirst = false});
        QVERIFY(events->size() == 1 && events->front().seq == alarm->lastSeq);
    }
    QVERIFY(eventually([&] { return writer->storedThrough() == 200; }));
    QCOMPARE((*reader->occurrence(1)).lastSeq, EventSeq(200));
}

void TestStoreWriter::writingTheSameJobAgainChangesNothing()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    const auto writer = writerFor(temp.path(), clock);
    SaveTransition ack = raiseJob(2);
    ack.event.occurrence = ack.occurrence.id = 1;
    ack.occurrence.state = AlarmState::C;
    ack.event.kind = AlarmEventKind::Ack;
    for (int i = 0; i < 3; ++i) {
        writer->submit(raiseJob(1));
        writer->submit(ack);
    }
    writer->submit(raiseJob(1)); // an old state does not replace the newer one
    writer->close();
    const auto reader = readerFor(temp.path());
    QCOMPARE(*reader->eventCount(), std::uint64_t(2));
    QCOMPARE((*reader->occurrence(1)).state, AlarmState::C);
    QVERIFY(writer->stateDetail().empty());
}

void TestStoreWriter::aTakenNumberIsRefusedAndTheRestGoesOn()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    const auto writer = writerFor(temp.path(), clock);
    SaveTransition impostor = raiseJob(3);
    impostor.event.seq = 2;
    for (std::uint64_t seq = 1; seq <= 600; ++seq) {
        writer->submit(raiseJob(seq));
        if (seq == 5)
            writer->submit(impostor);
    }
    writer->close();
    QCOMPARE(*readerFor(temp.path())->eventCount(), std::uint64_t(600));
    QVERIFY2(writer->stateDetail().find("number 2 is already taken") != std::string::npos, writer->stateDetail().c_str());
    QCOMPARE(writer->state(), JournalState::Writing);
}

void TestStoreWriter::keepsTheExplanationOfEachRaise()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    auto writer = writerFor(temp.path(), clock);
    SaveTransition second = raiseJob(2);
    second.event.occurrence = second.occurrence.id = 1;
    second.occurrence.why.score = 9.5;
    writer->submit(raiseJob(1));
    writer->submit(second);
    writer.reset();
    const auto database = Database::open(temp.path("journal.db"), Database::Mode::Read);
    QCOMPARE(database->number("SELECT count(*) FROM explanation WHERE occurrence = 1").value(), 2);
    QCOMPARE(database->text("SELECT why -> 'score' FROM explanation WHERE seq = 1").value(), std::string("4.5"));
    QCOMPARE(database->text("SELECT why -> 'score' FROM explanation WHERE seq = 2").value(), std::string("9.5"));
}

void TestStoreWriter::tailsAreReplacedAndChunksEndThem()
{
    const test::TempFolder temp;
    test::FakeClock clock;
    const auto writer = writerFor(temp.path(), clock);
    const auto tail = [&](std::size_t count, double from) {
        writer->submit(SaveTails{{{kSensor, "°C", test::chunkOf(count, from), false}}});
        clock.advance(std::chrono::seconds{5});
    };
    tail(10, 0);
    QVERIFY(eventually([&] { return samplesIn(temp.path(), kSensor) == 10; }));
    tail(25, 0);
    QVERIFY(eventually([&] { return samplesIn(temp.path(), kSensor) == 25; }));
    writer->submit(SaveChunk{kSensor, "°C", test::chunkOf(1024, 0), false});
    QVERIFY(eventually([&] { return samplesIn(temp.path(), kSensor) == 1024; }));
    tail(5, 1024);
    QVERIFY(eventually([&] { return samplesIn(temp.path(), kSensor) == 1029; }));
}

void TestStoreWriter::lateChunksLeaveTheTailAlone()
{
    const test::TempFolder temp;
    test::FakeClock clock;
    const auto writer = writerFor(temp.path(), clock);
    writer->submit(SaveTails{{{kSensor, "°C", test::chunkOf(10, 1000), false}}});
    clock.advance(std::chrono::seconds{5});
    QVERIFY(eventually([&] { return samplesIn(temp.path(), kSensor) == 10; }));
    writer->submit(SaveChunk{kSensor, "°C", test::chunkOf(7, 0), true});
    QVERIFY(eventually([&] { return samplesIn(temp.path(), kSensor) == 17; }));
    // The same while the tail still waits in memory.
    writer->submit(SaveTails{{{kSensor, "°C", test::chunkOf(20, 1000), false}}});
    writer->submit(SaveChunk{kSensor, "°C", test::chunkOf(3, 100), true});
    writer->close();
    QCOMPARE(samplesIn(temp.path(), kSensor), std::size_t(30));
}

void TestStoreWriter::tailsAreOnDiskWithinFiveSeconds()
{
    const test::TempFolder temp;
    test::FakeClock clock;
    const auto writer = writerFor(temp.path(), clock);
    writer->submit(SaveTails{{{kSensor, "°C", test::chunkOf(10), false}, {{"line-a/pump1", "current"}, "A", test::chunkOf(4), false}}});
    writer->submit(raiseJob(1));
    QVERIFY(eventually([&] { return writer->storedThrough() == 1; }));
    QCOMPARE(samplesIn(temp.path(), kSensor), std::size_t(0)); // our clock stands still: nothing is old enough
    clock.advance(std::chrono::milliseconds{4900});
    QVERIFY(eventually([&] { return samplesIn(temp.path(), kSensor) == 10; }));
    QCOMPARE(samplesIn(temp.path(), {"line-a/pump1", "current"}), std::size_t(4));
}

void TestStoreWriter::aNewRunKeepsTheTailsOfTheLast()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    for (int run = 0; run < 3; ++run) {
        const auto writer = writerFor(temp.path(), clock);
        writer->submit(SaveTails{{{kSensor, "°C", test::chunkOf(10, 100.0 * run), false}}});
        writer->close();
        QCOMPARE(samplesIn(temp.path(), kSensor), std::size_t(10 * (run + 1)));
    }
}

void TestStoreWriter::feedHealthKeepsChangesOfState()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    const auto writer = writerFor(temp.path(), clock);
    for (int i = 0; i < 50; ++i) {
        FeedHealth health;
        health.address = "tcp://127.0.0.1:5556";
        health.state = i == 20 ? FeedState::Lost : FeedState::Live;
        health.frames = std::uint64_t(i);
        health.rejects = {{"bad-json", 3}};
        writer->submit(SaveFeedHealth{test::at(i), health});
    }
    writer->close();
    const auto rows = readerFor(temp.path())->feedHealth(test::at(0), test::at(100));
    QCOMPARE(rows->size(), std::size_t(3));
    QCOMPARE((*rows)[0].health.frames, std::uint64_t(19)); // newest of the first stretch
    QCOMPARE((*rows)[1].health.state, FeedState::Lost);
    QCOMPARE((*rows)[2].health.frames, std::uint64_t(49));
    QVERIFY((*rows)[2].at == test::at(49));
    QCOMPARE((*rows)[0].health.rejects.at("bad-json"), std::uint64_t(3));
}

void TestStoreWriter::definitionsAreKeptOncePerContent()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    auto writer = writerFor(temp.path(), clock);
    std::uint32_t version = 4;
    for (const char *content : {"one", "one", "two", "one"})
        writer->submit(SaveDefinition{"plant", content, {"a", "b", "c"}, "why", test::at(0), ++version});
    writer.reset();
    const auto database = Database::open(temp.path("journal.db"), Database::Mode::Read);
    QCOMPARE(database->text("SELECT group_concat(version || content) FROM (SELECT * FROM definition ORDER BY version)").value(),
             std::string("5one,7two,8one"));
    QCOMPARE(database->number("SELECT count(DISTINCT hash) FROM definition WHERE length(hash) = 64").value(), 2);
}

void TestStoreWriter::continuesTheNumbersOfTheLastRun()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    {
        const auto writer = writerFor(temp.path(), clock);
        writer->submit(raiseJob(41));
    }
    QCOMPARE(writerFor(temp.path(), clock)->storedThrough(), EventSeq(41));
}

void TestStoreWriter::aSecondWriterOnlyReads()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    auto first = writerFor(temp.path(), clock);
    const auto second = writerFor(temp.path(), clock);
    QCOMPARE(second->state(), JournalState::ReadOnly);
    QVERIFY2(second->stateDetail().find("another instance of Telltale") != std::string::npos, second->stateDetail().c_str());
    second->submit(raiseJob(7));
    first->submit(raiseJob(1));
    first->close();
    second->close();
    QCOMPARE(*readerFor(temp.path())->eventCount(), std::uint64_t(1));
    first.reset();
    QCOMPARE(writerFor(temp.path(), clock)->state(), JournalState::Writing);
}

void TestStoreWriter::aNewerJournalIsSetAsideAndGoneOnWith()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    auto writer = writerFor(temp.path(), clock);
    writer->submit(raiseJob(1));
    writer->close();
    QVERIFY(Database::open(temp.path("journal.db"), Database::Mode::Write)->run("PRAGMA user_version = 99").ok());
    QCOMPARE(StoreReader::open(temp.path()).error().kind, ErrorKind::Unsupported); // who only reads says so
    writer = writerFor(temp.path(), clock);
    QCOMPARE(writer->state(), JournalState::Writing);
    QVERIFY2(writer->notice().find("it was written by a newer Telltale") != std::string::npos, writer->notice().c_str());
    QCOMPARE(*readerFor(temp.path())->eventCount(), std::uint64_t(1));
    QVERIFY(damagedFiles(temp.path()).empty()); // it is not damaged, and named otherwise
}

void TestStoreWriter::damagedDatabasesAreSetAside_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("damage");
    for (const char *file : {"journal.db", "history.db"})
        for (const char *damage : {"garbage", "header", "truncated", "zeroed page", "folder", "somebody else's"})
            QTest::addRow("%s %s", file, damage) << file << damage;
}

void TestStoreWriter::damagedDatabasesAreSetAside()
{
    QFETCH(QString, file);
    QFETCH(QString, damage);
    const test::TempFolder temp;
    const test::FakeClock clock;
    const std::string path = temp.path(file.toStdString());
    {
        const auto writer = writerFor(temp.path(), clock);
        for (std::uint64_t seq = 1; seq <= 50; ++seq)
            writer->submit(raiseJob(seq));
        writer->submit(SaveChunk{kSensor, "°C", test::chunkOf(1000), false});
    }
    std::fstream content(path, std::ios::in | std::ios::out | std::ios::binary);
    if (damage == "garbage") {
        content.close();
        std::ofstream(path, std::ios::trunc) << std::string(5000, 'x');
    } else if (damage == "header") {
        content.seekp(20).write("\xff\xff\xff\xff\xff\xff\xff\xff", 8);
    } else if (damage == "truncated") {
        content.close();
        fs::resize_file(path, fs::file_size(path) / 2);
    } else if (damage == "zeroed page") {
        content.seekp(4096).write(std::string(4096, '\0').data(), 4096);
    } else {
        content.close();
        fs::remove(path);
        if (damage == "folder")
            fs::create_directory(path);
        else
            QVERIFY(Database::open(path, Database::Mode::Write)->run("CREATE TABLE photos(x)").ok());
    }
    content.close();

    const auto writer = writerFor(temp.path(), clock);
    QCOMPARE(writer->state(), JournalState::Writing);
    const auto aside = damagedFiles(temp.path());
    QVERIFY2(!aside.empty(), "nothing was set aside");
    QVERIFY2(writer->stateDetail().find(aside.front().filename().string().substr(0, 30)) != std::string::npos,
             writer->stateDetail().c_str());
    writer->submit(raiseJob(51));
    writer->submit(SaveChunk{kSensor, "°C", test::chunkOf(10), false});
    writer->close();
    QVERIFY(*readerFor(temp.path())->eventCount() >= 1);
    QVERIFY(samplesIn(temp.path(), kSensor) >= 10);
}

void TestStoreWriter::aFolderThatCannotBeWrittenIsNamed()
{
    const test::FakeClock clock;
    const test::TempFolder temp;
    std::ofstream(temp.path("file")) << "x";
    for (const std::string &folder : {temp.path("file"), temp.path("file/below"), std::string("/proc"), std::string("/proc/telltale")}) {
        const auto writer = StoreWriter::open({.folder = folder, .queueCapacity = 10, .vfs = {}}, clock);
        QVERIFY2(!writer.ok(), folder.c_str());
        QCOMPARE(writer.error().kind, ErrorKind::Io);
        QVERIFY2(writer.error().text().find(folder) != std::string::npos, writer.error().text().c_str());
    }
}

void TestStoreWriter::submittingAfterTheEndDoesNothing()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    const auto writer = writerFor(temp.path(), clock);
    writer->close();
    writer->close();
    writer->submit(raiseJob(1));
    QCOMPARE(writer->queued(), std::size_t(0));
    QCOMPARE(*readerFor(temp.path())->eventCount(), std::uint64_t(0));
}

QTEST_APPLESS_MAIN(TestStoreWriter)
#include "tst_store_writer.moc"
