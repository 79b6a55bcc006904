// SPDX-License-Identifier: GPL-3.0-or-later
// The copy of a data folder: it can be verified and gone on with, and half of it is never taken for one.
#include "core/store/folder_backup.h"

#include "core/store/chain_link.h"
#include "core/store/data_folder.h"
#include "core/store/journal_check.h"
#include "tests/support/fake_clock.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <sys/stat.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

using namespace telltale;
using namespace telltale::store;
namespace fs = std::filesystem;

namespace {

std::set<std::string> filesIn(const std::string &folder)
{
    std::set<std::string> names;
    for (const auto &entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            names.insert(fs::relative(entry.path(), folder).string());
    return names;
}

unsigned modeOf(const std::string &path)
{
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : 0U;
}

/// What is wrong with a folder's journal; empty = nothing.
std::string wrongWith(const std::string &folder)
{
    const auto check = checkJournal(folder);
    return !check ? check.error().text() : check->good() ? std::string() : check->verdict();
}

const std::set<std::string> kWhole{"history.db", "journal.anchor", "journal.db", "keys/journal.key"};

} // namespace

class TestFolderBackup : public QObject {
    Q_OBJECT
private slots:
    void theCopyIsVerifiedAndGoneOnWith();
    void theJournalGoesOnMeanwhile();
    void formerKeysComeToo();
    void aCopyThatFailedIsMadeAgain();
    void aCopyThatWasKilledAtTheEndIsMadeAgain();
    void itOverwritesNothing_data();
    void itOverwritesNothing();
};

void TestFolderBackup::theCopyIsVerifiedAndGoneOnWith()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path("data"), clock, 1, 5);
    const auto copied = backupFolder(temp.path("data"), temp.path("copy"));
    QVERIFY2(copied.ok(), copied ? "" : copied.error().text().c_str());
    QVERIFY(filesIn(temp.path("copy")) == kWhole);
    for (const std::string &name : kWhole)
        QCOMPARE(modeOf(temp.path("copy/" + name)), 0600U);
    QCOMPARE(modeOf(temp.path("copy/keys")), 0700U);
    QCOMPARE(wrongWith(temp.path("copy")), std::string());
    const auto writer = test::openedWriter(temp.path("copy"), clock);
    QCOMPARE(writer->stateDetail(), std::string());
    for (StoreJob &job : test::jobsOfAlarm(6))
        writer->submit(std::move(job));
    writer->close();
    QCOMPARE(wrongWith(temp.path("copy")), std::string());
    QCOMPARE(chainSegments(*Database::open(temp.path("copy/journal.db"), Database::Mode::Read))->size(), std::size_t(1));
}

/// The journal of the copy is then longer than its anchor says, never shorter.
void TestFolderBackup::theJournalGoesOnMeanwhile()
{
    const test::TempFolder temp;
    const SystemClock clock{};
    const auto writer = test::openedWriter(temp.path("data"), clock);
    std::atomic<bool> stop = false;
    std::thread busy([&] {
        for (std::uint64_t number = 1; !stop && number < 3000; ++number)
            for (StoreJob &job : test::jobsOfAlarm(number))
                writer->submit(std::move(job));
    });
    std::string wrong;
    for (int round = 0; round < 10 && wrong.empty(); ++round) {
        const std::string copy = temp.path("copy" + std::to_string(round));
        const auto copied = backupFolder(temp.path("data"), copy);
        wrong = copied ? wrongWith(copy) : copied.error().text();
    }
    stop = true;
    busy.join();
    QCOMPARE(wrong, std::string());
}

void TestFolderBackup::formerKeysComeToo()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path("data"), clock, 1, 5);
    fs::rename(temp.path("data/keys/journal.key"), temp.path("data/keys/former.key"));
    test::fillJournal(temp.path("data"), clock, 6, 8);
    std::ofstream(temp.path("data/keys/station.secret")) << "of an encrypted feed";
    QVERIFY(backupFolder(temp.path("data"), temp.path("copy")).ok());
    QVERIFY(fs::exists(temp.path("copy/keys/former.key")));
    QVERIFY(!fs::exists(temp.path("copy/keys/station.secret")));
    QCOMPARE(wrongWith(temp.path("copy")), std::string());
}

void TestFolderBackup::aCopyThatFailedIsMadeAgain()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path("data"), clock, 1, 5);
    for (const char *name : {"history.db", "journal.db"}) {
        fs::rename(temp.path(std::string("data/") + name), temp.path("away"));
        QVERIFY(!backupFolder(temp.path("data"), temp.path("copy")).ok());
        for (const std::string &part : kWhole)
            QVERIFY2(!fs::exists(temp.path("copy/" + part)), part.c_str());
        fs::rename(temp.path("away"), temp.path(std::string("data/") + name));
    }
    const auto again = backupFolder(temp.path("data"), temp.path("copy"));
    QVERIFY2(again.ok(), again ? "" : again.error().text().c_str());
    QVERIFY(filesIn(temp.path("copy")) == kWhole);
    QCOMPARE(wrongWith(temp.path("copy")), std::string());
}

/// All has its name but the journal.
void TestFolderBackup::aCopyThatWasKilledAtTheEndIsMadeAgain()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path("data"), clock, 1, 5);
    QVERIFY(backupFolder(temp.path("data"), temp.path("copy")).ok());
    fs::rename(temp.path("copy/journal.db"), temp.path("copy/journal.db.part"));
    test::fillJournal(temp.path("data"), clock, 6, 8);
    QVERIFY(backupFolder(temp.path("data"), temp.path("copy")).ok());
    QVERIFY(filesIn(temp.path("copy")) == kWhole);
    QCOMPARE(wrongWith(temp.path("copy")), std::string());
}

void TestFolderBackup::itOverwritesNothing_data()
{
    QTest::addColumn<QString>("name");
    for (const std::string &name : kWhole)
        QTest::addRow("%s", name.c_str()) << QString::fromStdString(name);
}

void TestFolderBackup::itOverwritesNothing()
{
    QFETCH(QString, name);
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path("data"), clock, 1, 2);
    fs::create_directories(temp.path("copy/keys"));
    std::ofstream(temp.path("copy/" + name.toStdString())) << "of another station";
    const auto copied = backupFolder(temp.path("data"), temp.path("copy"));
    QCOMPARE(copied.error().kind, ErrorKind::InvalidArgument);
    QVERIFY(filesIn(temp.path("copy")) == std::set<std::string>{name.toStdString()});
}

QTEST_APPLESS_MAIN(TestFolderBackup)
#include "tst_folder_backup.moc"
