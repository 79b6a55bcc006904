// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/store/chain_start.h"
#include "core/store/journal_file.h"
#include "core/store/store_file.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <array>
#include <filesystem>
#include <fstream>

using namespace telltale;
using namespace telltale::store;
namespace fs = std::filesystem;

namespace {

constexpr std::array<Migration, 2> kTwoSteps{{{1, "CREATE TABLE a(x INTEGER); PRAGMA application_id = 77; PRAGMA user_version = 1;"},
                                              {2, "ALTER TABLE a ADD COLUMN y TEXT NOT NULL DEFAULT 'new'; PRAGMA user_version = 2;"}}};
constexpr std::array<Migration, 2> kBadSecondStep{
    {kTwoSteps[0], {2, "CREATE TABLE b(x INTEGER); ALTER TABLE missing ADD COLUMN y; PRAGMA user_version = 2;"}}};

Schema schemaOf(std::span<const Migration> steps)
{
    return {"test book", 77, "PRAGMA journal_mode = WAL;", steps};
}

Database opened(const std::string &path)
{
    auto database = Database::open(path, Database::Mode::Write);
    if (!database)
        qFatal("%s", database.error().text().c_str());
    return std::move(*database);
}

} // namespace

class TestSchema : public QObject {
    Q_OBJECT
private slots:
    void aNewFileGetsEveryStep();
    void anOldFileIsCopiedBeforeItChanges();
    void aFailedStepLeavesTheFileAsItWas();
    void aNewerFileIsLeftAlone();
    void someoneElsesDatabaseIsNotOurs();
    void theBooksAreMarkedAndAtTheirVersion();
    void appendOnlyTablesCannotBeChanged_data();
    void appendOnlyTablesCannotBeChanged();
    void hardeningIsOn();
};

void TestSchema::aNewFileGetsEveryStep()
{
    const test::TempFolder temp;
    const Database database = opened(temp.path("x.db"));
    QVERIFY(upgrade(database, schemaOf(kTwoSteps), temp.path("backup")).ok());
    QCOMPARE(*database.number("PRAGMA user_version"), 2);
    QVERIFY(database.run("INSERT INTO a(x, y) VALUES(1, 'z')").ok());
    QVERIFY(!fs::exists(temp.path("backup")));
}

void TestSchema::anOldFileIsCopiedBeforeItChanges()
{
    const test::TempFolder temp;
    const Database database = opened(temp.path("x.db"));
    QVERIFY(upgrade(database, schemaOf(std::span(kTwoSteps).first(1)), temp.path("unused")).ok());
    QVERIFY(database.run("INSERT INTO a(x) VALUES(41)").ok());
    QVERIFY(upgrade(database, schemaOf(kTwoSteps), temp.path("backup")).ok());
    QCOMPARE(*database.text("SELECT y FROM a"), std::string("new"));
    const Database backup = opened(temp.path("backup"));
    QCOMPARE(*backup.number("PRAGMA user_version"), 1);
    QCOMPARE(*backup.number("SELECT x FROM a"), 41);
    const auto rights = fs::status(temp.path("backup")).permissions() & fs::perms::mask;
    QVERIFY(rights == (fs::perms::owner_read | fs::perms::owner_write));
}

void TestSchema::aFailedStepLeavesTheFileAsItWas()
{
    const test::TempFolder temp;
    const Database database = opened(temp.path("x.db"));
    QVERIFY(upgrade(database, schemaOf(std::span(kTwoSteps).first(1)), temp.path("unused")).ok());
    QVERIFY(!upgrade(database, schemaOf(kBadSecondStep), temp.path("backup")).ok());
    QCOMPARE(*database.number("PRAGMA user_version"), 1);
    QCOMPARE(*database.number("SELECT count(*) FROM sqlite_schema"), 1);
}

void TestSchema::aNewerFileIsLeftAlone()
{
    const test::TempFolder temp;
    const Database database = opened(temp.path("x.db"));
    QVERIFY(upgrade(database, schemaOf(kTwoSteps), temp.path("backup")).ok());
    const auto result = upgrade(database, schemaOf(std::span(kTwoSteps).first(1)), temp.path("backup"));
    QCOMPARE(result.error().kind, ErrorKind::Unsupported);
    QVERIFY(result.error().what.find("newer") != std::string::npos);
    QCOMPARE(*database.number("PRAGMA user_version"), 2);
}

void TestSchema::someoneElsesDatabaseIsNotOurs()
{
    const test::TempFolder temp;
    const Database database = opened(temp.path("x.db"));
    QVERIFY(database.run("CREATE TABLE photos(x)").ok());
    QCOMPARE(checkedVersion(database, journalSchema()).error().kind, ErrorKind::Corrupt);
}

void TestSchema::theBooksAreMarkedAndAtTheirVersion()
{
    const test::TempFolder temp;
    for (const Schema *schema : {&journalSchema(), &historySchema()}) {
        const std::string path = temp.path(schema->name);
        const auto file = openForWriting(path, *schema, {}, test::at(0));
        QVERIFY2(file.ok(), file ? "" : file.error().text().c_str());
        QCOMPARE((*file).database.number("PRAGMA application_id").value(), schema->applicationId);
        QCOMPARE((*file).database.number("PRAGMA user_version").value(), schema->version());
        QCOMPARE((*file).database.text("PRAGMA journal_mode").value(), std::string("wal"));
        QCOMPARE((*file).database.number("PRAGMA synchronous").value(), schema == &journalSchema() ? 2 : 1);
        for (const char *suffix : {"", "-wal", "-shm"})
            QVERIFY((fs::status(path + suffix).permissions() & fs::perms::mask) == (fs::perms::owner_read | fs::perms::owner_write));
    }
}

void TestSchema::appendOnlyTablesCannotBeChanged_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<bool>("refused"); // otherwise it is ignored
    for (const char *table : {"alarm_transition", "explanation", "audit", "definition", "segment"}) {
        const QByteArray name(table);
        const QByteArray key = name == "audit" || name == "definition" || name == "segment" ? "id" : "seq";
        QTest::addRow("update %s", table) << "UPDATE " + name + " SET " + key + " = " + key + " + 100" << true;
        QTest::addRow("delete %s", table) << "DELETE FROM " + name << true;
        QTest::addRow("replace %s", table) << "REPLACE INTO " + name + " SELECT * FROM " + name << false;
    }
    QTest::newRow("replace content") << QByteArray(
        "REPLACE INTO audit SELECT id, at, operator, station, os_user, 'forged', detail FROM audit")
                                     << false;
    QTest::newRow("replace by the other key") << QByteArray(
        "REPLACE INTO definition SELECT id + 5, name, version, 'forged', hash, operator, station, os_user, reason, at "
        "FROM definition") << false;
}

void TestSchema::appendOnlyTablesCannotBeChanged()
{
    QFETCH(QByteArray, sql);
    QFETCH(bool, refused);
    const test::TempFolder temp;
    auto file = openForWriting(temp.path("journal.db"), journalSchema(), {}, test::at(0));
    auto chain = startChain((*file).database, temp.path(), test::at(0));
    auto journal = JournalFile::over(std::move((*file).database), std::move((*chain).chain));
    const Occurrence alarm = test::raisedAlarm(1, 1);
    const StoreJob transition = SaveTransition{test::eventOf(alarm, 1), alarm};
    const StoreJob audit = SaveAudit{test::at(0), {"a", "b", "c"}, "start", "x"};
    const StoreJob definition = SaveDefinition{"plant", "content", {"a", "b", "c"}, "first", test::at(0)};
    const std::array<const StoreJob *, 3> jobs{&transition, &audit, &definition};
    QVERIFY(journal->write(jobs).ok());

    const Database other = opened(temp.path("journal.db"));
    const char *fingerprint = "SELECT (SELECT group_concat(seq || kind) FROM alarm_transition) || (SELECT group_concat(seq || why) FROM "
                              "explanation) || (SELECT group_concat(id || what) FROM audit) || (SELECT group_concat(id || content) FROM "
                              "definition)";
    const std::string before = *other.text(fingerprint);
    QVERIFY(!before.empty());
    const auto result = other.run(sql.constData());
    QCOMPARE(result.ok(), !refused);
    if (refused)
        QCOMPARE(result.error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(*other.text(fingerprint), before);
}

void TestSchema::hardeningIsOn()
{
    const test::TempFolder temp;
    const Database database = opened(temp.path("x.db"));
    QCOMPARE(*database.number("PRAGMA trusted_schema"), 0);
    QCOMPARE(*database.number("PRAGMA foreign_keys"), 1);
    QVERIFY(!database.run("SELECT \"a text in double quotes\"").ok());
    QVERIFY(!database.run("SELECT load_extension('x')").ok());
    QVERIFY(database.run("CREATE TABLE t(x)").ok());
    QVERIFY(!database.run("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema").ok());
}

QTEST_APPLESS_MAIN(TestSchema)
#include "tst_schema.moc"
