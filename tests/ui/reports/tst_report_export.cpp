// SPDX-License-Identifier: GPL-3.0-or-later
// Which files a report becomes, what they are called, and that they depend on nothing but what is stored.
#include "core/base/whole_file.h"
#include "core/report/report_document.h"
#include "core/report/report_sections.h"
#include "core/store/data_folder.h"
#include "core/store/journal_check.h"
#include "tests/support/hostile_names.h"
#include "tests/ui/reports/export_request.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QRegularExpression>

#include <sys/stat.h>

using namespace telltale;
using namespace telltale::ui;
using test::at;
using test::contentOf;
using test::requestFor;

namespace {

/// Regular files at any depth.
QStringList filesBelow(const std::string &folder)
{
    QStringList files;
    QDirIterator each(QString::fromStdString(folder), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        files << each.next();
    }
    return files;
}

} // namespace

class TestReportExport : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void writesTheWantedFormatsOnly();
    void theJsonIsTheSameEveryTime();
    void everyFormNamesTheHeadOfTheJournal();
    void theSelectionsOrderDoesNotMatter();
    void otherSelectionsHaveOtherNames();
    void anIncidentOfPeopleIsAReportToo();
    void theSurroundingsAreThose();
    void theJsonDoesNotDependOnHowSamplesWereStored();
    void fiftyAlarms();
    void aHostileNameStaysInsideTheFolder_data();
    void aHostileNameStaysInsideTheFolder();
    void whatLiesInTheWayIsNotFollowed();
    void formatsHaveNames();

private:
    report::IncidentReport m_stored; ///< of one alarm
};

void TestReportExport::initTestCase()
{
    const test::TempFolder folder;
    test::storeAlarm(folder.path(), 20, 1.0);
    m_stored = readIncident(folder.path(), {.occurrences = {1}}).value();
}

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

/// In every form, and so that --verify finds it, also when the journal has gone on.
void TestReportExport::everyFormNamesTheHeadOfTheJournal()
{
    const test::TempFolder folder;
    const test::TempFolder out;
    test::storeShift(folder.path());
    const auto incident = readIncident(folder.path(), {.occurrences = {1}});
    QVERIFY(incident.ok() && incident->journalHead.links > 0);
    const auto head = store::headFrom(std::to_string(incident->journalHead.links) + ':' + incident->journalHead.hash);
    QVERIFY(store::checkJournal(folder.path(), {.expected = head, .stopWanted = {}})->good());
    ExportRequest request = requestFor(folder.path(), out.path());
    request.form.formats = {ReportFormat::Html, ReportFormat::Csv, ReportFormat::Json};
    const auto files = exportIncident(request);
    QVERIFY(files.ok());
    const auto shown = readIncident(folder.path(), request.about);
    for (const std::string &file : *files) {
        QVERIFY2(contentOf(file).contains(shown->journalHead.hash.c_str()), file.c_str());
    }
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
    const auto key = store::JournalKey::random(test::FakeClock().utcNow());
    for (const std::size_t piece : {600, 100, 7}) {
        const test::TempFolder folder;
        const test::TempFolder out;
        QVERIFY(store::makeFolder(folder.path("keys")).ok());
        QVERIFY(replaceFile(folder.path("keys/journal.key"), key.text(), 0600).ok()); // or each journal has a head of its own
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

void TestReportExport::aHostileNameStaysInsideTheFolder_data()
{
    QTest::addColumn<QByteArray>("name");
    for (std::size_t i = 0; i < test::namesThatWantOut().size(); ++i) {
        QTest::addRow("%zu", i) << QByteArray::fromStdString(test::namesThatWantOut()[i]);
    }
}

/// As a sensor, as an asset, and as the title of an incident.
void TestReportExport::aHostileNameStaysInsideTheFolder()
{
    QFETCH(QByteArray, name);
    const test::TempFolder whole;
    const std::string around = whole.path("around");
    report::IncidentReport incident = m_stored;
    incident.alarms.front().occurrence.definition.source = {name.toStdString(), name.toStdString()};
    ReportForm form = requestFor({}, around + "/in").form;
    form.formats = {ReportFormat::Html, ReportFormat::Csv, ReportFormat::Json};
    const auto outside = [&] { return filesBelow(whole.path()).size() - filesBelow(around + "/in").size(); };
    const qsizetype before = outside();
    for (const bool titled : {false, true}) {
        incident.record.number = titled ? 1 : 0;
        incident.title = titled ? name.toStdString() : incident.title;
        const auto files = exportReport(incident, form);
        QVERIFY2(files.ok(), files ? "" : files.error().text().c_str());
        for (const std::string &file : *files) {
            const QFileInfo made(QString::fromStdString(file));
            QCOMPARE(made.canonicalPath(), QDir(QString::fromStdString(around + "/in")).canonicalPath());
            QVERIFY(made.size() > 0);
            QVERIFY2(QRegularExpression("^incident-[A-Za-z0-9._+-]{1,64}\\.(html|csv|json)$").match(made.fileName()).hasMatch(),
                     file.c_str());
        }
    }
    QCOMPARE(outside(), before);
}

/// Somebody who may write into the folder knows what the next report will be called.
void TestReportExport::whatLiesInTheWayIsNotFollowed()
{
    const test::TempFolder folder;
    const test::TempFolder out;
    test::storeAlarm(folder.path(), 20, 1.0);
    ExportRequest request = requestFor(folder.path(), out.path("in"));
    request.form.formats = {ReportFormat::Csv};
    const std::string file = exportIncident(request).value().at(0);
    const QString name = QString::fromStdString(file);
    const QString precious = QString::fromStdString(out.path("precious"));
    QVERIFY(QFile::copy(name, precious) && QFile::resize(precious, 7) && QFile::remove(name));
    for (const QString &target : {precious, QString::fromStdString(out.path("not there yet")), QStringLiteral("/dev/null")}) {
        QVERIFY(QFile::link(target, name));
        const auto written = exportIncident(request);
        QCOMPARE(written.ok(), false);
        QCOMPARE(QString::fromStdString(written.error().text()), name + ": is a link; reports are not written through links");
        QVERIFY(QFile::remove(name));
    }
    QVERIFY(QDir().mkdir(name));
    QCOMPARE(exportIncident(request).error().what, std::string("is no regular file"));
    QVERIFY(QDir().rmdir(name));
    QVERIFY(::mkfifo(file.c_str(), 0600) == 0);
    QCOMPARE(exportIncident(request).error().what, std::string("is no regular file"));
    QCOMPARE(QFileInfo(precious).size(), 7);
    QCOMPARE(filesBelow(out.path()).size(), 1); // the precious one: no part of a report is left behind
}

void TestReportExport::formatsHaveNames()
{
    QVERIFY(reportFormat("pdf").value() == ReportFormat::Pdf);
    QVERIFY(reportFormat("json").value() == ReportFormat::Json);
    QVERIFY(!reportFormat("docx").ok());
}

QTEST_MAIN(TestReportExport)
#include "tst_report_export.moc"
