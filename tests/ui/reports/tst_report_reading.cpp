// SPDX-License-Identifier: GPL-3.0-or-later
// Files that come back, files that do not, and the tables made of the journal.
#include "core/report/report_document.h"
#include "core/report/report_sections.h"
#include "tests/ui/reports/export_request.h"

using namespace telltale;
using namespace telltale::ui;
using test::at;
using test::contentOf;
using test::requestFor;

class TestReportReading : public QObject {
    Q_OBJECT
private slots:
    void comesBackFromItsFile();
    void aBrokenFileSaysWhere_data();
    void aBrokenFileSaysWhere();
    void theCsvHasTheNumbersOfTheJournal();
    void failuresSayWhy_data();
    void failuresSayWhy();
    void theJournalBecomesOneCsvRowATransition();
    void theJournalIsCutAtItsBounds();
};

void TestReportReading::comesBackFromItsFile()
{
    const test::TempFolder folder;
    const test::TempFolder out;
    const test::TempFolder again;
    test::storeShift(folder.path());
    ExportRequest request = requestFor(folder.path(), out.path());
    request.about.incident = 1;
    request.form.formats = {ReportFormat::Html, ReportFormat::Csv, ReportFormat::Json, ReportFormat::Pdf};
    const auto files = exportIncident(request);
    QVERIFY2(files.ok(), files ? "" : files.error().text().c_str());
    const auto report = readReportFile(files->at(3));
    QVERIFY2(report.ok(), report ? "" : report.error().text().c_str());
    request.form.outFolder = again.path();
    const auto rewritten = exportReport(*report, request.form);
    QVERIFY2(rewritten.ok(), rewritten ? "" : rewritten.error().text().c_str());
    for (const std::size_t i : {1, 2, 3}) {
        QVERIFY2(contentOf(rewritten->at(i)) == contentOf(files->at(i)), files->at(i).c_str());
    }
    // A PDF carries the moment of its making; what is on the pages is the same.
    const auto pages = [](const std::string &file) {
        QByteArray pdf = contentOf(file);
        const auto info = pdf.indexOf("/CreationDate");
        return info < 0 ? pdf.size() : pdf.size() - info;
    };
    QCOMPARE(pages(rewritten->at(0)), pages(files->at(0)));
}

void TestReportReading::aBrokenFileSaysWhere_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("place");
    QTest::newRow("absent") << "absent"
                            << "absent.json";
    QTest::newRow("a folder") << "folder"
                              << "reports";
    QTest::newRow("empty") << "empty"
                           << "x.json: format";
    QTest::newRow("cut off") << "half"
                             << "x.json: byte ";
    QTest::newRow("changed") << "changed"
                             << "x.json: payloadSha256";
}

void TestReportReading::aBrokenFileSaysWhere()
{
    QFETCH(QString, what);
    QFETCH(QString, place);
    const test::TempFolder folder;
    const test::TempFolder out;
    test::storeAlarm(folder.path(), 20, 1.0);
    ExportRequest request = requestFor(folder.path(), out.path("reports"));
    request.form.formats = {ReportFormat::Json};
    QByteArray text = contentOf(exportIncident(request).value().at(0));
    text = what == "empty" ? QByteArray() : what == "half" ? text.left(text.size() / 2) : text.replace("\"system\"", "\"sistem\"");
    QFile file(QString::fromStdString(out.path("x.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    const auto read = readReportFile(out.path(what == "absent" ? "absent.json" : what == "folder" ? "reports" : "x.json"));
    QVERIFY(!read.ok());
    QVERIFY2(QString::fromStdString(read.error().where).contains(place), read.error().text().c_str());
}

/// Every number of the two tables against what the journal itself says.
void TestReportReading::theCsvHasTheNumbersOfTheJournal()
{
    const test::TempFolder folder;
    const test::TempFolder out;
    test::storeShift(folder.path());
    ExportRequest request = requestFor(folder.path(), out.path());
    request.about.occurrences = {1, 2};
    request.form.formats = {ReportFormat::Csv};
    const QString csv = QString::fromUtf8(contentOf(exportIncident(request).value().at(0)));
    const QStringList alarms = csv.section(QStringLiteral("\r\n\r\n"), 0, 0).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    const QStringList events = csv.section(QStringLiteral("\r\n\r\n"), 1, 1).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    const auto reader = store::StoreReader::open(folder.path());
    QVERIFY(reader.ok());
    QCOMPARE(alarms.size(), 3);
    int transitions = 0;
    for (int row = 1; row < alarms.size(); ++row) {
        const QStringList cells = alarms[row].split(QLatin1Char(','));
        const Occurrence alarm = reader.value()->occurrence(cells[0].toULongLong()).value();
        QCOMPARE(cells[7].toStdString(), toIso(alarm.firstViolation));
        QCOMPARE(cells[8].toStdString(), toIso(alarm.raised));
        QCOMPARE(cells[9].toStdString(), toIso(alarm.acked));
        QCOMPARE(cells[12].toStdString(), toIso(alarm.cleared));
        QCOMPARE(cells[15].toDouble(), toSeconds(alarm.cleared - alarm.raised));
        QCOMPARE(cells[16].toDouble(), toSeconds(alarm.acked - alarm.raisedReceived));
        QCOMPARE(cells[17].toDouble(), alarm.maxScore);
        store::JournalQuery query;
        query.occurrence = alarm.id;
        const auto stored = reader.value()->events(query);
        QVERIFY(stored.ok());
        transitions += int(stored->size());
        for (const AlarmEvent &event : *stored) {
            const QString line = QString::fromStdString(report::journalCsvRow(event)).trimmed();
            QCOMPARE(events.count(line), 1);
        }
    }
    QCOMPARE(events.size() - 1, transitions);
    const QStringList head = csv.section(QStringLiteral("\r\n\r\n"), 2).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    QCOMPARE(head.size(), 2);
    QCOMPARE(head[0], QStringLiteral("journal_links,journal_hash"));
    QVERIFY(head[1].section(QLatin1Char(','), 0, 0).toULongLong() >= 6 && head[1].section(QLatin1Char(','), 1).size() == 64);
}

void TestReportReading::failuresSayWhy_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("kind");
    QTest::newRow("no journal") << "folder" << int(ErrorKind::NotFound);
    QTest::newRow("no such alarm") << "alarm" << int(ErrorKind::NotFound);
    QTest::newRow("no such zone") << "zone" << int(ErrorKind::InvalidArgument);
    QTest::newRow("no place to write") << "out" << int(ErrorKind::Io);
}

void TestReportReading::failuresSayWhy()
{
    QFETCH(QString, what);
    QFETCH(int, kind);
    const test::TempFolder folder;
    const test::TempFolder out;
    test::storeAlarm(folder.path(), 20, 1.0);
    ExportRequest request = requestFor(folder.path(), out.path());
    if (what == "folder") {
        request.dataFolder = out.path("nothing-here");
    } else if (what == "alarm") {
        request.about.occurrences = {77};
    } else if (what == "zone") {
        request.form.zone = "Mars/Olympus";
    } else {
        request.form.outFolder = "/proc/nowhere";
    }
    const auto files = exportIncident(request);
    QVERIFY(!files.ok());
    QCOMPARE(int(files.error().kind), kind);
    QVERIFY(!files.error().text().empty());
}

void TestReportReading::theJournalBecomesOneCsvRowATransition()
{
    const test::TempFolder folder;
    test::storeAlarm(folder.path(), 0, 1.0);
    const std::string file = folder.path("journal.csv");
    const auto rows = exportJournalCsv(folder.path(), {}, {}, file);
    QVERIFY2(rows.ok(), rows ? "" : rows.error().text().c_str());
    QCOMPARE(*rows, std::uint64_t{3});
    const QByteArray text = contentOf(file);
    QCOMPARE(text.trimmed().count('\n'), 3); // a header and three rows
    QVERIFY(text.contains("RAISE") && text.contains("ACK") && text.contains("CLEAR"));
}

void TestReportReading::theJournalIsCutAtItsBounds()
{
    const test::TempFolder folder;
    test::storeAlarm(folder.path(), 0, 1.0);
    const auto rows = exportJournalCsv(folder.path(), at(2030), at(2060), folder.path("part.csv"));
    QVERIFY(rows.ok());
    QCOMPARE(*rows, std::uint64_t{1}); // half open: the ack, not the clear
}

QTEST_MAIN(TestReportReading)
#include "tst_report_reading.moc"
