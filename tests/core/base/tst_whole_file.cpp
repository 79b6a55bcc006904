// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whole_file.h"
#include "tests/support/temp_folder.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <filesystem>
#include <thread>

#include <sys/stat.h>
#include <unistd.h>

using namespace telltale;

namespace {

constexpr std::size_t kMost = 1 << 24;

std::string contentOf(const std::string &path)
{
    const auto content = readWholeFile(path, kMost);
    return content ? *content : content.error().text();
}

unsigned modeOf(const std::string &path)
{
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777U : 0U;
}

int entriesIn(const std::string &folder)
{
    return int(
        QDir(QString::fromStdString(folder)).entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot).size());
}

} // namespace

class TestWholeFile : public QObject {
    Q_OBJECT

private slots:
    void readsWhatWasWritten();
    void keepsTheAccessRights();
    void followsLinks();
    void refusesLinksWithoutEnd();
    void refusesWhatIsNoRegularFile();
    void leavesTheOldFileWhereItCannotWrite();
    void severalThreadsMayWriteOneFile();
    void aPartLeftBehindIsNoHindrance();
};

void TestWholeFile::readsWhatWasWritten()
{
    const test::TempFolder folder;
    const std::string path = folder.path("a.txt");
    QVERIFY(replaceFile(path, "one").ok());
    QVERIFY(replaceFile(path, std::string("t\0wo", 4)).ok());
    QCOMPARE(contentOf(path), std::string("t\0wo", 4));
    QCOMPARE(readWholeFile(path, 3).error().kind, ErrorKind::OutOfRange);
    QCOMPARE(entriesIn(folder.path()), 1);
}

void TestWholeFile::keepsTheAccessRights()
{
    const test::TempFolder folder;
    const std::string path = folder.path("secret.txt");
    QVERIFY(replaceFile(path, "one").ok());
    for (const unsigned mode : {0600U, 0640U, 0755U}) {
        QCOMPARE(::chmod(path.c_str(), mode), 0);
        QVERIFY(replaceFile(path, "two").ok());
        QCOMPARE(modeOf(path), mode);
    }
}

void TestWholeFile::followsLinks()
{
    const test::TempFolder folder;
    QVERIFY(QDir().mkdir(QString::fromStdString(folder.path("deep"))));
    const std::string link = folder.path("link");
    std::filesystem::create_symlink("second", link);
    std::filesystem::create_symlink("deep/file", folder.path("second"));
    QVERIFY(replaceFile(link, "made").ok()); // what the link leads to is not there yet
    QCOMPARE(contentOf(folder.path("deep/file")), std::string("made"));
    QVERIFY(replaceFile(link, "replaced").ok());
    QCOMPARE(contentOf(folder.path("deep/file")), std::string("replaced"));
    QVERIFY(std::filesystem::is_symlink(link) && std::filesystem::is_symlink(folder.path("second")));
    QCOMPARE(entriesIn(folder.path("deep")), 1);
}

void TestWholeFile::refusesLinksWithoutEnd()
{
    const test::TempFolder folder;
    std::filesystem::create_symlink("loop", folder.path("loop"));
    const auto written = replaceFile(folder.path("loop"), "x");
    QVERIFY(!written.ok());
    QCOMPARE(written.error().kind, ErrorKind::Io);
    QVERIFY(std::filesystem::is_symlink(folder.path("loop")));
}

void TestWholeFile::refusesWhatIsNoRegularFile()
{
    const test::TempFolder folder;
    const std::string pipe = folder.path("pipe");
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    std::filesystem::create_directory(folder.path("folder"));
    std::filesystem::create_symlink("pipe", folder.path("link"));
    for (const char *name : {"pipe", "folder", "link"}) {
        const auto written = replaceFile(folder.path(name), "x");
        QVERIFY(!written.ok());
        QCOMPARE(written.error().text(), folder.path(name) + ": cannot be replaced: it is no regular file");
    }
    QVERIFY(std::filesystem::is_fifo(pipe));
    QCOMPARE(entriesIn(folder.path()), 3);
}

void TestWholeFile::leavesTheOldFileWhereItCannotWrite()
{
    const test::TempFolder folder;
    const auto written = replaceFile(folder.path("none/a.txt"), "x");
    QVERIFY(!written.ok());
    QCOMPARE(written.error().kind, ErrorKind::Io);
    QCOMPARE(entriesIn(folder.path()), 0);
}

void TestWholeFile::severalThreadsMayWriteOneFile()
{
    const test::TempFolder folder;
    const std::string path = folder.path("shared.txt");
    std::atomic<int> failed{0};
    std::vector<std::thread> writers;
    for (const char letter : {'a', 'b', 'c', 'd'})
        writers.emplace_back([&, letter] {
            for (int i = 0; i < 50; ++i)
                failed += replaceFile(path, std::string(100'000, letter)).ok() ? 0 : 1;
        });
    for (std::thread &each : writers)
        each.join();
    QCOMPARE(failed.load(), 0);
    const std::string content = contentOf(path);
    QVERIFY(content == std::string(100'000, content[0]));
    QCOMPARE(entriesIn(folder.path()), 1);
}

/// By a process that died and had the same number.
void TestWholeFile::aPartLeftBehindIsNoHindrance()
{
    const test::TempFolder folder;
    const std::string path = folder.path("a.txt");
    for (int i = 0; i < 2000; ++i)
        std::filesystem::create_symlink("elsewhere", path + ".part-" + std::to_string(::getpid()) + '-' + std::to_string(i));
    QVERIFY(replaceFile(path, "x").ok());
    QCOMPARE(contentOf(path), std::string("x"));
    QVERIFY(!std::filesystem::exists(folder.path("elsewhere")));
}

QTEST_APPLESS_MAIN(TestWholeFile)
#include "tst_whole_file.moc"
