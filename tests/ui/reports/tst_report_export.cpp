// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/reports/stored_alarms.h"
#include "core/report/report_document.h"
#include "core/report/report_sections.h"
#include "ui/language/language.h"
#include "ui/reports/report_export.h"
#include "ui/reports/report_words.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <clocale>
#include <set>

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
    request.about.station = "desk 2";
    request.about.site = "Plant";
    request.about.productVersion = "Telltale test";
    request.form.outFolder = outFolder;
    request.form.zone = "Europe/Berlin";
    request.form.reportTime = at(9000);
    return request;
}

} // namespace

class TestReportExport : public QObject {
    Q_OBJECT
private slots:
    void writesTheWantedFormatsOnly();
    void theJsonIsTheSameEveryTime();
    void filesAreTheSameInEveryLanguage();
    void everyWordOfAReportCanBeTranslated();
    void thePdfHoldsWhatAReportMustSay();
    void thePdfIsDrawnAndNamed();
    void aRowHigherThanAPageGoesOn();
    void theSelectionsOrderDoesNotMatter();
    void otherSelectionsHaveOtherNames();
    void anIncidentOfPeopleIsAReportToo();
    void theSurroundingsAreThose();
    void theJsonDoesNotDependOnHowSamplesWereStored();
    void comesBackFromItsFile();
    void aBrokenFileSaysWhere_data();
    void aBrokenFileSaysWhere();
    void theCsvHasTheNumbersOfTheJournal();
    void fiftyAlarms();
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
    request.form.formats = {ReportFormat::Csv, ReportFormat::Html};
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
    request.form.formats = {ReportFormat::Json};
    const auto first = exportIncident(request);
    QVERIFY(first.ok());
    const QByteArray before = contentOf(first->at(0));
    QVERIFY(before.size() > 1000);
    request.form.reportTime = at(100'000);
    request.form.zone = "UTC";
    const auto second = exportIncident(request);
    QVERIFY(second.ok());
    QCOMPARE(contentOf(second->at(0)), before);
}

/// With the C library's decimal comma too, which the program itself switches off.
void TestReportExport::filesAreTheSameInEveryLanguage()
{
    const test::TempFolder folder;
    const test::TempFolder out;
    const test::TempFolder locales;
    test::storeAlarm(folder.path(), 600, 1.0);
    ExportRequest request = requestFor(folder.path(), out.path());
    request.form.formats = {ReportFormat::Json, ReportFormat::Csv};
    const auto english = exportIncident(request);
    QVERIFY(english.ok() && english->size() == 2);
    const QByteArrayList before{contentOf(english->at(0)), contentOf(english->at(1))};

    const QString german = QString::fromStdString(locales.path()) + "/de_DE.UTF-8";
    if (QProcess::execute("localedef", {"-i", "de_DE", "-f", "UTF-8", german}) > 1 || !QFile::exists(german))
        QSKIP("no German locale can be made here (package locales)");
    qputenv("LOCPATH", QByteArray::fromStdString(locales.path()));
    const auto back = qScopeGuard([] {
        qunsetenv("LOCPATH");
        std::setlocale(LC_ALL, "C");
        speak(*qApp, "en");
    });
    QVERIFY(std::setlocale(LC_ALL, "de_DE.UTF-8") != nullptr);
    QCOMPARE(QString::asprintf("%s", std::localeconv()->decimal_point), QStringLiteral(","));
    speak(*qApp, "de");
    const auto again = exportIncident(request);
    QVERIFY(again.ok() && again->size() == 2);
    QCOMPARE(*again, *english);
    QCOMPARE(contentOf(again->at(0)), before[0]);
    QCOMPARE(contentOf(again->at(1)), before[1]);
}

void TestReportExport::everyWordOfAReportCanBeTranslated()
{
    const test::TempFolder folder;
    test::storeAlarm(folder.path(), 600, 1.0);
    const ExportRequest request = requestFor(folder.path(), folder.path());
    const auto incident = readIncident(request.dataFolder, request.about);
    QVERIFY(incident.ok());
    auto wording = wordingFor(request.form);
    QVERIFY(wording.ok());
    std::set<std::string> said;
    wording->phrase = [&said](std::string_view english) { return *said.emplace(english).first; };
    QVERIFY(!report::toHtml(report::documentOf(*incident, *wording)).empty());
    const std::set<std::string> known(kReportWords.begin(), kReportWords.end());
    QStringList missing;
    for (const std::string &word : said) {
        const QString text = QString::fromStdString(word);
        if (!known.contains(word) && text != text.toUpper()) // NEW, ACK and their like are the same in every language
            missing << text;
    }
    QVERIFY(said.size() > 40);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join('\n')));
}

void TestReportExport::thePdfHoldsWhatAReportMustSay()
{
    const test::TempFolder folder;
    const test::TempFolder out;
    test::storeAlarm(folder.path(), 600, 1.0);
    ExportRequest request = requestFor(folder.path(), out.path());
    request.form.formats = {ReportFormat::Pdf};
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
    // On paper "fi" may be one glyph.
    const QString text = QString::fromUtf8(reader.readAllStandardOutput()).normalized(QString::NormalizationForm_KC);
    for (const char *part : {"Incident report",
                             "line-a/pump1",
                             "Summary",
                             "Timeline",
                             "What is not known",
                             "Signature",
                             "SHA-256",
                             "desk 2",
                             "reduce the load",
                             "no feed health",
                             "1/",
                             "Trained model /srv/models/pump1.model",
                             "last readings over the most similar stretch of its own past",
                             "20.25 °C",
                             "88.13 °C",
                             "last 4 readings",
                             "First of its group",
                             "Guidance shown",
                             "Action taken",
                             "Attachments",
                             "Suppressed, shelved and out of service",
                             "Data quality",
                             "Notes",
                             "Configuration in force",
                             "V first violation"}) {
        QVERIFY2(text.simplified().contains(QString::fromUtf8(part).normalized(QString::NormalizationForm_KC), Qt::CaseInsensitive), part);
    }
    static const QRegularExpression pageOf(QStringLiteral("\\b(\\d+)/(\\d+)\\s*$"), QRegularExpression::MultilineOption);
    QVERIFY(pageOf.match(text).hasMatch());
}

void TestReportExport::thePdfIsDrawnAndNamed()
{
    const test::TempFolder folder;
    const test::TempFolder out;
    test::storeAlarm(folder.path(), 600, 1.0);
    ExportRequest request = requestFor(folder.path(), out.path());
    request.form.formats = {ReportFormat::Pdf};
    const auto files = exportIncident(request);
    QVERIFY2(files.ok(), files ? "" : files.error().text().c_str());
    const QByteArray pdf = contentOf(files->at(0));
    QVERIFY(!pdf.contains("/Subtype /Image")); // charts are lines, not pictures
    QVERIFY(pdf.contains("/Title"));
    if (QStandardPaths::findExecutable("pdfinfo").isEmpty()) {
        QSKIP("pdfinfo is not installed: title and size of the pages were not read");
    }
    QProcess reader;
    reader.start("pdfinfo", {QString::fromStdString(files->at(0))});
    QVERIFY(reader.waitForFinished());
    const QString facts = QString::fromUtf8(reader.readAllStandardOutput());
    QVERIFY2(facts.contains(QStringLiteral("line-a/pump1 · temperature: anomalous")), qPrintable(facts));
    QVERIFY2(facts.contains(QStringLiteral("Telltale test")), qPrintable(facts));
    QVERIFY2(facts.contains(QStringLiteral("A4")), qPrintable(facts));
}

void TestReportExport::aRowHigherThanAPageGoesOn()
{
    const test::TempFolder out;
    report::IncidentReport report;
    report.id = "1";
    report.unknowns = {{"end of the list", {}}};
    LogbookEntry note;
    note.kind = LogbookKind::RangeNote;
    for (int i = 0; i < 3000; ++i) {
        note.text += "word" + std::to_string(i) + ' ';
    }
    report.logbook = {note};
    ReportForm form;
    form.formats = {ReportFormat::Pdf};
    form.outFolder = out.path();
    const auto files = exportReport(report, form);
    QVERIFY2(files.ok(), files ? "" : files.error().text().c_str());
    if (QStandardPaths::findExecutable("pdftotext").isEmpty()) {
        QSKIP("pdftotext is not installed: the words on the pages were not read");
    }
    QProcess reader;
    reader.start("pdftotext", {QString::fromStdString(files->at(0)), "-"});
    QVERIFY(reader.waitForFinished());
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    const QStringList found = text.split(QRegularExpression(QStringLiteral("\\s+")));
    const QSet<QString> words(found.begin(), found.end());
    for (int i = 0; i < 3000; ++i) {
        QVERIFY2(words.contains(QStringLiteral("word%1").arg(i)), qPrintable(QString::number(i)));
    }
    QVERIFY(text.contains(QStringLiteral("end of the list")));
}

void TestReportExport::theSelectionsOrderDoesNotMatter()
{
    const test::TempFolder folder;
    test::storeShift(folder.path());
    const auto one = readIncident(folder.path(), {.occurrences = {1, 2}});
    const auto other = readIncident(folder.path(), {.occurrences = {2, 1, 2}});
    QVERIFY(one.ok() && other.ok());
    QVERIFY(report::toJson(*one) == report::toJson(*other));
    QCOMPARE(one->id, std::string("1+2"));
}

void TestReportExport::otherSelectionsHaveOtherNames()
{
    const test::TempFolder folder;
    test::storeShift(folder.path(), 8);
    const auto one = readIncident(folder.path(), {.occurrences = {1, 2, 3, 4, 5, 6}});
    const auto other = readIncident(folder.path(), {.occurrences = {1, 2, 3, 4, 5, 7}});
    QVERIFY(one.ok() && other.ok());
    QVERIFY(one->id.starts_with("1+5-") && other->id.starts_with("1+5-"));
    QVERIFY(one->id != other->id);
}

void TestReportExport::anIncidentOfPeopleIsAReportToo()
{
    const test::TempFolder folder;
    const test::TempFolder out;
    test::storeShift(folder.path());
    ExportRequest request = requestFor(folder.path(), out.path());
    request.about.incident = 1;
    request.form.formats = {ReportFormat::Html};
    const auto files = exportIncident(request);
    QVERIFY2(files.ok(), files ? "" : files.error().text().c_str());
    QVERIFY2(files->at(0).ends_with("incident-I-1-Hot_pump.html"), files->at(0).c_str());
    const QByteArray page = contentOf(files->at(0));
    for (const char *text : {"Hot pump", "worn bearing", "night shift", "INCIDENT_CLOSED", "#1", "#2", "it smells", "pump was cleaned"}) {
        QVERIFY2(page.contains(text), text);
    }
    QVERIFY(!page.contains("note about another asset"));
    request.about.incident = 9;
    QCOMPARE(exportIncident(request).error().kind, ErrorKind::NotFound);
}

void TestReportExport::theSurroundingsAreThose()
{
    const test::TempFolder folder;
    test::storeShift(folder.path());
    const auto report = readIncident(folder.path(), {.occurrences = {1}});
    QVERIFY2(report.ok(), report ? "" : report.error().text().c_str());
    QCOMPARE(report->site, std::string("Plant 7"));
    QCOMPARE(report->station, std::string("desk 2"));
    // Of the plant's two texts the one that was in force, with the hash of its bytes.
    QCOMPARE(report->configurations.size(), std::size_t{1});
    QCOMPARE(report->configurations[0].version, std::uint32_t{1});
    const auto hash = QCryptographicHash::hash("title = \"Plant 7\"\n", QCryptographicHash::Sha256).toHex();
    QCOMPARE(QByteArray::fromStdString(report->configurations[0].hash), hash);
    // Shelved before the window and still shelved; not the one that came back before it; not what came after it.
    QStringList kinds;
    for (const AlarmEvent &event : report->suppressions) {
        kinds << QString::fromStdString(event.source.sensor + ' ' + std::string(toText(event.kind)));
    }
    QCOMPARE(kinds, (QStringList{"level SHELVE", "flow OOS_ON"}));
}

void TestReportExport::theJsonDoesNotDependOnHowSamplesWereStored()
{
    QByteArray first;
    for (const std::size_t piece : {600, 100, 7}) {
        const test::TempFolder folder;
        const test::TempFolder out;
        test::storeAlarm(folder.path(), 600, 1.0, test::kPump, piece);
        ExportRequest request = requestFor(folder.path(), out.path());
        request.form.formats = {ReportFormat::Json};
        const auto files = exportIncident(request);
        QVERIFY(files.ok());
        const QByteArray json = contentOf(files->at(0));
        QVERIFY(first.isEmpty() || json == first);
        first = json;
    }
}

void TestReportExport::comesBackFromItsFile()
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

void TestReportExport::aBrokenFileSaysWhere_data()
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

void TestReportExport::aBrokenFileSaysWhere()
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
void TestReportExport::theCsvHasTheNumbersOfTheJournal()
{
    const test::TempFolder folder;
    const test::TempFolder out;
    test::storeShift(folder.path());
    ExportRequest request = requestFor(folder.path(), out.path());
    request.about.occurrences = {1, 2};
    request.form.formats = {ReportFormat::Csv};
    const QString csv = QString::fromUtf8(contentOf(exportIncident(request).value().at(0)));
    const QStringList alarms = csv.section(QStringLiteral("\r\n\r\n"), 0, 0).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    const QStringList events = csv.section(QStringLiteral("\r\n\r\n"), 1).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
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
}

/// operators.md, story 9: in at most 5 s. Printed, not asserted: the machine may be busy.
void TestReportExport::fiftyAlarms()
{
    const test::TempFolder folder;
    const test::TempFolder out;
    test::storeShift(folder.path(), 50);
    ExportRequest request = requestFor(folder.path(), out.path());
    for (OccurrenceId id = 1; id <= 50; ++id) {
        request.about.occurrences.push_back(id);
    }
    QElapsedTimer timer;
    timer.start();
    const auto files = exportIncident(request);
    const qint64 took = timer.elapsed();
    QVERIFY2(files.ok(), files ? "" : files.error().text().c_str());
    QCOMPARE(files->size(), std::size_t{4});
    QVERIFY(contentOf(files->at(1)).count("<svg") >= 50);
    qint64 bytes = 0;
    for (const std::string &file : *files) {
        bytes += QFileInfo(QString::fromStdString(file)).size();
    }
    qInfo("bench: a report of 50 alarms in pdf, html, csv and json: %lld ms, %lld KiB", static_cast<long long>(took),
          static_cast<long long>(bytes / 1024));
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
