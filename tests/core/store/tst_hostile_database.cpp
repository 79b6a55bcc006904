// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody with a database tool has put things into journal.db or history.db that act when the program reads or writes there.
#include "core/store/data_folder.h"
#include "core/store/database.h"
#include "core/store/store_reader.h"
#include "tests/support/damage.h"
#include "tests/support/fake_clock.h"
#include "tests/support/raw_database.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <filesystem>

using namespace telltale;
using namespace telltale::store;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kAlarms = 8;
constexpr EventSeq kNext = 3 * kAlarms + 1;
const char *const kEndless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) ";

struct Planted {
    const char *name;
    const char *file;
    std::string sql;
    bool acts; ///< what is merely there stays there
};

const std::vector<Planted> &plants()
{
    static const std::vector<Planted> kPlants{
        {"a trigger that loads a library", kJournalName,
         "CREATE TRIGGER evil AFTER INSERT ON audit BEGIN SELECT load_extension('/tmp/evil.so'); END", true},
        {"a trigger that acknowledges", kJournalName,
         "CREATE TRIGGER evil AFTER INSERT ON alarm_transition BEGIN UPDATE occurrence SET state = 'A', closed = 1; END", true},
        {"a trigger that never ends", kJournalName,
         std::string("CREATE TRIGGER evil AFTER INSERT ON alarm_transition BEGIN SELECT (") + kEndless + "SELECT max(x) FROM n); END",
         true},
        {"a trigger of ours with other words", kJournalName,
         "DROP TRIGGER audit_keeps; CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit BEGIN SELECT load_extension('x'); END", true},
        {"an index over a function", kJournalName, "CREATE INDEX evil ON audit(length(detail))", true},
        {"a column with a default", kJournalName, "ALTER TABLE audit ADD COLUMN evil TEXT DEFAULT 'x'", true},
        {"a view without end in place of a table", kJournalName,
         std::string("DROP TABLE audit; CREATE VIEW audit AS ") + kEndless
             + "SELECT x AS id, 1 AS at, '' AS operator, '' AS station, '' AS os_user, 'x' AS what, 'y' AS detail FROM n",
         true},
        {"a view that loads a library in place of a table", kJournalName,
         "DROP TABLE session; CREATE VIEW session AS SELECT 1 AS one, load_extension('x') AS alive", true},
        {"a view that nobody asks for", kJournalName, "CREATE VIEW evil AS SELECT load_extension('x')", false},
        {"a table of somebody else", kJournalName, "CREATE TABLE photos(x); CREATE VIRTUAL TABLE notes USING fts5(x)", false},
        {"a trigger at the samples", kHistoryName,
         "CREATE TRIGGER evil AFTER INSERT ON chunk BEGIN SELECT load_extension('/tmp/evil.so'); END", true},
        {"a view without end in place of the sensors", kHistoryName,
         std::string("DROP TABLE sensor; CREATE VIEW sensor AS ") + kEndless + "SELECT x AS id, 'a' AS asset, x AS name, '' AS unit FROM n",
         true},
        {"a view beside the samples", kHistoryName, "CREATE VIEW evil AS SELECT load_extension('x')", false},
    };
    return kPlants;
}

/// How many files of this name were set aside.
std::size_t setAsideIn(const std::string &folder, const std::string &name, const char *mark = kDamagedMark)
{
    std::size_t count = 0;
    for (const auto &entry : fs::directory_iterator(folder)) {
        const std::string path = entry.path().string();
        count += path.starts_with(folder + name + mark) && !path.ends_with("-wal") && !path.ends_with("-shm") ? 1 : 0;
    }
    return count;
}

} // namespace

class TestHostileDatabase : public QObject {
    Q_OBJECT
private slots:
    void whatActsIsSetAsideAndWritingGoesOn_data();
    void whatActsIsSetAsideAndWritingGoesOn();
    void aFormatOfALaterSqliteIsSetAsideAndItsRowsAreKept_data();
    void aFormatOfALaterSqliteIsSetAsideAndItsRowsAreKept();
    void nothingInAFileLoadsALibrary_data();
    void nothingInAFileLoadsALibrary();
};

void TestHostileDatabase::whatActsIsSetAsideAndWritingGoesOn_data()
{
    QTest::addColumn<std::size_t>("plant");
    for (std::size_t i = 0; i < plants().size(); ++i)
        QTest::newRow(plants()[i].name) << i;
}

void TestHostileDatabase::whatActsIsSetAsideAndWritingGoesOn()
{
    QFETCH(std::size_t, plant);
    const Planted &planted = plants()[plant];
    const test::TempFolder temp;
    const test::FakeClock clock(test::at(5000));
    test::fillJournal(temp.path(), clock, 1, kAlarms);
    test::RawDatabase(temp.path() + planted.file).run(planted.sql);

    const auto before = StoreReader::open(temp.path());
    const bool journalActs = planted.acts && planted.file == kJournalName;
    QCOMPARE(before.ok(), !journalActs);
    if (journalActs)
        QCOMPARE(before.error().kind, ErrorKind::Corrupt);

    const auto writer = test::openedWriter(temp.path(), clock);
    const Occurrence alarm = test::raisedAlarm(900, kNext);
    writer->submit(SaveTransition{test::eventOf(alarm, kNext), alarm});
    writer->submit(SaveAudit{test::at(5000), {"operator A", "desk 1", "op"}, "look", ""});
    writer->submit(SaveChunk{{"line-a/pump1", "temperature"}, "°C", test::chunkOf(10), false});
    writer->close();
    QCOMPARE(writer->storedThrough(), kNext);
    QCOMPARE(setAsideIn(temp.path(), planted.file), planted.acts ? 1u : 0u);

    const auto after = StoreReader::open(temp.path());
    QVERIFY2(after.ok(), after ? "" : after.error().text().c_str());
    // Half of the alarms were open: they come back whatever happened to the file, and nobody has acknowledged the new one.
    QCOMPARE((*after)->restartState()->open.size(), kAlarms / 2 + 1);
    QVERIFY((*after)->occurrence(900)->state == AlarmState::B);
    QCOMPARE((*after)->samples({"line-a/pump1", "temperature"}, test::at(-10), test::at(100))->size(), 1u);
}

void TestHostileDatabase::aFormatOfALaterSqliteIsSetAsideAndItsRowsAreKept_data()
{
    // The two bytes of the header that say who may write and who may read: sqlite.org/fileformat2.html, 1.3.3.
    QTest::addColumn<QByteArray>("formats");
    QTest::addColumn<QByteArray>("mark");
    QTest::newRow("may be read, not written") << QByteArray("\x18\x02") << QByteArray(kNewerMark);
    QTest::newRow("may not be read either") << QByteArray("\x18\x18") << QByteArray(kDamagedMark);
}

void TestHostileDatabase::aFormatOfALaterSqliteIsSetAsideAndItsRowsAreKept()
{
    QFETCH(QByteArray, formats);
    QFETCH(QByteArray, mark);
    const test::TempFolder temp;
    const test::FakeClock clock(test::at(5000));
    test::fillJournal(temp.path(), clock, 1, kAlarms);
    const std::uint64_t stored = *(*StoreReader::open(temp.path()))->eventCount();
    for (const char *name : {kJournalName, kHistoryName})
        test::overwrite(temp.path() + name, 18, formats.toStdString());
    const auto writer = test::openedWriter(temp.path(), clock);
    if (mark == kNewerMark)
        QVERIFY2(writer->notice().find("expected write format 1 or 2") != std::string::npos, writer->notice().c_str());
    const Occurrence alarm = test::raisedAlarm(900, kNext);
    writer->submit(SaveTransition{test::eventOf(alarm, kNext), alarm});
    writer->close();
    QCOMPARE(writer->storedThrough(), kNext);
    QCOMPARE(setAsideIn(temp.path(), kJournalName, mark.constData()), 1u);
    QCOMPARE(setAsideIn(temp.path(), kHistoryName, mark.constData()), 1u);
    QCOMPARE((*StoreReader::open(temp.path()))->eventCount().value(), stored + 1);
}

void TestHostileDatabase::nothingInAFileLoadsALibrary_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("asked directly") << QByteArray("SELECT load_extension('x')");
    QTest::newRow("through a view") << QByteArray("SELECT * FROM peep");
    QTest::newRow("through a trigger") << QByteArray("INSERT INTO t VALUES(1)");
    QTest::newRow("through an index") << QByteArray("INSERT INTO u VALUES(1)");
    QTest::newRow("through a trigger that writes a file") << QByteArray("INSERT INTO v VALUES(1)");
}

void TestHostileDatabase::nothingInAFileLoadsALibrary()
{
    QFETCH(QByteArray, sql);
    const test::TempFolder temp;
    const std::string path = temp.path("x.db");
    test::RawDatabase(path).run("CREATE TABLE t(x); CREATE TABLE u(x); CREATE TABLE v(x); CREATE VIEW peep AS SELECT load_extension('x');"
                                "CREATE TRIGGER a AFTER INSERT ON t BEGIN SELECT load_extension('x'); END;"
                                "CREATE INDEX b ON u(x) WHERE x > 0; PRAGMA writable_schema = ON;"
                                "UPDATE sqlite_schema SET sql = 'CREATE INDEX b ON u(fts3_tokenizer(x))' WHERE name = 'b';"
                                "CREATE TRIGGER c AFTER INSERT ON v BEGIN SELECT fts3_tokenizer('x', x'00'); END");
    const auto database = Database::open(path, Database::Mode::Write);
    QVERIFY(database.ok());
    const auto ran = database->run(sql.constData());
    QVERIFY(!ran.ok());
    QVERIFY(!ran.error().what.empty());
}

QTEST_APPLESS_MAIN(TestHostileDatabase)
#include "tst_hostile_database.moc"
