// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever in the store opens a database: whenever a statement runs on it, extensions are off, the schema is not trusted, and what would
// change SQLite's own tables is refused. SQLite itself tells of every connection, so that an opener that is added later is seen too.
#include "core/store/data_folder.h"
#include "core/store/folder_backup.h"
#include "core/store/history_archive.h"
#include "core/store/journal_check.h"
#include "core/store/store_reader.h"
#include "tests/support/damage.h"
#include "tests/support/fake_clock.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <sqlite3.h>

#include <array>
#include <mutex>
#include <set>

using namespace telltale;
using namespace telltale::store;
namespace fs = std::filesystem;

namespace {

struct Switch {
    int what;
    const char *name;
    int wanted;
    bool mayDifferInCopies; ///< of a damaged journal, which only lend their rows
};
constexpr std::array<Switch, 6> kSwitches{{{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, "extensions", 0, false},
                                           {SQLITE_DBCONFIG_TRUSTED_SCHEMA, "trusted schema", 0, false},
                                           {SQLITE_DBCONFIG_DQS_DML, "double-quoted texts", 0, false},
                                           {SQLITE_DBCONFIG_DQS_DDL, "double-quoted texts in the schema", 0, false},
                                           {SQLITE_DBCONFIG_DEFENSIVE, "defensive mode", 1, true},
                                           {SQLITE_DBCONFIG_WRITABLE_SCHEMA, "writable schema", 0, true}}};

/// What SQLite has told of all connections of this process.
struct Observed {
    std::mutex mutex;
    std::set<std::string> files; ///< whose connections ran a statement
    std::size_t statements = 0;
    std::vector<std::string> soft;
};
Observed g_observed;

std::string fileOf(sqlite3 *database)
{
    const char *path = sqlite3_db_filename(database, "main");
    return path == nullptr || *path == '\0' ? ":memory:" : fs::path(path).filename().string();
}

int lookAt(unsigned, void *context, void *statement, void *)
{
    auto *database = static_cast<sqlite3 *>(context);
    const std::string file = fileOf(database);
    const bool lends = file.ends_with(".reading") && sqlite3_db_readonly(database, "main") == 1;
    const std::lock_guard lock(g_observed.mutex);
    g_observed.files.insert(file);
    ++g_observed.statements;
    for (const Switch &each : kSwitches) {
        int is = -1;
        sqlite3_db_config(database, each.what, -1, &is);
        if (is != each.wanted && !(lends && each.mayDifferInCopies))
            g_observed.soft.push_back(file + ", " + each.name + ": " + sqlite3_sql(static_cast<sqlite3_stmt *>(statement)));
    }
    return 0;
}

int watch(sqlite3 *database, char **, const void *)
{
    return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, lookAt, database);
}

} // namespace

class TestHardenedConnections : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void theWatchSeesASoftConnection();
    void everyOpenerHardens();
    void everyModeHardens_data();
    void everyModeHardens();
};

void TestHardenedConnections::initTestCase()
{
    QCOMPARE(sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch)), SQLITE_OK);
}

void TestHardenedConnections::init()
{
    const std::lock_guard lock(g_observed.mutex);
    g_observed.soft.clear();
    g_observed.files.clear();
    g_observed.statements = 0;
}

/// Else the rest would prove nothing.
void TestHardenedConnections::theWatchSeesASoftConnection()
{
    const test::TempFolder temp;
    test::RawDatabase(temp.path("soft.db")).run("CREATE TABLE t(x)");
    QVERIFY(g_observed.soft.size() >= 3);
    QVERIFY(g_observed.soft[0].starts_with("soft.db, "));
}

void TestHardenedConnections::everyOpenerHardens()
{
    const test::TempFolder temp;
    const std::string folder = temp.path("data");
    const test::FakeClock clock(test::at(5000));
    test::fillJournal(folder, clock, 1, 8);
    const auto more = test::openedWriter(folder, clock);
    more->submit(SaveChunk{{"line-a/pump1", "temperature"}, "°C", test::chunkOf(1000), true});
    more->close();
    QVERIFY((*StoreReader::open(folder))->restartState().ok());
    QVERIFY(checkJournal(folder).ok());
    QVERIFY(backupFolder(folder, temp.path("copy")).ok());
    QVERIFY(importHistory(folder + kHistoryName, temp.path("copy"), test::at(6000)).ok());
    auto archive = HistoryArchive::open(temp.path("old.history"), test::at(6000));
    QVERIFY(archive.ok());
    test::overwrite(folder + kJournalName, 0, std::string(100, '\xee')); // set aside and salvaged
    test::openedWriter(folder, clock)->close();

    const std::lock_guard lock(g_observed.mutex);
    for (const char *wanted : {"journal.db", "history.db", ":memory:", "old.history"})
        QVERIFY2(g_observed.files.contains(wanted), wanted);
    const auto isCopy = [](const std::string &file) { return file.ends_with(".reading"); };
    QVERIFY(std::any_of(g_observed.files.begin(), g_observed.files.end(), isCopy));
    qInfo("%zu statements on %zu files", g_observed.statements, g_observed.files.size());
    QVERIFY(g_observed.statements > 100);
    QVERIFY2(g_observed.soft.empty(), g_observed.soft.empty() ? "" : g_observed.soft.front().c_str());
}

void TestHardenedConnections::everyModeHardens_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("write") << int(Database::Mode::Write);
    QTest::newRow("read") << int(Database::Mode::Read);
    QTest::newRow("alone") << int(Database::Mode::Alone);
    QTest::newRow("immutable") << int(Database::Mode::Immutable);
}

void TestHardenedConnections::everyModeHardens()
{
    QFETCH(int, mode);
    const test::TempFolder temp;
    QVERIFY(Database::open(temp.path("x.db"), Database::Mode::Write)->run("CREATE TABLE t(x)").ok());
    const auto database = Database::open(temp.path("x.db"), Database::Mode(mode));
    QVERIFY(database.ok());
    QCOMPARE(*database->number("SELECT count(*) FROM t"), 0);
    QCOMPARE(*database->number("PRAGMA trusted_schema"), 0);
    QCOMPARE(*database->number("PRAGMA foreign_keys"), 1);
    QVERIFY2(g_observed.soft.empty(), g_observed.soft.empty() ? "" : g_observed.soft.front().c_str());
    for (const char *sql :
         {"SELECT load_extension('x')", "SELECT \"no such column\"", "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema"})
        QVERIFY2(!database->run(sql).ok(), sql);
}

QTEST_APPLESS_MAIN(TestHardenedConnections)
#include "tst_hardened_connections.moc"
