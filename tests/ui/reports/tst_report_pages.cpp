// SPDX-License-Identifier: GPL-3.0-or-later
// What people read of a report: its pages, its words, its languages.
#include "core/report/report_document.h"
#include "core/report/report_sections.h"
#include "tests/ui/reports/export_request.h"
#include "ui/language/language.h"
#include "ui/reports/report_words.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <clocale>
#include <set>

using namespace telltale;
using namespace telltale::ui;
using test::at;
using test::contentOf;
using test::requestFor;

class TestReportPages : public QObject {
    Q_OBJECT
private slots:
    void filesAreTheSameInEveryLanguage();
    void everyWordOfAReportCanBeTranslated();
    void thePdfHoldsWhatAReportMustSay();
    void thePdfIsDrawnAndNamed();
    void aRowHigherThanAPageGoesOn();
};

/// With the C library's decimal comma too, which the program itself switches off.
void TestReportPages::filesAreTheSameInEveryLanguage()
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

void TestReportPages::everyWordOfAReportCanBeTranslated()
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

void TestReportPages::thePdfHoldsWhatAReportMustSay()
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
    for (const char *part : {"Alarm report",
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

void TestReportPages::thePdfIsDrawnAndNamed()
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

void TestReportPages::aRowHigherThanAPageGoesOn()
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

QTEST_MAIN(TestReportPages)
#include "tst_report_pages.moc"
