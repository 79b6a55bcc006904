// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/table_file.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <cmath>
#include <fstream>

using namespace telltale;
using namespace telltale::evaluate;

using Names = std::vector<std::string>;
using Renames = std::vector<std::pair<std::string, std::string>>;

namespace {

/// Of the file x.csv with this content.
class Table {
public:
    explicit Table(const std::string &content)
    {
        std::ofstream(m_folder.path("x.csv"), std::ios::binary) << content;
        question.path = m_folder.path("x.csv");
    }
    [[nodiscard]] Result<TableFile> read() const { return readTable(question); }

    TableQuestion question;

private:
    test::TempFolder m_folder;
};

Names leftOutOf(const TableFile &file)
{
    Names texts;
    for (const LeftOutColumn &column : file.leftOut)
        texts.push_back(column.name + ": " + column.why);
    return texts;
}

/// "1\n1\n1\n"
std::string times(std::size_t count, const std::string &line)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += line + '\n';
    return text;
}

} // namespace

class TestTableFile : public QObject {
    Q_OBJECT

private slots:
    void readsTimesNumbersAndLabels();
    void findsTheTimeColumn_data();
    void findsTheTimeColumn();
    void rowsWithoutTimesAreNumbered();
    void readsNumbersInEveryForm();
    void labelsAreReadInWordsAndNumbers_data();
    void labelsAreReadInWordsAndNumbers();
    void aFewWordsDoNotMakeAColumnOne();
    void columnsLeftOutAreNamed();
    void aColumnThatBeginsLateCanBeAskedFor();
    void columnsComeInTheOrderAskedFor();
    void renamesAreAppliedAtOnce();
    void namesCanTakeThePlaceOfTheFirstLines();
    void namesThatStandOverTwoColumnsAreRefused_data();
    void namesThatStandOverTwoColumnsAreRefused();
    void namesOfColumnsThatNobodyReadsMayRepeat();
    void namesThePlaceOfWhatIsWrong_data();
    void namesThePlaceOfWhatIsWrong();
};

void TestTableFile::readsTimesNumbersAndLabels()
{
    Table table("when,a,b,status\n2024-01-01 00:00:00,1,,Normal\n2024-01-01 00:00:02,off,2.5,Abnormal\n2024-01-01 00:00:02,3,nan,normal\n");
    table.question.truth = "status";
    table.question.keepTimeTexts = true;
    const auto file = table.read();
    QVERIFY2(file.ok(), file ? "" : file.error().text().c_str());
    QCOMPARE(file->timeColumn, std::string("when"));
    QCOMPARE(file->timeTexts[1], std::string("2024-01-01 00:00:02"));
    QCOMPARE(file->table.sensors, (Names{"a", "b"}));
    QCOMPARE(file->table.rows(), 3U);
    QCOMPARE(file->table.times[1] - file->table.times[0], Duration(std::chrono::seconds(2)));
    QCOMPARE(file->table.row(0)[0], 1.0);
    QVERIFY(std::isnan(file->table.row(0)[1]) && std::isnan(file->table.row(1)[0]) && std::isnan(file->table.row(2)[1]));
    QCOMPARE(file->table.anomalous, (std::vector<char>{0, 1, 0}));
    QCOMPARE(file->badCells, 1U);
    QCOMPARE(file->backwards, 1U);
    QCOMPARE(file->sha256.size(), 64U);
    QVERIFY(file->leftOut.empty());
}

void TestTableFile::findsTheTimeColumn_data()
{
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("column");
    const auto row = [](const char *name, const char *content, const char *column) {
        QTest::newRow(name) << std::string(content) << std::string(column);
    };
    row("behind", "a,measured\n1,2024-01-01\n", "measured");
    row("the first of two", "a,from,to\n1,2024-01-01,2024-01-02\n", "from");
    row("seconds under a name", "a,Timestamp\n1,1700000000\n", "Timestamp");
    row("seconds under another name", "a,counter\n1,1700000000\n", "");
    row("small numbers under a name", "a,t\n1,5\n", "");
    row("empty at first", "a,time\n1,2024-01-01\n2,2024-01-02\n", "time");
}

void TestTableFile::findsTheTimeColumn()
{
    QFETCH(std::string, content);
    QFETCH(std::string, column);
    const auto file = Table(content).read();
    QVERIFY2(file.ok(), file ? "" : file.error().text().c_str());
    QCOMPARE(file->timeColumn, column);
}

void TestTableFile::rowsWithoutTimesAreNumbered()
{
    const auto file = Table("a\n5\n6\n7\n").read();
    QVERIFY(file.ok());
    QCOMPARE(toIso(file->table.times[0], 0), std::string("2000-01-01T00:00:00Z"));
    QCOMPARE(file->table.times[2] - file->table.times[0], Duration(std::chrono::seconds(2)));
    QVERIFY(file->timeTexts.empty());
}

void TestTableFile::readsNumbersInEveryForm()
{
    const auto file = Table("a\n5\n 6 \n+7\n-8e1\n   \nnan\n+-9\n1 2\n").read();
    QVERIFY(file.ok());
    const auto &values = file->table.values;
    QCOMPARE(std::vector<double>(values.begin(), values.begin() + 4), (std::vector<double>{5.0, 6.0, 7.0, -80.0}));
    QVERIFY(std::all_of(values.begin() + 4, values.end(), [](double value) { return std::isnan(value); }));
    QCOMPARE(file->badCells, 2U);
}

void TestTableFile::labelsAreReadInWordsAndNumbers_data()
{
    QTest::addColumn<std::string>("label");
    QTest::addColumn<int>("anomalous");
    for (const char *word : {"true", "Abnormal", "ANOMALY", "anomalous", "yes", "1", "1.0", "7", "-1"})
        QTest::newRow(word) << std::string(word) << 1;
    for (const char *word : {"false", "Normal", "no", "0", "0.0"})
        QTest::newRow(word) << std::string(word) << 0;
}

void TestTableFile::labelsAreReadInWordsAndNumbers()
{
    QFETCH(std::string, label);
    QFETCH(int, anomalous);
    Table table("a,label\n1," + label + '\n');
    table.question.truth = "label";
    const auto file = table.read();
    QVERIFY2(file.ok(), file ? "" : file.error().text().c_str());
    QCOMPARE(int(file->table.anomalous.at(0)), anomalous);
}

/// "off" before the first reading, "fault" in between.
void TestTableFile::aFewWordsDoNotMakeAColumnOne()
{
    const auto file = Table("a,b\noff,1\noff,2\n3,3\n4,fault\n5,5\n").read();
    QVERIFY2(file.ok(), file ? "" : file.error().text().c_str());
    QCOMPARE(file->table.sensors, (Names{"a", "b"}));
    QCOMPARE(file->badCells, 3U);
    QVERIFY(file->leftOut.empty());
}

void TestTableFile::columnsLeftOutAreNamed()
{
    Table table("a,status,none,number of sorts,c\n1,Normal,,1,x\n2,Abnormal,nan,n/a,y\n3,Normal,,unknown,z\n");
    table.question.ignored = {"c"};
    const auto file = table.read();
    QVERIFY(file.ok());
    QCOMPARE(file->table.sensors, Names{"a"});
    QCOMPARE(leftOutOf(*file), (Names{"status: most of what it holds are no numbers (\"Normal\")", "none: it is empty",
                                      "number of sorts: most of what it holds are no numbers (\"n/a\")"}));
}

void TestTableFile::aColumnThatBeginsLateCanBeAskedFor()
{
    Table table("a,late\n" + times(1200, "1,") + "1,5\n");
    const auto unasked = table.read();
    QVERIFY(unasked.ok());
    QCOMPARE(leftOutOf(*unasked), Names{"late: it is empty in the first 1000 rows"});
    table.question.sensors = {"late"};
    const auto asked = table.read();
    QVERIFY(asked.ok());
    QCOMPARE(asked->table.values.back(), 5.0);
    QVERIFY(asked->leftOut.empty());
}

void TestTableFile::columnsComeInTheOrderAskedFor()
{
    Table table("a,b,c\n1,2,3\n");
    table.question.sensors = {"c", "a"};
    const auto file = table.read();
    QVERIFY(file.ok());
    QCOMPARE(file->table.values, (std::vector<double>{3.0, 1.0}));
}

void TestTableFile::renamesAreAppliedAtOnce()
{
    Table table("a,b\n1,2\n");
    table.question.renamed = {{"a", "b"}, {"b", "a"}};
    const auto file = table.read();
    QVERIFY(file.ok());
    QCOMPARE(file->table.sensors, (Names{"b", "a"}));
}

void TestTableFile::namesCanTakeThePlaceOfTheFirstLines()
{
    Table table("a,b\n1,2,3\n");
    QVERIFY(!table.read().ok());
    table.question.header = {"x", "a", "b"};
    const auto file = table.read();
    QVERIFY2(file.ok(), file ? "" : file.error().text().c_str());
    QCOMPARE(file->table.sensors, (Names{"x", "a", "b"}));
    QCOMPARE(file->table.values, (std::vector<double>{1.0, 2.0, 3.0}));
}

void TestTableFile::namesThatStandOverTwoColumnsAreRefused_data()
{
    QTest::addColumn<std::string>("header");
    QTest::addColumn<Names>("sensors");
    QTest::addColumn<Renames>("renamed");
    QTest::addColumn<std::string>("message");
    const std::string twice = "x.csv:1: the name \"b\" stands over columns 2 and 3";
    QTest::newRow("every number") << std::string("a,b,b") << Names{} << Renames{} << twice;
    QTest::newRow("asked for") << std::string("a,b,b") << Names{"b"} << Renames{} << twice;
    QTest::newRow("by renaming") << std::string("a,b,c") << Names{} << Renames{{"c", "b"}} << twice;
    QTest::newRow("asked for under the new name") << std::string("a,b,c") << Names{"b"} << Renames{{"c", "b"}} << twice;
    QTest::newRow("both renamed") << std::string("a,c,d") << Names{} << Renames{{"c", "b"}, {"d", "b"}} << twice;
    QTest::newRow("what to rename") << std::string("a,b,b") << Names{} << Renames{{"b", "c"}} << twice;
    QTest::newRow("three") << std::string("b,b,b") << Names{} << Renames{}
                           << std::string("x.csv:1: the name \"b\" stands over columns 1 and 2 and 3");
    QTest::newRow("asked for twice") << std::string("a,b,c") << Names{"b", "b"} << Renames{}
                                     << std::string("x.csv:1: column \"b\" is asked for twice");
    QTest::newRow("renamed twice") << std::string("a,b,c") << Names{} << Renames{{"b", "d"}, {"b", "e"}}
                                   << std::string("x.csv:1: column \"b\" is asked for twice");
}

void TestTableFile::namesThatStandOverTwoColumnsAreRefused()
{
    QFETCH(std::string, header);
    QFETCH(Names, sensors);
    QFETCH(Renames, renamed);
    QFETCH(std::string, message);
    Table table(header + "\n1,2,3\n");
    table.question.sensors = sensors;
    table.question.renamed = renamed;
    const auto file = table.read();
    QVERIFY(!file.ok());
    QCOMPARE(file.error().kind, ErrorKind::InvalidArgument);
    QVERIFY2(file.error().text().ends_with(message), file.error().text().c_str());
}

void TestTableFile::namesOfColumnsThatNobodyReadsMayRepeat()
{
    Table table("a,b,b,note,note\n1,2,3,x,y\n");
    table.question.ignored = {"b"};
    const auto ignored = table.read();
    QVERIFY2(ignored.ok(), ignored ? "" : ignored.error().text().c_str());
    QCOMPARE(ignored->table.sensors, Names{"a"});
    table.question.ignored.clear();
    table.question.sensors = {"a"};
    QVERIFY(table.read().ok());
}

void TestTableFile::namesThePlaceOfWhatIsWrong_data()
{
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("truth");
    QTest::addColumn<int>("kind");
    QTest::addColumn<std::string>("place");
    const auto row = [](const char *name, const std::string &content, const char *truth, ErrorKind kind, const char *place) {
        QTest::newRow(name) << content << std::string(truth) << int(kind) << std::string(place);
    };
    row("no such label column", "a\n1\n", "b", ErrorKind::NotFound, "x.csv:1");
    row("an odd label", "a,b\n1,0\n1,perhaps\n", "b", ErrorKind::BadFormat, "x.csv:3");
    row("no label", "a,b\n1,\n", "b", ErrorKind::BadFormat, "x.csv:2");
    row("an odd time", "time,a\n2024-01-01,1\nlater,1\n", "", ErrorKind::BadFormat, "x.csv:3");
    row("a time behind the first 1000 rows", "time,a\n" + times(1000, "2024-01-01,1") + "later,1\n", "", ErrorKind::BadFormat,
        "x.csv:1002");
    row("a cell too few", "a,b\n1,2\n1\n", "", ErrorKind::BadFormat, "x.csv:3");
    row("no numbers", "a,b\nx,y\n", "", ErrorKind::OutOfRange, "x.csv");
    row("no rows", "a,b\n", "", ErrorKind::OutOfRange, "x.csv");
}

void TestTableFile::namesThePlaceOfWhatIsWrong()
{
    QFETCH(std::string, content);
    QFETCH(std::string, truth);
    QFETCH(int, kind);
    QFETCH(std::string, place);
    Table table(content);
    table.question.truth = truth;
    const auto file = table.read();
    QVERIFY(!file.ok());
    QCOMPARE(int(file.error().kind), kind);
    QVERIFY2(file.error().where.ends_with(place), file.error().text().c_str());
}

QTEST_APPLESS_MAIN(TestTableFile)
#include "tst_table_file.moc"
