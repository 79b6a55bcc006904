// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

#include "core/base/time.h"
#include "tests/support/real_series.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace telltale;

using Cells = std::vector<std::string>;

namespace {

/// A file with this content in a folder that ends with the test.
class TemporaryCsv {
public:
    explicit TemporaryCsv(const QByteArray &content)
    {
        QFile file(m_folder.filePath("x.csv"));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        m_path = file.fileName().toStdString();
    }
    [[nodiscard]] const std::string &path() const { return m_path; }

private:
    QTemporaryDir m_folder;
    std::string m_path;
};

/// All rows, or the error's text as a single cell.
std::vector<Cells> rowsOf(const QByteArray &content)
{
    const TemporaryCsv csv(content);
    auto reader = CsvReader::open(csv.path());
    if (!reader)
        return {{reader.error().what}};
    std::vector<Cells> rows{reader->header()};
    Cells cells;
    for (;;) {
        const auto more = reader->next(cells);
        if (!more)
            return {{more.error().what}};
        if (!*more)
            return rows;
        rows.push_back(cells);
    }
}

} // namespace

class TestCsv : public QObject {
    Q_OBJECT

private slots:
    void readsRows_data();
    void readsRows();
    void namesThePlaceOfAMistake_data();
    void namesThePlaceOfAMistake();
    void countsLinesThroughQuotes();
    void refusesWhatIsNoFile();
    void refusesARowWithoutEnd();
    void readsNoMoreOfARowWithoutEndThanItMay_data();
    void readsNoMoreOfARowWithoutEndThanItMay();
    void aLongQuotedCellIsReadWhole();
    void readsRealSeries();
    void disarmsFormulas_data();
    void disarmsFormulas();
    void textCellsReadBack();
};

void TestCsv::readsRows_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QByteArray>("lastCell");
    QTest::newRow("header only") << QByteArray("t,value\n") << 1 << QByteArray("value");
    QTest::newRow("header without line break") << QByteArray("t,value") << 1 << QByteArray("value");
    QTest::newRow("LF") << QByteArray("t,value\n1,2\n3,4\n") << 3 << QByteArray("4");
    QTest::newRow("CRLF") << QByteArray("t,value\r\n1,2\r\n3,4\r\n") << 3 << QByteArray("4");
    QTest::newRow("no line break at the end") << QByteArray("t,value\n1,2\n3,4") << 3 << QByteArray("4");
    QTest::newRow("empty lines") << QByteArray("t,value\n\n1,2\n\r\n\n3,4\n\n") << 3 << QByteArray("4");
    QTest::newRow("byte-order mark") << QByteArray("\xEF\xBB\xBFvalue\n4\n") << 2 << QByteArray("4");
    QTest::newRow("semicolons") << QByteArray("t;value\n1,5;2,5\n") << 2 << QByteArray("2,5");
    QTest::newRow("tabs") << QByteArray("t\tvalue\n1\t2 , 3\n") << 2 << QByteArray("2 , 3");
    QTest::newRow("quoted separator") << QByteArray("t,value\n1,\"a,b\"\n") << 2 << QByteArray("a,b");
    QTest::newRow("quoted quote") << QByteArray("t,value\n1,\"a \"\"b\"\"\"\n") << 2 << QByteArray("a \"b\"");
    QTest::newRow("quoted line break") << QByteArray("t,value\n1,\"a\nb\"\n") << 2 << QByteArray("a\nb");
    QTest::newRow("empty cells") << QByteArray("a,b,c\n,,\n") << 2 << QByteArray("");
    QTest::newRow("quoted nothing") << QByteArray("a,b\n1,\"\"\n") << 2 << QByteArray("");
    QTest::newRow("UTF-8") << QByteArray("t,Ölstand\n1,ß\n") << 2 << QByteArray("ß");
}

void TestCsv::readsRows()
{
    QFETCH(QByteArray, content);
    QFETCH(int, rows);
    QFETCH(QByteArray, lastCell);
    const auto read = rowsOf(content);
    QCOMPARE(read.size(), std::size_t(rows));
    QCOMPARE(read.back().size(), read.front().size());
    QCOMPARE(QByteArray::fromStdString(read.back().back()), lastCell);
}

void TestCsv::namesThePlaceOfAMistake_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("line");
    QTest::newRow("too few cells") << QByteArray("a,b\n1,2\n3\n") << 3;
    QTest::newRow("too many cells") << QByteArray("a,b\n1,2,3\n") << 2;
    QTest::newRow("after empty lines") << QByteArray("a,b\n\n\n1\n") << 4;
    QTest::newRow("open quote") << QByteArray("a,b\n1,\"2\n3,4\n") << 2;
}

void TestCsv::namesThePlaceOfAMistake()
{
    QFETCH(QByteArray, content);
    QFETCH(int, line);
    const TemporaryCsv csv(content);
    auto reader = CsvReader::open(csv.path());
    QVERIFY(reader.ok());
    Cells cells;
    auto read = reader->next(cells);
    while (read && *read)
        read = reader->next(cells);
    QVERIFY(!read.ok());
    QVERIFY(read.error().kind == ErrorKind::BadFormat);
    QCOMPARE(QString::fromStdString(read.error().where), QString::fromStdString(csv.path()) + ':' + QString::number(line));
}

void TestCsv::countsLinesThroughQuotes()
{
    const TemporaryCsv csv("a,b\n1,\"x\ny\nz\"\n3,4\n");
    auto reader = CsvReader::open(csv.path());
    Cells cells;
    QVERIFY(reader->next(cells).ok());
    QCOMPARE(reader->line(), 2u);
    QVERIFY(reader->next(cells).ok());
    QCOMPARE(reader->line(), 5u);
}

void TestCsv::refusesWhatIsNoFile()
{
    const auto missing = CsvReader::open("/nonexistent/x.csv");
    QVERIFY(!missing.ok() && missing.error().kind == ErrorKind::NotFound);
    const QTemporaryDir folder;
    const auto directory = CsvReader::open(folder.path().toStdString());
    QVERIFY(!directory.ok() && directory.error().kind == ErrorKind::Io);
    const TemporaryCsv empty("");
    const auto nothing = CsvReader::open(empty.path());
    QVERIFY(!nothing.ok() && nothing.error().kind == ErrorKind::BadFormat);
}

void TestCsv::refusesARowWithoutEnd()
{
    QByteArray content("a,b\n1,\"");
    for (int i = 0; i < 3000; ++i)
        content += QByteArray(1000, 'x') + '\n';
    const auto read = rowsOf(content);
    QCOMPARE(read.size(), 1u);
    QVERIFY(QString::fromStdString(read[0][0]).contains("1 MiB"));
}

void TestCsv::readsNoMoreOfARowWithoutEndThanItMay_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<int>("line");
    QTest::newRow("header") << QByteArray("a,b") << 1;
    QTest::newRow("row") << QByteArray("a,b\n1,2\n3,4") << 3;
    QTest::newRow("quoted") << QByteArray("a,b\n1,\"2\n3") << 2;
}

/// A hole of 64 GiB, which takes no room on the disk and would take all of the memory.
void TestCsv::readsNoMoreOfARowWithoutEndThanItMay()
{
    QFETCH(QByteArray, start);
    QFETCH(int, line);
    const TemporaryCsv csv(start);
    QFile file(QString::fromStdString(csv.path()));
    if (!file.resize(64LL << 30))
        QSKIP("this disk has no files with holes");
    auto reader = CsvReader::open(csv.path());
    Cells cells;
    auto read = reader ? reader->next(cells) : Result<bool>(reader.error());
    while (read && *read)
        read = reader->next(cells);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().kind, ErrorKind::BadFormat);
    QVERIFY(QString::fromStdString(read.error().what).contains("1 MiB"));
    QCOMPARE(QString::fromStdString(read.error().where), QString::fromStdString(csv.path()) + ':' + QString::number(line));
}

/// Of many lines, and of lines that are longer than what is read at once.
void TestCsv::aLongQuotedCellIsReadWhole()
{
    for (const QByteArray &cell :
         {QByteArray(900'000, '\n'), QByteArray(4095, 'x') + '\n' + QByteArray(4096, 'y') + "\n\n" + QByteArray(9000, 'z')}) {
        const auto read = rowsOf("a,b\n1,\"" + cell + "\"\n3,4\n");
        QCOMPARE(read.size(), 3u);
        QVERIFY(read[1] == (Cells{"1", cell.toStdString()}));
        QCOMPARE(read[2], (Cells{"3", "4"}));
    }
    const auto exact = rowsOf("a," + QByteArray(4093, 'x') + "\n1,2\n"); // the header fills what is read at once
    QCOMPARE(exact.size(), 2u);
    QCOMPARE(exact[0][1].size(), 4093u);
}

void TestCsv::readsRealSeries()
{
    TELLTALE_NEED_SERIES(path, "nab/realKnownCause/machine_temperature_system_failure.csv");
    auto reader = CsvReader::open(path.toStdString());
    QVERIFY(reader.ok());
    QCOMPARE(reader->header(), (Cells{"timestamp", "value"}));
    Cells cells;
    std::size_t rows = 0;
    for (auto more = reader->next(cells); more.ok() && *more; more = reader->next(cells)) {
        QVERIFY(parseTime(cells[0]).ok());
        ++rows;
    }
    QCOMPARE(rows, 22'695u);
}

void TestCsv::disarmsFormulas_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("cell");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &cell) { QTest::newRow(name) << text << cell; };
    row("plain", "pump 1", "pump 1");
    row("empty", "", "");
    row("formula", "=1+1", "'=1+1");
    row("command", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0");
    row("plus", "+1", "'+1");
    row("minus", "-1", "'-1");
    row("at", "@SUM(1)", "'@SUM(1)");
    row("tab", "\t=1", "\"'\t=1\"");
    row("CR", "\r=1", "\"'\r=1\"");
    row("LF", "\n=1", "\"'\n=1\"");
    row("NUL", QByteArray("\0=1", 3), "'=1");
    row("NUL inside", QByteArray("a\0b", 3), "ab");
    row("full-width equals", "＝1", "'＝1");
    row("full-width plus", "＋1", "'＋1");
    row("full-width minus", "－1", "'－1");
    row("full-width at", "＠1", "'＠1");
    row("equals inside", "a=1", "a=1");
    row("comma", "a,b", "\"a,b\"");
    row("semicolon", "a;b", "\"a;b\"");
    row("quote", "a\"b", "\"a\"\"b\"");
    row("formula with a quote", "=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"");
    row("line break", "a\nb", "\"a\nb\"");
}

void TestCsv::disarmsFormulas()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, cell);
    QCOMPARE(QByteArray::fromStdString(csvTextCell(text.toStdString())), cell);
}

void TestCsv::textCellsReadBack()
{
    const Cells texts{"plain", "a,b", "a;b", "say \"x\"", "two\nlines", "tab\there", "Ölstand °C", ""};
    std::string content = "a,b,c,d,e,f,g,h\n";
    for (const std::string &text : texts)
        content += csvTextCell(text) + (&text == &texts.back() ? "\n" : ",");
    const auto read = rowsOf(QByteArray::fromStdString(content));
    QCOMPARE(read.size(), 2u);
    QCOMPARE(read[1], texts);
}

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"
