// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/data_folder.h"

#include "tests/support/alarm_builders.h"
#include "tests/support/temp_folder.h"

#include <QFile>
#include <QtTest>

#include <sys/stat.h>

#include <filesystem>
#include <fstream>

using namespace telltale;
using namespace telltale::store;
namespace fs = std::filesystem;

namespace {

unsigned modeOf(const std::string &path)
{
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : 0U;
}

void writeFile(const std::string &path, const std::string &text)
{
    std::ofstream(path, std::ios::binary) << text;
}

} // namespace

class TestDataFolder : public QObject {
    Q_OBJECT
private slots:
    void makesFoldersForTheOwnerOnly();
    void leavesAnExistingFolderAsItIs();
    void makesFilesForTheOwnerOnly();
    void saysWhichFolderCannotBeMade_data();
    void saysWhichFolderCannotBeMade();
    void onlyOneHoldsTheLock();
    void theLockComesBackWhenItsHolderEnds();
    void setsAsideWithoutDeletingAnything();
    void aLogFollowsItsDatabase();
    void aLogThatIsYoungerStays();
    void whatWasSetAsideIsListed();
};

void TestDataFolder::makesFoldersForTheOwnerOnly()
{
    const test::TempFolder temp;
    QVERIFY(makeFolder(temp.path("a/b/c")).ok());
    QCOMPARE(modeOf(temp.path("a")), 0700U);
    QCOMPARE(modeOf(temp.path("a/b/c")), 0700U);
}

void TestDataFolder::leavesAnExistingFolderAsItIs()
{
    const test::TempFolder temp;
    QCOMPARE(::mkdir(temp.path("shared").c_str(), 0750), 0);
    const unsigned before = modeOf(temp.path("shared"));
    QVERIFY(makeFolder(temp.path("shared")).ok());
    QCOMPARE(modeOf(temp.path("shared")), before);
}

void TestDataFolder::makesFilesForTheOwnerOnly()
{
    const test::TempFolder temp;
    QVERIFY(makePrivateFile(temp.path("x.db")).ok());
    QCOMPARE(modeOf(temp.path("x.db")), 0600U);
    writeFile(temp.path("x.db"), "content");
    QVERIFY(makePrivateFile(temp.path("x.db")).ok());
    QCOMPARE(fs::file_size(temp.path("x.db")), std::uintmax_t(7));
}

void TestDataFolder::saysWhichFolderCannotBeMade_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("below a file") << QStringLiteral("file/data");
    QTest::newRow("is a file") << QStringLiteral("file");
    QTest::newRow("not a real file system") << QStringLiteral("/proc/telltale");
}

void TestDataFolder::saysWhichFolderCannotBeMade()
{
    QFETCH(QString, folder);
    const test::TempFolder temp;
    writeFile(temp.path("file"), "x");
    const std::string path = folder.startsWith('/') ? folder.toStdString() : temp.path(folder.toStdString());
    const auto made = makeFolder(path);
    QVERIFY(!made.ok());
    QCOMPARE(made.error().kind, ErrorKind::Io);
    QVERIFY(made.error().text().find(path) != std::string::npos);
}

void TestDataFolder::onlyOneHoldsTheLock()
{
    const test::TempFolder temp;
    const auto first = FolderLock::take(temp.path());
    QVERIFY(first.ok());
    const auto second = FolderLock::take(temp.path());
    QVERIFY(!second.ok());
    QCOMPARE(second.error().kind, ErrorKind::Busy);
    QVERIFY2(second.error().what.find(std::to_string(::getpid())) != std::string::npos, second.error().what.c_str());
    QCOMPARE(modeOf(temp.path("telltale.lock")), 0600U);
}

void TestDataFolder::theLockComesBackWhenItsHolderEnds()
{
    const test::TempFolder temp;
    {
        const auto first = FolderLock::take(temp.path());
        QVERIFY(first.ok());
    }
    QVERIFY(FolderLock::take(temp.path()).ok());
}

void TestDataFolder::setsAsideWithoutDeletingAnything()
{
    const test::TempFolder temp;
    std::vector<std::string> places;
    for (const char *content : {"first", "second"}) {
        writeFile(temp.path("journal.db"), content);
        writeFile(temp.path("journal.db-wal"), std::string(content) + " wal");
        const auto aside = setAside(temp.path("journal.db"), test::at(0));
        QVERIFY(aside.ok());
        QVERIFY(!fs::exists(temp.path("journal.db")) && !fs::exists(temp.path("journal.db-wal")));
        places.push_back(*aside);
    }
    QCOMPARE(places[0], temp.path("journal.db.damaged-20261118T122640Z"));
    QVERIFY(places[0] != places[1]);
    for (const std::string &place : places)
        QVERIFY(fs::exists(place) && fs::exists(place + "-wal"));
}

void TestDataFolder::aLogFollowsItsDatabase()
{
    const test::TempFolder temp;
    writeFile(temp.path("x.db"), "x");
    writeFile(temp.path("x.db-wal"), "log");
    writeFile(temp.path("x.db-shm"), "shared");
    QVERIFY(finishSetAside(temp.path("x.db")).ok()); // nothing was set aside
    QVERIFY(fs::exists(temp.path("x.db-wal")));
    fs::rename(temp.path("x.db"), temp.path("x.db.damaged-20261118T122640Z"));
    QVERIFY(finishSetAside(temp.path("x.db")).ok());
    QVERIFY(!fs::exists(temp.path("x.db-wal")) && !fs::exists(temp.path("x.db-shm")));
    QVERIFY(fs::exists(temp.path("x.db.damaged-20261118T122640Z-wal")) && fs::exists(temp.path("x.db.damaged-20261118T122640Z-shm")));
}

/// Of a later database that somebody has deleted.
void TestDataFolder::aLogThatIsYoungerStays()
{
    const test::TempFolder temp;
    writeFile(temp.path("x.db.damaged-20261118T122640Z"), "x");
    writeFile(temp.path("x.db-wal"), "log");
    fs::last_write_time(temp.path("x.db-wal"), fs::file_time_type::clock::now() + std::chrono::hours(1));
    QVERIFY(finishSetAside(temp.path("x.db")).ok());
    QVERIFY(fs::exists(temp.path("x.db-wal")) && !fs::exists(temp.path("x.db.damaged-20261118T122640Z-wal")));
}

void TestDataFolder::whatWasSetAsideIsListed()
{
    const test::TempFolder temp;
    for (const char *name : {"x.db", "x.db.damaged-20261118T122640Z", "x.db.damaged-20261118T122640Z-wal", "x.db.newer-20261119T000000Z",
                             "x.db.damaged-20261118T122640Z-2", "x.db.newer-20261119T000000Z.reading", "y.db.damaged-20261120T000000Z"})
        writeFile(temp.path(name), "x");
    const std::vector<std::string> wanted{temp.path("x.db.newer-20261119T000000Z"), temp.path("x.db.damaged-20261118T122640Z-2"),
                                          temp.path("x.db.damaged-20261118T122640Z")};
    QVERIFY(setAsideOf(temp.path("x.db")) == wanted);
    QCOMPARE(setAsideOf(temp.path() + "//x.db").size(), wanted.size()); // a folder as people write it
}

QTEST_APPLESS_MAIN(TestDataFolder)
#include "tst_data_folder.moc"
