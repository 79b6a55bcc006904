// SPDX-License-Identifier: GPL-3.0-or-later
// A start on a damaged data folder: the program is up, nothing is deleted, what was open comes back as far as it can be read, people are
// told. TELLTALE_RUNS sets how often each damage is done to each file.
#include "core/base/sha256.h"
#include "core/pipeline/pipeline.h"
#include "core/store/journal_check.h"
#include "core/store/schema.h"
#include "core/store/store_file.h"
#include "core/store/store_reader.h"
#include "tests/support/damage.h"
#include "tests/support/eventually.h"
#include "tests/support/fake_clock.h"
#include "tests/support/item_builders.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <set>

using namespace telltale;
using namespace telltale::test;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kAlarms = 60;
constexpr std::size_t kOpen = kAlarms / 2; ///< jobsOfAlarm closes every second one
constexpr std::uint32_t kSeed = 20261123;

/// Hashes of all files below a folder.
std::set<std::string> contents(const std::string &folder)
{
    std::set<std::string> hashes;
    for (const auto &entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            hashes.insert(*sha256OfFile(entry.path().string()));
    return hashes;
}

/// Hashes of a database and of its log.
std::set<std::string> contentOf(const std::string &database)
{
    std::set<std::string> hashes;
    for (const char *suffix : {"", "-wal"})
        if (fs::is_regular_file(database + suffix))
            hashes.insert(*sha256OfFile(database + suffix));
    return hashes;
}

bool isToldIn(const Snapshot &snapshot)
{
    return std::ranges::any_of(*snapshot.alarms, [](const Occurrence &alarm) {
        return alarm.definition.source.asset == "system" && alarm.definition.what.starts_with("journal ");
    });
}

std::size_t formerAlarms(const Snapshot &snapshot)
{
    return std::size_t(std::ranges::count_if(
        *snapshot.alarms, [](const Occurrence &alarm) { return alarm.definition.source.asset.starts_with("line-a/pump"); }));
}

bool wasSetAside(const std::string &folder)
{
    return std::any_of(fs::directory_iterator(folder), {}, [](const fs::directory_entry &entry) {
        const std::string name = entry.path().filename().string();
        return name.find(".db.damaged-") != std::string::npos || name.find(".db.newer-") != std::string::npos;
    });
}

} // namespace

class TestPipelineDamage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void theProgramIsUp_data();
    void theProgramIsUp();
    void anAlarmWhoseRowIsDamagedComesBack();
    void aSalvageThatWasInterruptedIsMadeAgain();
    void aLogThatWasNotSetAsideYetIsReadToo();
    void whatWasNotCopiedIsReadBehindAnEmptyJournal();
    void aLargeHistoryIsDamaged();

private:
    /// A start on such a folder brings all alarms, events and notes of the journal back that was set aside.
    void startBringsAllBack(const std::string &folder);
    void start(const std::string &folder, const std::string &damaged, const std::string &said);

    TempFolder m_original;
    const SystemClock m_clock{};
    std::size_t m_back = 0;
    int m_starts = 0;
    int m_aside = 0;
};

/// Once as a program leaves it that ends, once as one that was killed: with its write-ahead logs.
void TestPipelineDamage::initTestCase()
{
    const FakeClock clock;
    const auto writer = openedWriter(m_original.path("live"), clock);
    for (std::uint64_t number = 1; number <= kAlarms; ++number)
        for (store::StoreJob &job : jobsOfAlarm(number))
            writer->submit(std::move(job));
    for (int i = 0; i < 40; ++i)
        writer->submit(store::SaveChunk{{"line-a", "x" + std::to_string(i % 4)}, "", chunkOf(500, 500.0 * i), false});
    QVERIFY(eventually([&] { return writer->queued() == 0; }));
    fs::copy(m_original.path("live"), m_original.path("killed"), fs::copy_options::recursive);
    writer->close();
    fs::copy(m_original.path("live"), m_original.path("ended"), fs::copy_options::recursive);
    QVERIFY(fs::exists(m_original.path("killed/journal.db-wal")) && !fs::exists(m_original.path("ended/journal.db-wal")));
}

void TestPipelineDamage::theProgramIsUp_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("damage");
    for (const char *file : {"journal.db", "history.db"})
        for (std::size_t i = 0; i < damages().size(); ++i)
            QTest::addRow("%s, %s", file, damages()[i].name) << QString(file) << int(i);
}

void TestPipelineDamage::theProgramIsUp()
{
    QFETCH(QString, file);
    QFETCH(int, damage);
    m_back = 0;
    m_starts = m_aside = 0;
    const int wanted = runs(2);
    for (int run = 0; run < wanted; ++run) {
        std::mt19937 random(kSeed + std::uint32_t(run));
        const TempFolder temp;
        const std::string folder = temp.path("data");
        fs::copy(m_original.path(run % 2 == 0 ? "ended" : "killed"), folder, fs::copy_options::recursive);
        damages()[std::size_t(damage)].happen(folder + '/' + file.toStdString(), random);
        start(folder, file.toStdString(), "seed " + std::to_string(kSeed) + ", run " + std::to_string(run));
    }
    qInfo("%d starts, %d files set aside, %zu of %zu open alarms came back", m_starts, m_aside, m_back, std::size_t(m_starts) * kOpen);
}

void TestPipelineDamage::start(const std::string &folder, const std::string &damaged, const std::string &said)
{
    const std::set<std::string> before = contentOf(folder + '/' + damaged);
    pipeline::PipelineSettings settings;
    settings.plant = bandPlant({"line-a"});
    settings.dataFolder = folder;
    auto running = pipeline::Pipeline::start(std::move(settings), m_clock);
    QVERIFY2(running.ok(), running ? "" : (said + ": " + running.error().text()).c_str());
    QVERIFY2(eventually([&] { return (*running)->latest() && (*running)->latest()->health.journal == JournalState::Writing; }),
             said.c_str());
    const bool aside = wasSetAside(folder);
    const auto check = store::checkJournal(folder);
    QVERIFY2(check.ok(), said.c_str());
    if (aside || !check->good())
        QVERIFY2(eventually([&] { return isToldIn(*(*running)->latest()); }), (said + ": " + check->verdict()).c_str());
    if (aside && damaged == "journal.db")
        QVERIFY2(!check->firstBad, (said + ": " + check->verdict()).c_str());
    m_starts += 1;
    m_aside += aside ? 1 : 0;
    m_back += formerAlarms(*(*running)->latest());
    if (damaged == "history.db")
        QCOMPARE(formerAlarms(*(*running)->latest()), kOpen);
    (*running)->stop();
    const std::set<std::string> after = contents(folder);
    if (aside) // with every byte, also of the log
        QVERIFY2(std::ranges::includes(after, before), said.c_str());
}

void TestPipelineDamage::anAlarmWhoseRowIsDamagedComesBack()
{
    const TempFolder temp;
    const std::string folder = temp.path("data");
    fs::copy(m_original.path("ended"), folder, fs::copy_options::recursive);
    {
        const RawDatabase database(folder + "/journal.db");
        database.run("UPDATE occurrence SET definition = '{\"source\":' WHERE id = 7");
        database.run("UPDATE occurrence SET state = 'Q' WHERE id = 9");
    }
    pipeline::PipelineSettings settings;
    settings.plant = bandPlant({"line-a"});
    settings.dataFolder = folder;
    auto running = pipeline::Pipeline::start(std::move(settings), m_clock);
    QVERIFY2(running.ok(), running ? "" : running.error().text().c_str());
    QVERIFY(eventually([&] { return (*running)->latest() && isToldIn(*(*running)->latest()); }));
    const SnapshotPtr snapshot = (*running)->latest();
    QCOMPARE(formerAlarms(*snapshot), kOpen);
    for (const Occurrence &alarm : *snapshot->alarms) {
        if (alarm.id != 7 && alarm.id != 9)
            continue;
        QCOMPARE(alarm.state, AlarmState::C);
        QCOMPARE(alarm.definition.source.asset, "line-a/pump" + std::to_string(alarm.id % 7));
        QCOMPARE(alarm.ackedBy.operatorName, std::string("operator A"));
    }
}

void TestPipelineDamage::aSalvageThatWasInterruptedIsMadeAgain()
{
    const TempFolder temp;
    const std::string folder = temp.path("data");
    fs::copy(m_original.path("ended"), folder, fs::copy_options::recursive);
    fs::rename(folder + "/journal.db", folder + "/journal.db.damaged-20261122T000000Z"); // and then it was killed
    startBringsAllBack(folder);
}

/// Killed between the renames: some of the rows are in the file, the newest only in the log.
void TestPipelineDamage::aLogThatWasNotSetAsideYetIsReadToo()
{
    const TempFolder temp;
    const std::string folder = temp.path("data");
    fs::copy(m_original.path("ended"), temp.path("live"), fs::copy_options::recursive);
    const auto writer = openedWriter(temp.path("live"), m_clock);
    for (store::StoreJob &job : jobsOfAlarm(kAlarms + 2)) // closed, as every second one
        writer->submit(std::move(job));
    QVERIFY(eventually([&] { return writer->queued() == 0; }));
    fs::copy(temp.path("live"), folder, fs::copy_options::recursive);
    fs::rename(folder + "/journal.db", folder + "/journal.db.damaged-20261122T000000Z");
    startBringsAllBack(folder);
    QVERIFY(fs::exists(folder + "/journal.db.damaged-20261122T000000Z-wal"));
    QCOMPARE((*store::StoreReader::open(folder))->search("note 62", 10)->size(), std::size_t(1));
}

/// Killed before the rows were copied, and then the new journal was damaged too.
void TestPipelineDamage::whatWasNotCopiedIsReadBehindAnEmptyJournal()
{
    const TempFolder temp;
    const std::string folder = temp.path("data");
    fs::copy(m_original.path("ended"), folder, fs::copy_options::recursive);
    fs::rename(folder + "/journal.db", folder + "/journal.db.damaged-20261122T000000Z");
    QVERIFY(store::openForWriting(folder + "/journal.db", store::journalSchema(), {}, m_clock.utcNow()).ok());
    overwrite(folder + "/journal.db", 0, std::string(16, 'x'));
    startBringsAllBack(folder);
}

void TestPipelineDamage::startBringsAllBack(const std::string &folder)
{
    pipeline::PipelineSettings settings;
    settings.plant = bandPlant({"line-a"});
    settings.dataFolder = folder;
    auto running = pipeline::Pipeline::start(std::move(settings), m_clock);
    QVERIFY2(running.ok(), running ? "" : running.error().text().c_str());
    QVERIFY(eventually([&] { return (*running)->latest() != nullptr; }));
    QCOMPARE(formerAlarms(*(*running)->latest()), kOpen);
    (*running)->stop();
    const auto reader = store::StoreReader::open(folder);
    QVERIFY(*(*reader)->eventCount() >= 2 * kAlarms);
    QCOMPARE((*reader)->search("note 12", 10)->size(), std::size_t(1)); // its words can be searched again
}

/// Too large to be looked through at the start: its damage shows when the tails of the former run are read.
void TestPipelineDamage::aLargeHistoryIsDamaged()
{
    const TempFolder temp;
    const std::string folder = temp.path("data");
    fs::copy(m_original.path("ended"), folder, fs::copy_options::recursive);
    ruinPage(folder + "/history.db", rootPage(folder + "/history.db", "tail"));
    makeLarge(folder + "/history.db");
    m_starts = m_aside = 0;
    start(folder, "history.db", "large");
    QCOMPARE(m_aside, 1);
}

QTEST_APPLESS_MAIN(TestPipelineDamage)
#include "tst_pipeline_damage.moc"
