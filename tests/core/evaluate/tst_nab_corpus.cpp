// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/nab_corpus.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <filesystem>
#include <fstream>

using namespace telltale;
using namespace telltale::evaluate;

namespace {

constexpr const char *kSeries = "timestamp,value\n2014-04-01 00:00:00,1\n2014-04-01 00:05:00,2\n2014-04-01 00:10:00,3\n";

} // namespace

class TestNabCorpus : public QObject {
    Q_OBJECT

private slots:
    void readsSeriesAndWindows();
    void namesThatLeaveTheFolderAreRefused_data();
    void namesThatLeaveTheFolderAreRefused();
    void namesThePlaceOfWhatIsWrong_data();
    void namesThePlaceOfWhatIsWrong();

private:
    void write(const std::string &name, const std::string &text) const
    {
        const std::filesystem::path path(m_folder.path(name));
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }
    [[nodiscard]] Result<std::vector<NabFile>> read() const { return readNabCorpus(m_folder.path("corpus")); }

    test::TempFolder m_folder;
};

void TestNabCorpus::readsSeriesAndWindows()
{
    write("corpus/real/a.csv", kSeries);
    write("corpus/real/..b.csv", kSeries);
    write("corpus/windows.json",
          R"({"real/a.csv": [["2014-04-01 00:04:00.000000", "2014-04-01 00:10:00"], ["2015-01-01 00:00:00", "2015-01-02 00:00:00"]],
                                     "./real/..b.csv": []})");
    const auto files = read();
    QVERIFY2(files.ok(), files ? "" : files.error().text().c_str());
    QCOMPARE(files->size(), 2U);
    QCOMPARE((*files)[0].name, std::string("real/a.csv"));
    QCOMPARE((*files)[0].values, (std::vector<double>{1.0, 2.0, 3.0}));
    QCOMPARE((*files)[0].windows.size(), 1U); // the other one covers no row
    QCOMPARE((*files)[0].windows[0].first, 1U);
    QCOMPARE((*files)[0].windows[0].last, 2U);
}

void TestNabCorpus::namesThatLeaveTheFolderAreRefused_data()
{
    QTest::addColumn<std::string>("name");
    QTest::newRow("absolute") << m_folder.path("outside.csv");
    QTest::newRow("above") << std::string("../outside.csv");
    QTest::newRow("down and up") << std::string("real/../../outside.csv");
    QTest::newRow("up and down again") << std::string("../corpus/real/a.csv");
    QTest::newRow("nothing") << std::string();
    QTest::newRow("a folder") << std::string("real/");
}

/// They would be read, and with --scores written, elsewhere.
void TestNabCorpus::namesThatLeaveTheFolderAreRefused()
{
    QFETCH(std::string, name);
    write("outside.csv", kSeries);
    write("corpus/real/a.csv", kSeries);
    write("corpus/windows.json", "{\"" + name + "\": []}");
    const auto files = read();
    QVERIFY(!files.ok());
    QCOMPARE(files.error().kind, ErrorKind::BadFormat);
    QCOMPARE(files.error().text(),
             m_folder.path("corpus/windows.json") + ": expected names of files below the folder, found \"" + name + '"');
}

void TestNabCorpus::namesThePlaceOfWhatIsWrong_data()
{
    QTest::addColumn<std::string>("windows");
    QTest::addColumn<std::string>("place");
    QTest::newRow("no JSON") << std::string("real/a.csv") << std::string("windows.json");
    QTest::newRow("a list") << std::string("[]") << std::string("windows.json");
    QTest::newRow("no list of windows") << std::string(R"({"real/a.csv": 1})") << std::string("windows.json real/a.csv");
    QTest::newRow("half a window") << std::string(R"({"real/a.csv": [["2014-04-01"]]})") << std::string("windows.json real/a.csv");
    QTest::newRow("no time") << std::string(R"({"real/a.csv": [["then", "later"]]})") << std::string("windows.json real/a.csv");
    QTest::newRow("no file") << std::string(R"({"real/none.csv": []})") << std::string("real/none.csv");
}

void TestNabCorpus::namesThePlaceOfWhatIsWrong()
{
    QFETCH(std::string, windows);
    QFETCH(std::string, place);
    write("corpus/real/a.csv", kSeries);
    write("corpus/windows.json", windows);
    const auto files = read();
    QVERIFY(!files.ok());
    QVERIFY2(files.error().where.ends_with(place), files.error().text().c_str());
}

QTEST_APPLESS_MAIN(TestNabCorpus)
#include "tst_nab_corpus.moc"
