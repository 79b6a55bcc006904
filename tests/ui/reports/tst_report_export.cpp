// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/reports/stored_alarms.h"
#include "ui/reports/report_export.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace telltale;
using namespace telltale::ui;
using test::at;

namespace {

QByteArray contentOf(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ExportRequest requestFor(const std::string &dataFolder, const std::string &outFolder)
{
    ExportRequest request;
    request.dataFolder = dataFolder;
    request.outFolder = outFolder;
    request.station = "desk 2";
    request.site = "Plant";
    request.productVersion = "Telltale test";
    request.zone = "Europe/Berlin";
    request.reportTime = at(9000);
    return request;
}

} // namespace

class TestReportExport : public QObject {
    Q_OBJECT
private slots:
    void writesTheWantedFormatsOnly();
    void theJsonIsTheSameEveryTime();
    void thePdfHoldsWhatAReportMustSay();
    void aHostileNameStaysInsideTheFolder();
    void failuresSayWhy_data();
    void failuresSayWhy();
    void theJournalBecomesOneCsvRowATransition();
    void theJournalIsCutAtItsBounds();
    void formatsHaveNames();
};

void TestReportExport::writesTheWantedFormatsOnly()
{
    const test::TempFolder folder;
    const test::TempFolder out;
    test::storeAlarm(folder.path(), 600, 1.0);
    ExportRequest request = requestFor(folder.path(), out.path("reports"));
    request.formats = {ReportFormat::Csv, ReportFormat::Html};
    const auto files = exportIncident(request);
    QVERIFY2(files.ok(), files ? "" : files.error().text().c_str());
    QCOMPARE(files->size(), std::size_t{2});
    QVERIFY(files->at(0).ends_with("incident-1-line-a_pump1___temperature.html"));
    QVERIFY(contentOf(files->at(0)).contains("<svg"));
    QVERIFY(contentOf(files->at(1)).contains("RAISE"));
    QCOMPARE(QDir(QString::fromStdString(out.path("reports"))).entryList(QDir::Files).size(), 2);
}

void TestReportExport::theJsonIsTheSameEveryTime()
{
    const test::TempFolder folder;
    const test::TempFolder out;
    test::storeAlarm(folder.path(), 600, 1.0);
    ExportRequest request = requestFor(folder.path(), out.path());
    request.formats = {ReportFormat::Json};
    const auto first = exportIncident(request);
    QVERIFY(first.ok());
    const QByteArray before = contentOf(first->at(0));
    QVERIFY(before.size() > 1000);
    request.reportTime = at(100'000);
    request.zone = "UTC";
    const auto second = exportIncident(request);
    QVERIFY(second.ok());
    QCOMPARE(contentOf(second->at(0)), before);
}

void TestReportExport::thePdfHoldsWhatAReportMustSay()
{
    const test::TempFolder folder;
    const test::TempFolder out;
    test::storeAlarm(folder.path(), 600, 1.0);
    ExportRequest request = requestFor(folder.path(), out.path());
    request.formats = {ReportFormat::Pdf};
    const auto files = exportIncident(request);
    QVERIFY2(files.ok(), files ? "" : files.error().text().c_str());
    const QByteArray pdf = contentOf(files->at(0));
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
    if (QStandardPaths::findExecutable("pdftotext").isEmpty()) {
        QSKIP("pdftotext is not installed: the words on the pages were not read");
    }
    QProcess reader;
    reader.start("pdftotext", {"-layout", QString::fromStdString(files->at(0)), "-"});
    QVERIFY(reader.waitForFinished());
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    for (const char *part : {"Incident report", "line-a/pump1", "Summary", "Timeline", "What is not known", "name and signature", "SHA-256",
                             "desk 2", "reduce the load", "no feed health", "1/", "Trained model /srv/models/pump1.model",
                             "last readings over the most similar stretch of its own past", "20.25 °C", "88.13 °C", "last 4 readings"}) {
        QVERIFY2(text.contains(QString::fromUtf8(part), Qt::CaseInsensitive), part);
    }
    static const QRegularExpression pageOf(QStringLiteral("\\b(\\d+)/(\\d+)\\s*$"), QRegularExpression::MultilineOption);
    QVERIFY(pageOf.match(text).hasMatch());
}

void TestReportExport::aHostileNameStaysInsideTheFolder()
{
    const test::TempFolder folder;
    const test::TempFolder out;
    test::storeAlarm(folder.path(), 20, 1.0, {"../../../escape", "\n/x"});
    const auto files = exportIncident(requestFor(folder.path(), out.path("in")));
    QVERIFY2(files.ok(), files ? "" : files.error().text().c_str());
    for (const std::string &file : *files) {
        QCOMPARE(QFileInfo(QString::fromStdString(file)).canonicalPath(), QDir(QString::fromStdString(out.path("in"))).canonicalPath());
    }
}

void TestReportExport::failuresSayWhy_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("kind");
    QTest::newRow("no journal") << "folder" << int(ErrorKind::NotFound);
    QTest::newRow("no such alarm") << "alarm" << int(ErrorKind::NotFound);
    QTest::newRow("no such zone") << "zone" << int(ErrorKind::InvalidArgument);
    QTest::newRow("no place to write") << "out" << int(ErrorKind::Io);
}

void TestReportExport::failuresSayWhy()
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
        request.occurrences = {77};
    } else if (what == "zone") {
        request.zone = "Mars/Olympus";
    } else {
        request.outFolder = "/proc/nowhere";
    }
    const auto files = exportIncident(request);
    QVERIFY(!files.ok());
    QCOMPARE(int(files.error().kind), kind);
    QVERIFY(!files.error().text().empty());
}

void TestReportExport::theJournalBecomesOneCsvRowATransition()
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

void TestReportExport::theJournalIsCutAtItsBounds()
{
    const test::TempFolder folder;
    test::storeAlarm(folder.path(), 0, 1.0);
    const auto rows = exportJournalCsv(folder.path(), at(2030), at(2060), folder.path("part.csv"));
    QVERIFY(rows.ok());
    QCOMPARE(*rows, std::uint64_t{1}); // half open: the ack, not the clear
}

void TestReportExport::formatsHaveNames()
{
    QVERIFY(reportFormat("pdf").value() == ReportFormat::Pdf);
    QVERIFY(reportFormat("json").value() == ReportFormat::Json);
    QVERIFY(!reportFormat("docx").ok());
}

QTEST_MAIN(TestReportExport)
#include "tst_report_export.moc"
